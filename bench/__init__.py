"""Speed, side by side: this server and four others of the Yjs family under the same load.

`python -m bench` starts every server as it is shipped, drives it over its own protocol and prints a table. Read
`workloads` for what is measured, `rooms` for how, `hosts` and `dialects` for what differs between the servers, and
`README.md` for how to read the figures. Owns nothing that the product imports.
"""
