"""What is known of a work session: in memory (`session`), its rows (`tables`, `store`), its links (`links`)."""
