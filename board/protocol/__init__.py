"""What pages and server agree on, declared once; `make protocol` writes the same as TypeScript.

Owns the commands with who may give them, in which phases, and what they affect (`commands`), the phases, the roles and
the fixed limits. Knows msgspec and the standard library only. Does not own what a command does (`brainstorm`), nor how
rights are judged (`facilitation.policy`). Read `commands` first.
"""
