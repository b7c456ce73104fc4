"""What a page answers to a request that names no host."""

BAD_HOST = "The request does not name this server correctly. Open the address from the link you were given."
