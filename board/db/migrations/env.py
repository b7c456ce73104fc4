"""What Alembic runs: the connection and the tables are those that `board.db.migrate` handed in."""

from alembic import context

handed_in = context.config.attributes
context.configure(
    connection=handed_in["connection"],
    target_metadata=handed_in["metadata"],
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
