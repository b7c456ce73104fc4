"""The JSON Schema of a recap: one file, which is served, and against which the tests hold every record."""

from pathlib import Path

FILE = Path(__file__).parent / "schemas" / "shortlist-recap-1.json"
ADDRESS = f"/schema/{FILE.name}"
