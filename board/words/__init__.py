"""Every sentence the server says to a person, one module for each part that speaks (English for now)."""
