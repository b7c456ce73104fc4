"""Real Yjs in Node: texts that people wrote at random, and what Yjs makes of updates."""

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from frontend.node import node
from tests.brainstorm.node import SCRIPTS


@dataclass(frozen=True)
class Written:
    """A text that people wrote together in browsers."""

    log: list[bytes]
    """updates in the order in which the pages sent them"""
    late: list[tuple[int, bytes]]
    """a page sends everything that it knows after this number of changes"""
    text: str


@dataclass(frozen=True)
class Replica:
    """What a browser shows after some updates."""

    text: str
    roots: list[str]
    plain: bool
    pending: bool
    vector: dict[int, int]


def written(seeds: Iterable[int], *, people: int, turns: int) -> list[Written]:
    asked = [{"play": seed, "people": people, "turns": turns} for seed in seeds]
    return [
        Written(
            [b64decode(one) for one in said["log"]], [(at, b64decode(one)) for at, one in said["late"]], said["text"]
        )
        for said in _run(asked)
    ]


def replicas(logs: Iterable[Iterable[bytes]]) -> list[Replica]:
    """A replica for each log."""
    asked = [{"apply": [b64encode(one).decode() for one in log]} for log in logs]
    return [Replica(**said | {"vector": dict(said["vector"])}) for said in _run(asked)]


def _run(asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    lines = "".join(json.dumps(line) + "\n" for line in asked)
    command = [node(), str(SCRIPTS / "texts.mjs")]
    said = subprocess.run(command, input=lines, capture_output=True, check=True, encoding="utf-8").stdout
    # Not by lines of text: U+2028 stands inside of them.
    return [json.loads(line) for line in said.split("\n") if line]
