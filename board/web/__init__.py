"""What a browser meets first: pages, the way to the built front end, headers, and errors in plain words.

Owns the home page, the shell that the board's island fills, static files, `/health` and `/robots.txt`, the security
headers of every answer, and how a meaning from `board.errors` becomes a status and a page or a problem document.
Does not own a route that changes something, nor the Origin rule (`people.origin`). Read `pages` first.
"""
