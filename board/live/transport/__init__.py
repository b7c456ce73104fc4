"""The way between the bytes of a websocket and a typed message. Read `framing`, then `connection`."""
