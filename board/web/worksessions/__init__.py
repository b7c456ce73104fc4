"""The pages of a work session: opened from a form and shown (`pages`), accepted from outside it (`accepting`), and what
readers of a recap reply (`replying`)."""
