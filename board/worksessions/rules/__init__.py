"""The rules of a work session as functions of values: no database, socket or clock, and refusals as codes."""
