"""Addresses of pages and the hosts in them."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, quote, urlsplit

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.ASCII)
_SIGNS = re.compile(r"[A-Za-z0-9:/?#\[\]@!$&'()*+,;=%._~-]+")  # all that RFC 3986 knows
_MAIL = re.compile(r"(?:mailto:)?[^\s/@]+@[^\s/@]+")
_SCHEME = re.compile(r"https?://")
_PORT = re.compile(r"https?://[^/?#\s]+:[^/?#\s]+(?:[/?#]|$)")


def is_host(text: str) -> bool:
    """Whether a text is the name of a host, such as `www.example.org`."""
    return _HOST.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether a text is the address of a page (RFC 3986): http or https, and a host."""
    try:
        parts = split_address(text)
        _ = parts.port  # ValueError where it is no number or too high
    except ValueError:
        return False
    whole = parts.scheme in {"http", "https"} and is_host(parts.hostname or "")
    return whole and not parts.username and _SIGNS.fullmatch(text) is not None


@lru_cache(maxsize=16384)
def split_address(text: str) -> SplitResult:
    """The parts of an address (RFC 3986); ValueError where it cannot be taken apart."""
    return urlsplit(text)


@lru_cache(maxsize=16384)
def host_of(address: str | None) -> str:
    """The host of an address, in small letters; empty where there is none."""
    return split_address(address).hostname or "" if address else ""


def why_no_address(text: str) -> str:
    """What is wrong with a text that is not the address of a page."""
    if _MAIL.fullmatch(text):
        return "it is one for e-mail, and only pages are linked"
    if _PORT.match(text):
        return "its port is no number up to 65535"
    if not text.isascii():
        return "copy it from the browser, where it has no Chinese and no full-width signs"
    if _SCHEME.match(text) and (strange := _SIGNS.sub("", text).strip()):
        return f"write {quote(strange[0])} for {strange[0]} in it"
    return "it starts with https:// or http:// and has no spaces"
