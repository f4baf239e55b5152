"""Which plans came of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.pictures.descent import find_descents
from tests.pictures.test_lineage import catalog_of

if TYPE_CHECKING:
    from coop.pictures.descent import Branch


def tell(branch: Branch) -> str:
    inner = " ".join(tell(one) for one in branch.inner)
    return f"{branch.verb}:{branch.plan.id}({inner})"


def test_trees_begin_with_plans_that_act_on_none() -> None:
    catalog = catalog_of(
        late="signed: 2012-01-01\n",
        root="signed: 2003-01-01\n",
        second="signed: 2005-01-01\nimplements: [root]\n",
        third="signed: 2006-01-01\namends: [root, second]\nsupersedes: [lost]\n",
        other="signed: 2013-01-01\nsupersedes: [late]\n",
        beside="signed: 2014-01-01\nrelated: [late]\n",
    )
    assert [tell(tree) for tree in find_descents(catalog)] == [
        ":root(implements:second(amends:third()) amends:third())",
        ":late(supersedes:other())",
    ]
    assert [plan.id for plan in find_descents(catalog)[0].plans()] == [
        "root",
        "second",
        "third",
        "third",
    ]


def test_a_circle_below_a_root_comes_to_an_end() -> None:
    catalog = catalog_of(
        root="signed: 2001-01-01\n",
        one="signed: 2002-01-01\nimplements: [root, two]\n",
        two="signed: 2003-01-01\nimplements: [one]\n",
    )
    assert [tell(tree) for tree in find_descents(catalog)] == [
        ":root(implements:one(implements:two()))"
    ]
