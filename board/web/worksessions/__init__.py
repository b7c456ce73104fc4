"""The pages of a work session: opened from a form and shown (`pages`), and accepted from outside it (`accepting`)."""
