"""The picture of lanes as a block of HTML, for the home page and the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.pages.dates import write_day
from coop.pages.rows import shape_of
from coop.pages.view import render_block
from coop.pictures.lanes import draw_overview

if TYPE_CHECKING:
    from coop.pages.view import View


def overview_block(view: View) -> str:
    """The overview of the catalogue in the view's language, with links from its address."""
    picture = draw_overview(view.catalog)
    as_of = view.catalog.as_of
    day = write_day(as_of, view.language) if as_of else ""
    return render_block(view, "overview.html.j2", picture=picture, as_of=day, shape_of=shape_of)
