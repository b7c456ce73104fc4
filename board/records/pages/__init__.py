"""The pages of records: what the front end built for them, and the templates that all kinds share.

Each kind draws its own page and its own file; here is what both begin with.
"""
