"""Everything that a browser loads before the websocket: pages, forms, the built front end, and errors in plain words.

Owns the home page, joining by a link, the page of a board (`boards`), the preview of imported ideas (`imports`), static
files, `/health` and `/robots.txt`, and how a meaning from `board.errors` becomes a status with a page or a problem
document. `http/` holds what surrounds every route. Does not own the API of a board (`brainstorm.http`), the page of a
decision (`decisions.routes`) or the Origin rule (`people.origin`). Read `pages` first.
"""
