"""What processes that share a PostgreSQL report to each other without storing it: who is here, and where cursors are.

Reports are messages of NOTIFY, sealed under a key that is on no disk. They may be lost: a process repeats what still
holds, and what it has not repeated for a while is forgotten.
"""
