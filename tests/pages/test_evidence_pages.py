"""What a storyboard can and cannot tell, and how we read the numbers, as pages show it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from cyclebook.building import compile_site
from cyclebook.measuring.claims import EIGHT, FEWEST_FOR_BASELINE, FEWEST_FOR_RULES, PLENTY, Series
from cyclebook.measuring.median import FEWEST_FOR_MEDIAN
from cyclebook.pages.words import Speaker, cause_words, other_measures_words
from cyclebook.published import EvidenceLevel
from small_site import DEFAULTS, Files, SmallSite, front_matter, storyboard
from webpage import Element, parse

FREMONT = "cohorts/2020-spring/fremont-graduation/"
EDISON = "cohorts/2020-fall/edison-attendance/"
NUMBERS = "how-we-read-the-numbers/"
MARLOW = "cohorts/2026-spring/marlow-creek/"
AFTER = date(2026, 11, 1)

Pages = Mapping[str, Element]


def _pages(folder: Path, *, as_of: date = AFTER) -> Pages:
    site = compile_site(
        folder / "teams",
        PurePosixPath("teams"),
        content=(folder / "content", PurePosixPath("content")),
        as_of=as_of,
        site_url=None,
        quoting=True,
    )
    assert site.broken == ()
    return {page.address: parse(f"<article>{page.html}</article>") for page in site.pages}


@pytest.fixture(scope="module")
def real(repository: Path) -> Pages:
    """The pages of this repository's own teams."""
    return _pages(repository)


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Pages]:
    """Makes the pages of a small network in which one team has other keys."""

    def make(files: Files | None = None, *, as_of: date = AFTER, **team: Any) -> Pages:
        marlow = {"teams/2026-spring/marlow-creek.md": storyboard(**team)}
        SmallSite.write(tmp_path, {**marlow, **(files or {})})
        return _pages(tmp_path, as_of=as_of)

    return make


def section(page: Element) -> Element:
    """The part "What this can and cannot tell us"."""
    (found,) = [one for one in page.all("section") if one.get("aria-labelledby") == "evidence"]
    return found


def here(page: Element) -> str:
    """The one step of the ladder that is the storyboard's own."""
    steps = section(page).one("ol", of_class="ladder").all("li")
    assert len(steps) == len(EvidenceLevel)
    (found,) = [one for one in steps if one.get("aria-current") == "true"]
    assert found.classes == ["ladder__step", "ladder__step--here"]
    assert [one for one in steps if "This storyboard" in one.words] == [found]
    return found.words


def sure(page: Element) -> str:
    """The part that a reader opens: "How sure are we?"."""
    found = section(page).one("details", of_class="sure")
    assert found.one("summary").words == "How sure are we?"
    return found.words


def test_fremont_is_one_value_after(real: Pages) -> None:
    """Level 1 without a value before: what it shows and does not, its cautions, interval and notes."""
    page = real[FREMONT]
    assert here(page) == "1 One value after; none before is given This storyboard"
    words = section(page).words
    assert "A value at the end shows where the group stood, and whether the goal was met." in words
    assert "One value cannot show a change, nor what made it." in words
    cautions = [
        "The group was chosen for a low start.",
        "No value from before the cycle is given",
        "The same weeks of last year are not known",
        "What to know about these numbers",
        "How many of the 80 students had already met the requirements at the start is not published.",
    ]
    places = [words.index(one) for one in cautions]
    assert places == sorted(places)
    assert "single value" not in words
    assert "74 of 80 is 92.5%. The 95% interval (Wilson) runs from 84.6% to 96.5%." in sure(page)


def test_edison_has_too_few_weeks(real: Pages) -> None:
    """Two weeks of absences are counts only, and the result has its interval."""
    page = real[EDISON]
    assert here(page).startswith("1 ")
    assert "The weeks: Counted in 2 weeks: too few to say more." in sure(page)
    assert "52 of 58 is 89.7%." in sure(page)
    assert "The group was chosen for a good start." in section(page).words


def test_every_storyboard_of_this_repository_has_its_step(real: Pages) -> None:
    """Each that is not withheld has one step, a link to the page on numbers, and claims no cause."""
    teams = [address for address in real if re.fullmatch(r"cohorts/[^/]+/[^/]+/", address)]
    shown = [address for address in teams if "of this team are withheld" not in real[address].words]
    assert 10 < len(shown) < len(teams)
    for address in shown:
        page = real[address]
        level = int(here(page).split()[0])
        words = section(page).words
        assert (level == EvidenceLevel.RANDOM) or "caused" not in words, address
        links = [one.get("href") for one in section(page).all("a")]
        assert "../../../how-we-read-the-numbers/" in links


