"""What of recaps is at an address."""

from litestar import Response, get

from board.recaps.schema import ADDRESS, FILE


@get(ADDRESS, summary="The JSON Schema of a recap", sync_to_thread=False)
def show_schema() -> Response[bytes]:
    return Response(FILE.read_bytes(), media_type="application/schema+json", headers={"cache-control": "no-cache"})


handlers = [show_schema]
