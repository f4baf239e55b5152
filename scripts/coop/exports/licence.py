"""The licence of the records, as it is told in every form in which they are published."""

from __future__ import annotations

LICENCE = "CC-BY-4.0"  # as SPDX names it
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