def test_interval_stands_with_its_size_where_the_goal_was_met(small: Callable[..., Pages]) -> None:
    """The count with its group, the interval, and what it is not."""
    told = sure(small()[MARLOW])
    assert "43 of 52 is 82.7%. The 95% interval (Wilson) runs from 70.3% to 90.6%." in told
    assert "They were not. It is not a forecast." in told


def test_a_small_group_has_no_section(small: Callable[..., Pages]) -> None:
    """Of a withheld storyboard nothing is told, nor how strong it is."""
    page = small(goal={"of": 9, "baseline": 2, "target": 6, "result": 7})[MARLOW]
    assert not page.all("ol", of_class="ladder")
    assert not page.all("details", of_class="sure")


def test_running_cycle(small: Callable[..., Pages]) -> None:
    """Before the end, four counts are called counts and not a value at the end."""
    page = small(as_of=date(2026, 3, 2), goal={"result": None})[MARLOW]
    assert here(page) == "1 A few weekly counts; no result is given This storyboard"
    assert "A few counts show where the group stood in those weeks. So few cannot show" in section(page).words


@pytest.mark.parametrize(
    ("because", "said"),
    [
        ("lots were drawn", "The team speaks of cause and effect because lots were drawn."),
        ("because lots were drawn.", "The team speaks of cause and effect because lots were drawn."),
        ("Lots were drawn.", "The team speaks of cause and effect. Its reason: Lots were drawn."),
        ("<b>lots</b> & dice", "The team speaks of cause and effect because <b>lots</b> & dice."),
    ],
)
def test_why_the_team_speaks_of_causes(small: Callable[..., Pages], because: str, said: str) -> None:
    """The author's reason stands under "How sure are we?", as words."""
    assert said in sure(small(because=because)[MARLOW])


def test_without_a_reason_nothing_is_said_of_causes(small: Callable[..., Pages]) -> None:
    """A storyboard without `because` does not speak of it."""
    assert "cause and effect" not in small()[MARLOW].words


def test_a_reason_entered_from_a_source_is_not_the_teams() -> None:
    """The hub wrote such a text, so it is the text that speaks."""
    assert cause_words(Speaker.TEXT, "lots were drawn").startswith("This text speaks")


def test_a_reason_with_a_count_is_withheld_under_banded(small: Callable[..., Pages]) -> None:
    """Neither the count nor the sentence around it is on the page."""
    banded = front_matter(
        {
            "title": "Spring 2026",
            "start": "2026-02-02",
            "weeks": 10,
            "privacy": {"policy": "banded", "because": "small schools"},
        }
    )
    page = small(
        {"teams/2026-spring/cohort.md": banded},
        because="43 of 52 drew lots",
        other_measures="none chosen, because 43 were enough",
    )[MARLOW]
    assert "cause and effect" not in page.words
    assert "Other measures" not in page.words
    assert "43" not in section(page).words
    assert "interval" not in section(page).words


def test_why_an_article_speaks_of_causes(small: Callable[..., Pages]) -> None:
    """The reason stands among the notes of the article, which need no other note."""
    story = {"title": "The bus", "storyboards": ["2026-spring/marlow-creek"], "because": "lots were drawn"}
    every = small({"content/case-studies/bus.md": front_matter(story) + "\nThe bus came early.\n"})
    (notes,) = [
        one for one in every["case-studies/bus/"].all("section") if one.get("aria-labelledby") == "notes"
    ]
    assert notes.words == "Notes This article speaks of cause and effect because lots were drawn."


PROCESS = {"id": "greeted", "name": "Greeted at the gate", "kind": "process", "of": 52}
OUTCOME = {"id": "on-time", "name": "In class by the bell", "of": 52, "better": "higher"}


def test_why_no_other_measures(small: Callable[..., Pages]) -> None:
    """Where there is no section of other measures, the reason stands under "How sure are we?"."""
    page = small(other_measures="none chosen, because the register is all there is")[MARLOW]
    said = "Other measures: none chosen, because the register is all there is."
    assert said in sure(page)
    assert page.words.count(said) == 1


def test_why_no_more_measures(small: Callable[..., Pages]) -> None:
    """At the foot of the other measures, where the page has some."""
    weeks = [{"week": week, "on-time": 30 + week, "greeted": 20 + week} for week in range(1, 5)]
    page = small(
        measures=[OUTCOME, PROCESS], weeks=weeks, other_measures="No balancing one, for want of time"
    )[MARLOW]
    said = "Other measures: No balancing one, for want of time."
    (others,) = [one for one in page.all("section") if one.get("aria-labelledby") == "measures"]
    assert others.words.endswith(said)
    assert said not in sure(page)


