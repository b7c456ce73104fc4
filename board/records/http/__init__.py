"""What the addresses of records of all kinds answer with."""
