"""What the shared parts have to know of one kind of record. Each kind declares it once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record, with the one version of its format that this server writes."""

    name: str
    """names a file whose title has no letters"""
    format: str
    """the value of `format` in a frozen record: family, slash, version"""
    draft: str
    """the value of `format` in a draft"""
    path: str
    """where its records have their addresses, with slashes around it"""
    title: str
    """the key of the text that tells a reader which record this is"""
