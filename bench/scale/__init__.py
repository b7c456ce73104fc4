"""One process on SQLite, and one or two on PostgreSQL, under the same load: `python -m bench scale`.

Read `setups` for what runs, `run` for one run, `comparison` for all of them, and `bench.workloads` for the loads.
"""
