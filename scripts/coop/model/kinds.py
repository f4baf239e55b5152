"""The eight kinds of record by their plurals, the folders and addresses that go with them."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """A kind of record; the value is the plural, used for folders, addresses and references."""

    PLATFORMS = "platforms"
    MEETINGS = "meetings"
    PLANS = "plans"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    TOPICS = "topics"
    SOURCES = "sources"

    @property
    def singular(self) -> str:
        """The word for one record of the kind: `type` in JSON, the schema's name."""
        return "person" if self is Kind.PEOPLE else self.value.removesuffix("s")


_BY_PLURAL = {kind.value: kind for kind in Kind}


def find_kind(plural: str) -> Kind | None:
    """The kind whose folder has a name, if there is one."""
    return _BY_PLURAL.get(plural)
