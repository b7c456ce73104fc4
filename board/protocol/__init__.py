"""What pages and server agree on, declared once; `make protocol` writes the same as TypeScript.

Owns the commands with who may give them, in which phases, and what they affect (`commands`), the shapes of the shared
document (`document`) and of the notices (`notices`), the phases, the roles and the fixed limits. Knows msgspec and the
standard library only. Does not own what a command does (`brainstorm`), how rights are judged (`facilitation.policy`),
nor how a document is written (`canvas`). Read `commands` first.
"""
