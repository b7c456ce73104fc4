"""How a work session begins (`opening`), and what goes by itself (`retention`)."""
