"""An article that types a count of a banded team keeps the count to itself: no page, and a warning."""

from collections.abc import Callable

import pytest

from small_site import SmallSite, front_matter, storyboard

pytestmark = pytest.mark.site

_BANDED = {
    "title": "Spring 2026",
    "start": "2026-02-02",
    "weeks": 10,
    "privacy": {"policy": "banded", "because": "small schools"},
}
_STORY = "content/case-studies/breakfast.md"
_HEAD = front_matter({"title": "Breakfast before the bell", "storyboards": ["2026-spring/marlow-creek"]})
_TOLD = "Words.\n\nAt the end 46 of the 52 children came.\n"


def _site(small_site: Callable[..., SmallSite], cohort: dict[str, object], words: str) -> SmallSite:
    team = storyboard(goal={"result": 46}, title="On time")
    return small_site(
        {
            "teams/2026-spring/cohort.md": front_matter(cohort),
            "teams/2026-spring/marlow-creek.md": team,
            _STORY: _HEAD + words,
        }
    )


def test_the_count_of_a_banded_team_reaches_nobody(small_site: Callable[..., SmallSite]) -> None:
    """The article has no page, the log of a build service has its line and not the number."""
    built = _site(small_site, _BANDED, _TOLD).build(strict=False, CI="1")
    line = (_HEAD + _TOLD).splitlines().index("At the end 46 of the 52 children came.") + 1

    assert f"{_STORY}:{line}:12  error count-in-words" in built.output
    assert "46 of" not in built.output
    assert "Traceback" not in built.output
    assert not [name for name in built.files if name.startswith("case-studies/")]
    texts = [name for name in built.files if name.endswith((".html", ".json", ".csv", ".xml"))]
    assert len(texts) > 10
    assert not [name for name in texts if "46 of the 52" in built.text(name)]
    assert "cohorts/2026-spring/marlow-creek/index.html" in built.pages


def test_a_live_number_in_its_place_is_shown(small_site: Callable[..., SmallSite]) -> None:
    """The same article with a live number builds with `--strict`, and prints the band."""
    words = "At the end {result 2026-spring/marlow-creek} of the children came, twelve more than hoped.\n"
    built = _site(small_site, _BANDED, words).build()

    assert built.exit_code == 0, built.output
    assert "At the end over 85% to 95% of the children came" in built.words("case-studies/breakfast/")


def test_the_count_of_an_open_team_may_stand(small_site: Callable[..., SmallSite]) -> None:
    """Where exact counts are published, an article may type them."""
    cohort = {key: value for key, value in _BANDED.items() if key != "privacy"}
    built = _site(small_site, cohort, _TOLD).build()

    assert built.exit_code == 0, built.output
    assert "46 of the 52 children" in built.words("case-studies/breakfast/")
