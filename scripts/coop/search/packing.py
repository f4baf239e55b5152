"""How a piece of the index is written; the worker reads it in the same way."""

from __future__ import annotations

import gzip
import json
from functools import lru_cache
from typing import Any

_HEAD = 3  # letters by which words share a piece, so that the beginning of a word finds it


def name_term(key: str) -> str:
    """The term that stands for a whole name."""
    return f"={_hash(key):x}"


def shard_of(term: str, shards: int) -> int:
    """The piece in which a term lies."""
    return _hash(term[:_HEAD] if term[0].isalpha() and term.isascii() else term) % shards


@lru_cache(maxsize=65536)
def _hash(text: str) -> int:
    """FNV-1a over UTF-16 units, 32 bits."""
    value = 0x811C9DC5
    for char in text:
        value = ((value ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    return value


def group(found: dict[int, int]) -> list[list[int]]:
    """The documents of a term by level, the highest first: `[[level, first, distance, …], …]`.

    `found` has the level of each by its number, in the order of numbers.
    """
    groups: dict[int, list[int]] = {}
    last: dict[int, int] = {}
    for number, level in found.items():
        groups.setdefault(level, [level]).append(number - last.get(level, 0))
        last[level] = number
    return [groups[level] for level in sorted(groups, reverse=True)]


def pack(value: Any) -> bytes:
    """A value as JSON without blanks, packed by gzip, the same at any time."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(written.encode(), 9, mtime=0)
