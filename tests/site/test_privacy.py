"""What may not be shown is nowhere in the tree: no page, download, search index or site map has it."""

import gzip
import re
from collections.abc import Callable

import pytest

from built_site import BuiltSite
from small_site import SmallSite, front_matter, storyboard

pytestmark = pytest.mark.site

_HELD_BACK = "Quillfeather"


def _whole_text(site: BuiltSite) -> dict[str, str]:
    """Every file as text, compressed ones opened, and every file's own name."""
    texts = {}
    for name, content in site.files.items():
        plain = gzip.decompress(content) if name.endswith(".gz") else content
        texts[name] = name + "\n" + plain.decode("utf-8", errors="replace")
    return texts


def test_embargoed_team_is_nowhere(small_site: Callable[..., SmallSite]) -> None:
    """A team with a later `publish_after` leaves no trace, neither its name nor its file's."""
    site = small_site(
        {
            "teams/2026-spring/quillfeather.md": storyboard(
                title=f"{_HELD_BACK} reads", school=f"{_HELD_BACK} Elementary", publish_after="2031-05-01"
            )
        }
    ).build()
    assert site.exit_code == 0, site.output
    found = [name for name, text in _whole_text(site).items() if _HELD_BACK.lower() in text.lower()]
    assert found == []
    assert _HELD_BACK.lower() not in site.output.lower()


def test_embargoed_team_is_not_named_beside_a_near_idea(small_site: Callable[..., SmallSite]) -> None:
    """The remark that two titles are nearly one names no file of a team under embargo, first or second."""
    secret, open_one = (
        storyboard(
            school=name,
            tests=[{"idea": idea, "weeks": [3, 4], "predict": "30 of 52"}],
            publish_after=until,
        )
        for name, idea, until in (
            (f"{_HELD_BACK} Elementary", "Songs over the loudspeaker", "2031-05-01"),
            ("Larch Elementary", "Songs over the loudspeakers", None),
        )
    )
    for slug in ("aa-quillfeather", "zz-quillfeather"):
        site = small_site(
            {f"teams/2026-spring/{slug}.md": secret, "teams/2026-spring/larch.md": open_one}
        ).build()
        assert site.exit_code == 0, site.output
        assert _HELD_BACK.lower() not in site.output.lower()
    shown = small_site(
        {
            "teams/2026-spring/aa.md": open_one.replace("speakers", "speaker"),
            "teams/2026-spring/larch.md": open_one,
        }
    ).build()
    assert "is nearly the title of an idea in teams/2026-spring/aa.md" in shown.output


def test_embargo_ends_the_day_after(small_site: Callable[..., SmallSite]) -> None:
    """On the day named the team is still held back; a day later it has its page and its place in lists."""
    files = {"teams/2026-spring/quillfeather.md": storyboard(school=_HELD_BACK, publish_after="2026-10-31")}
    project = small_site(files)
    last, after = "1793404800", "1793491200"
    held, shown = project.build(SOURCE_DATE_EPOCH=last), project.build(SOURCE_DATE_EPOCH=after)
    page = "cohorts/2026-spring/quillfeather/index.html"
    assert page not in held.files
    assert not [name for name, text in _whole_text(held).items() if _HELD_BACK in text]
    assert page in shown.files
    assert _HELD_BACK in shown.words("cohorts/2026-spring/")


def test_embargoed_cohort_is_nowhere(small_site: Callable[..., SmallSite]) -> None:
    """An embargo on a cohort holds back its page and all of its teams."""
    site = small_site(
        {
            "teams/2026-fall/cohort.md": front_matter({"title": _HELD_BACK, "publish_after": "2031-05-01"}),
            "teams/2026-fall/larch.md": storyboard(school="Larchmont Academy"),
        }
    ).build()
    assert site.exit_code == 0, site.output
    text = "\n".join(_whole_text(site).values())
    assert _HELD_BACK not in text
    assert "Larchmont" not in text
    assert "2026-fall" not in text


_PLANTED = ("8461", "7352", "6243", "5134", "4975", "3867", "2758", "9631", "8527", "7418", "6392", "5283")


def test_group_of_seven_leaves_no_number(small_site: Callable[..., SmallSite]) -> None:
    """Of a team with seven students, none of its numbers is anywhere, whichever field it was written in."""
    plant = iter(_PLANTED)
    team = storyboard(
        title="A small group",
        goal={
            "kind": "mean",
            "unit": "points",
            "measure": f"points, about {next(plant)} each",
            "reads": f"points, about {next(plant)} each",
            "of": 7,
            "baseline": int(next(plant)),
            "target": int(next(plant)),
            "result": int(next(plant)),
        },
        measures=[
            {"id": "points", "name": "Points", "unit": "points", "among": 7, "goal": int(next(plant))},
        ],
        weeks=[{"week": 1, "points": int(next(plant))}, {"week": 2, "note": f"{next(plant)} points"}],
        tests=[{"idea": "Practice", "happened": f"{next(plant)} of 7"}],
        other_results=[{"what": "Points", "value": int(next(plant))}],
        follow_up=[{"date": "2026-06-01", "what": "Points", "value": int(next(plant))}],
        problem=f"{next(plant)} points are missing.",
    )
    _assert_nothing_of(_PLANTED, small_site({"teams/2026-spring/marlow-creek.md": team}).build())


@pytest.mark.parametrize("sign", ["%", ""])
def test_small_student_group_withholds_all_groups(small_site: Callable[..., SmallSite], sign: str) -> None:
    """A student group of seven hides its own average and that of the others, which would give it away."""
    team = storyboard(
        goal={"kind": "mean", "unit": "points", "baseline": 100, "target": 400, "result": 430},
        measures=[],
        weeks=[],
        tests=[],
        groups=[
            {"name": "Newcomers", "of": 7, "baseline": f"8461{sign}", "result": f"7352{sign}"},
            {"name": "All others", "of": 45, "baseline": f"6243{sign}", "result": f"5134{sign}"},
        ],
    )
    site = small_site({"teams/2026-spring/marlow-creek.md": team}).build()
    _assert_nothing_of(("8461", "7352", "6243", "5134"), site)
    section = site.article("cohorts/2026-spring/marlow-creek/").by_id("groups").parent
    assert section is not None
    assert not re.search(r"\b(7|45)\b", section.words)


def test_measure_of_a_small_group_is_withheld(small_site: Callable[..., SmallSite]) -> None:
    """A measure counted among seven is withheld, though the team's goal is about 52."""
    team = storyboard(
        measures=[
            {"id": "on-time", "name": "In class by the bell", "of": 52, "better": "higher"},
            {"id": "calls", "name": "Calls home", "kind": "process", "unit": "calls", "among": 7},
        ],
        weeks=[{"week": 1, "on-time": 22, "calls": 8461}, {"week": 2, "on-time": 19, "calls": 7352}],
        tests=[],
    )
    _assert_nothing_of(("8461", "7352"), small_site({"teams/2026-spring/marlow-creek.md": team}).build())


def _assert_nothing_of(numbers: tuple[str, ...], site: BuiltSite) -> None:
    assert site.exit_code == 0, site.output
    assert "cohorts/2026-spring/marlow-creek/index.html" in site.files
    own = {
        name: text for name, text in _whole_text(site).items() if not name.startswith("assets/javascripts")
    }
    found = [
        (name, number)
        for name, text in own.items()
        if name.endswith((".html", ".csv", ".json", ".xml", ".gz", ".txt"))
        for number in numbers
        if re.search(rf"(?<![0-9]){number[0]},?{number[1:]}(?![0-9])", text)
    ]
    assert found == []
