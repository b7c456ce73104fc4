"""How a board begins, and what the settings delete.

Owns new boards (`opening`), the ideas that they bring along (`imported`), and retention. Read `opening`.
"""
