"""The work session over HTTP and as a websocket handshake.

Owns the routes and who may use them (`access`): from a request to a session and a person. Read `access`, then `routes`.
"""