@pytest.mark.parametrize(
    "written", [None, "none", "None.", "none chosen", "n/a", "none, because", "–", " - "]
)
def test_none_is_no_reason(written: str | None) -> None:
    """A bare "none" tells a reader nothing."""
    assert other_measures_words(written) is None


@pytest.mark.parametrize("written", ["nonesuch", "No time", "none chosen, because we count enough", "why?"])
def test_a_reason_is_printed(written: str) -> None:
    """Whatever says more than "none" is printed, as a sentence."""
    assert other_measures_words(written) == f"Other measures: {written}" + ("" if written[-1] == "?" else ".")


def test_thresholds_printed_are_those_of_the_program(real: Pages) -> None:
    """The table of weeks names the numbers by which `measuring` decides."""
    rows = [tuple(cell.words for cell in row.all("th", "td")) for row in real[NUMBERS].one("tbody").all("tr")]
    assert [row[0] for row in rows] == [
        f"Fewer than {FEWEST_FOR_MEDIAN} weeks",
        f"{FEWEST_FOR_MEDIAN} to {FEWEST_FOR_RULES - 1} weeks off the median",
        f"{FEWEST_FOR_RULES} to {PLENTY - 1} weeks off the median",
        f"{FEWEST_FOR_BASELINE} weeks or more before anything changed",
        f"1 to {FEWEST_FOR_BASELINE - 1} weeks before anything changed",
        "More than half the weeks at one value",
    ]
    assert f"need about {FEWEST_FOR_RULES} such weeks" in rows[1][3]
    words = real[NUMBERS].words
    assert EIGHT == FEWEST_FOR_BASELINE == 8
    assert "fixed from eight weeks or more: eight weeks in a row on the better side" in words


def test_six_and_seven_in_a_trend_are_those_of_the_program(real: Pages) -> None:
    """Six counts that only rise are a trend, in more than twenty weeks seven; the page says the same."""
    assert "six counts in a row that only rise or only fall (in more than twenty weeks: seven)" in (
        real[NUMBERS].words
    )

    def trends(rising: int, weeks: int) -> bool:
        level = [50 + number % 2 for number in range(weeks - rising)]
        values = tuple(Decimal(one) for one in [*level, *range(10, 10 + rising)])
        return Series(values, Decimal("30.5")).trending

    assert (trends(5, PLENTY), trends(6, PLENTY)) == (False, True)
    assert (trends(6, PLENTY + 1), trends(7, PLENTY + 1)) == (False, True)
    assert PLENTY == 20


def test_every_citation_leads_to_a_source(real: Pages) -> None:
    """Each [n] is a link to source n, each source is cited, and the list counts as the citations do."""
    page = real[NUMBERS]
    cited = [one for one in page.all("a") if re.search(r"\[[0-9]+\]", one.words)]
    sources = [one.get("id") for one in page.one("ol", of_class="sources").all("li")]
    assert sources == [f"source-{number}" for number in range(1, len(sources) + 1)]
    numbers = [re.sub("[^0-9]", "", one.words) for one in cited]
    assert [one.get("href") for one in cited] == [f"#source-{number}" for number in numbers]
    assert {f"source-{number}" for number in numbers} == set(sources)
    assert not re.search(r"\[[0-9]+\]", re.sub(r"Source \[[0-9]+\]", "", page.words))


def test_table_of_weeks_can_be_read_aloud(real: Pages) -> None:
    """It has a caption, a header with a scope for each column and row, and stays out of the search."""
    page = real[NUMBERS]
    table = page.one("table")
    assert table.one("caption").words == "What a number of weeks can show"
    head = table.one("thead").all("th")
    assert {one.get("scope") for one in head} == {"col"}
    for row in table.one("tbody").all("tr"):
        assert [one.get("scope") for one in row.all("th")] == ["row"]
        labels = [one.get("data-label") for one in row.all("td")]
        assert labels == [one.words for one in head[1:]]
    assert "data-search-exclude" in page.one("div", of_class="table-scroll").attributes


def test_ladder_of_the_numbers_page(real: Pages) -> None:
    """All six levels with the words of the storyboards, and no step of anybody's own."""
    steps = real[NUMBERS].one("ol", of_class="ladder").all("li")
    assert [one.words for one in steps] == [f"{level.value} {level.words}" for level in EvidenceLevel]
    assert not [one for one in steps if one.get("aria-current")]


def test_defaults_of_the_small_network_claim_no_cause() -> None:
    """The plain files of these tests hold none of the keys that they add."""
    assert not [name for name, text in DEFAULTS.items() if text and "\nbecause:" in text]
