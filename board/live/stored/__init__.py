"""What is stored of a live document: its state (`governed`), its update log, and the unit of work (`parts`)."""
