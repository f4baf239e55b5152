"""Curves between boxes of one width, and places for a word on each that no box covers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BOX = 164  # the width of every box
_NEAR = 22  # boxes nearer than this are joined from above and below
_EDGE = 8  # a curve keeps this far from a corner
_PLACES = (0.12, 0.25, 0.4, 0.5, 0.6, 0.75, 0.2, 0.32, 0.68, 0.82, 0.88)  # of a word, best first
_WORD = (78, 16)  # the room that a word takes
_ASIDE = 48  # how far beside an upright curve the middle of its word is
_BOW = 40  # how far a curve swings out that goes round a box
_RIGHTMOST = 1000 - _BOW - 2 * _ASIDE  # boxes that end beyond have no room at their right
_STEPS = (0.2, 0.35, 0.5, 0.65, 0.8)  # where on a curve it is looked whether it crosses a box


class Box(Protocol):
    """A box by its upper left corner and height."""

    @property
    def x(self) -> int:
        """Its left edge."""

    @property
    def y(self) -> int:
        """Its upper edge."""

    @property
    def height(self) -> int:
        """Its height."""


class Point(NamedTuple):
    """A point of the drawing."""

    x: int
    y: int


class Curve(NamedTuple):
    """A cubic curve by its four points, from the box that it leaves, and the middle of its word.

    Where boxes and other words leave no place, it has no word.
    """

    start: Point
    bend: Point
    bow: Point
    end: Point
    word: Point | None

    @property
    def path(self) -> str:
        """The curve as SVG writes it."""
        points = " ".join(f"{point.x} {point.y}" for point in self[1:4])
        return f"M{self.start.x} {self.start.y}C{points}"


def draw_curves(
    pairs: Sequence[tuple[Box, Box]], boxes: Sequence[Box], labels: Sequence[Box] = ()
) -> list[Curve]:
    """A curve from the first to the second box of each pair, clear of each other at the boxes.

    No upright curve runs behind a box, and no word stands on a box or a label.
    """
    ports = _find_ports(pairs)
    taken = [_area(box) for box in (*boxes, *labels)]
    curves = []
    for number, (first, second) in enumerate(pairs):
        aside = 0
        if _is_beside(first, second):
            start, end = ports[number, 0], ports[number, 1]
            middle = (start.x + end.x) // 2
            points = (start, Point(middle, start.y), Point(middle, end.y), end)
        else:
            points, aside = _upright(first, second), _ASIDE
            if _crosses(points, [box for box in boxes if box not in (first, second)]):
                points = _around(first, second)
                aside = _ASIDE if points[1].x > points[0].x else -_ASIDE
        word = _free_place(points, taken, aside)
        taken += [_room(word)] if word else []
        curves.append(Curve(*points, word))
    return curves


def _area(box: Box) -> tuple[int, int, int, int]:
    return box.x, box.y, box.x + BOX, box.y + box.height


def _crosses(points: tuple[Point, Point, Point, Point], boxes: Iterable[Box]) -> bool:
    """Whether a curve runs behind one of the boxes."""
    on_curve = [_point_at(points, share) for share in _STEPS]
    spots = [(point.x, point.y, point.x + 1, point.y + 1) for point in on_curve]
    return any(_meet(spot, _area(box)) for box in boxes for spot in spots)


def _around(first: Box, second: Box) -> tuple[Point, Point, Point, Point]:
    """A bow beside the boxes that lie between two: at their right where there is room."""
    right = max(first.x, second.x) + BOX
    at_right = right <= _RIGHTMOST
    out = right + _BOW if at_right else min(first.x, second.x) - _BOW
    start, end = (
        Point(box.x + BOX if at_right else box.x, box.y + box.height // 2)
        for box in (first, second)
    )
    return start, Point(out, start.y), Point(out, end.y), end


def _is_beside(first: Box, second: Box) -> bool:
    return abs(first.x - second.x) >= BOX + _NEAR


def _find_ports(pairs: Sequence[tuple[Box, Box]]) -> dict[tuple[int, int], Point]:
    """Where curves meet the sides of boxes: spread evenly, in the order of their far ends."""
    sides: defaultdict[tuple[int, int, int], list[tuple[int, int, int, Box]]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        if _is_beside(*pair):
            for end, (box, far) in enumerate((pair, pair[::-1])):
                x = box.x if far.x < box.x else box.x + BOX
                sides[box.x, box.y, x].append((far.y + far.height // 2, number, end, box))
    ports = {}
    for (_, y, x), found in sides.items():
        ordered = sorted(found, key=lambda port: port[:3])
        for place, (_, number, end, box) in enumerate(ordered, 1):
            ports[number, end] = Point(x, y + box.height * place // (len(ordered) + 1))
    return ports


def _upright(first: Box, second: Box) -> tuple[Point, Point, Point, Point]:
    above = second.y < first.y
    y = first.y if above else first.y + first.height
    to = second.y + second.height if above else second.y
    shared = (first.x + second.x + BOX) // 2
    start = min(max(shared, first.x + _EDGE), first.x + BOX - _EDGE)
    end = min(max(shared, second.x + _EDGE), second.x + BOX - _EDGE)
    middle = (y + to) // 2
    return Point(start, y), Point(start, middle), Point(end, middle), Point(end, to)


def _free_place(
    points: tuple[Point, Point, Point, Point],
    taken: Sequence[tuple[int, int, int, int]],
    aside: int,
) -> Point | None:
    on_curve = [_point_at(points, share) for share in _PLACES]
    places = [Point(x + aside, y) for x, y in on_curve]
    free = (place for place in places if not any(_meet(_room(place), one) for one in taken))
    return next(free, None)


def _point_at(points: tuple[Point, Point, Point, Point], share: float) -> Point:
    """The point of a cubic curve after a share of its way (Bernstein's form)."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, points, strict=True))
        for axis in (0, 1)
    )
    return Point(round(x), round(y))


def _room(middle: Point) -> tuple[int, int, int, int]:
    width, height = _WORD
    return (
        middle.x - width // 2,
        middle.y - height // 2,
        middle.x + width // 2,
        middle.y + height // 2,
    )


def _meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
