"""The JSON Schema of a record: one file, which is served, and against which the tests hold every record."""

from pathlib import Path

from litestar import Response, get

FILE = Path(__file__).parent / "schemas" / "shortlist-decision-1.json"
ADDRESS = f"/schema/{FILE.name}"


@get(ADDRESS, summary="The JSON Schema of a decision", sync_to_thread=False)
def show_schema() -> Response[bytes]:
    return Response(FILE.read_bytes(), media_type="application/schema+json", headers={"cache-control": "no-cache"})
