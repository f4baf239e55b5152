"""What was found in a release, value by value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coop.edtf import parse_edtf

if TYPE_CHECKING:
    from datetime import date

    from coop.draft.documents.unknown import NewBody, NewDocument
    from coop.draft.names.someone import Someone
    from coop.draft.text.reading import Found
    from coop.draft.text.release import Release


@dataclass(frozen=True)
class Draft:
    """What was found in a release."""

    release: Release
    url: str
    published: date | None
    record: str
    platform: Found | None
    ordinal: Found | None
    kind: Found | None
    status: Found | None
    day: Found | None
    place: Found | None
    online: bool
    principals: list[Someone]
    participants: list[Someone]
    plans: list[Found]
    topics: list[Found]
    documents: list[NewDocument]
    bodies: list[NewBody]
    new_place: Found | None
    document: NewDocument | None = None
    """The new document that the release is of, where it is of one."""

    @property
    def values(self) -> dict[str, Found | None]:
        """What was found where one value is looked for, by key."""
        return {
            "platform": self.platform,
            "ordinal": self.ordinal,
            "kind": self.kind,
            "status": self.status,
            "date": self.day,
            "place": self.place,
        }

    @property
    def first_day(self) -> date | None:
        """The day on which the event begins, as far as it was found."""
        return first_day(self.day)

    def facts(self) -> dict[str, Any]:
        """The values alone, by key."""
        return {
            "date": "",
            **{key: found.value for key, found in self.values.items() if found},
            "record": self.record,
            "published": self.published.isoformat() if self.published else "",
            "online": self.online,
            "principals": [one.who for one in self.principals],
            "participants": [one.who for one in self.participants],
            "plans": [found.value for found in self.plans],
            "topics": [found.value for found in self.topics],
        }


def first_day(found: Found | None) -> date | None:
    """The first day of what was found for a date."""
    return parse_edtf(found.value).start if found else None
