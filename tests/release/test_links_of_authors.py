"""A link that leads nowhere costs its author the link, and nobody a page; no public log shows it."""

import re
from collections.abc import Callable

import pytest
from test_build_command import Told, run, write

from cyclebook.audit import Audit
from cyclebook.audit import Finding as AuditFinding
from cyclebook.hosts import command_line
from small_site import SmallSite, storyboard

pytestmark = pytest.mark.site

TEAM = "teams/2026-spring/marlow-creek.md"
COHORT = "---\ntitle: Spring 2026\nstart: 2026-02-02\nweeks: 10\n---\n\n[more](nope/) [team](tall-pines/)\n"
DEAD = "[one](nowhere/), [two](#nowhere), [three](/x), [four](../birch-hill/)"
WORDS = (
    f"{storyboard()}\n{DEAD}, [five](../tall-pines/#why-it-matters).\n\n## Week 3\n\n[six](../tall-pines/)\n"
)
HELD = storyboard(title="Reading at home", school="Birch Hill Elementary", publish_after="2027-01-01")
FILES = {
    TEAM: WORDS,
    "teams/2026-spring/cohort.md": COHORT,
    "teams/2026-spring/birch-hill.md": HELD,
    "content/case-studies/one.md": "---\ntitle: One\n---\nWe [met](../gone/).\n",
    "content/convenings/may.md": "---\ntitle: May\ndate: 2026-05-05\n---\n## After\n\nWe [met](../gone/).\n",
}
_KEPT = "nowhere. The words stay, without the link"


@pytest.fixture(scope="module")
def dead(small_site: Callable[..., SmallSite]) -> SmallSite:
    """A network whose files hold links that lead nowhere, one of them to a team under embargo."""
    return small_site(FILES)


@pytest.fixture(scope="module")
def built(dead: SmallSite) -> Told:
    """What the build of that network says."""
    return run(dead.project, "build")


def test_site_is_published_without_them(dead: SmallSite, built: Told) -> None:
    """The words of a dead link stay, links that lead somewhere stay, and every other page is there."""
    assert built.code == 0, built.output
    page = (dead.project / "site/cohorts/2026-spring/marlow-creek/index.html").read_text()
    links = re.findall(r'<a([^>]*) rel="noopener noreferrer">(\w+)</a>', page)
    assert {word: link for link, word in links} == {
        "one": "",
        "two": "",
        "three": "",
        "four": "",
        "five": ' href="../tall-pines/#why-it-matters"',
        "six": ' href="../tall-pines/"',
    }
    cohort = (dead.project / "site/cohorts/2026-spring/index.html").read_text()
    assert ">more</a>" in cohort
    assert 'href="nope/"' not in cohort
    assert (dead.project / "site/cohorts/2025-fall/old-mill/index.html").exists()


def test_each_file_is_warned_of_once(built: Told) -> None:
    """A terminal names each file with its links."""
    warnings = [line for line in built.output.splitlines() if "nowhere. The words stay" in line]
    four = '"nowhere/", "#nowhere", "/x", "../birch-hill/"'
    assert [line.removeprefix("WARNING -  cyclebook: ") for line in warnings] == [
        f'content/case-studies/one.md has a link that leads {_KEPT}: "../gone/".',
        f'teams/2026-spring/cohort.md has a link that leads {_KEPT}: "nope/".',
        f"teams/2026-spring/marlow-creek.md has 4 links that lead {_KEPT}: {four}.",
        f'content/convenings/may.md has a link that leads {_KEPT}: "../gone/".',
    ]


def test_strict_build_refuses_them(dead: SmallSite, built: Told) -> None:
    """They are warnings like a team's other mistakes: --strict allows none."""
    told = run(dead.project, "build", "--strict")
    assert told.code == 1
    assert "--strict allows none" in told.output


def test_link_in_a_week_leads_from_the_page_of_the_week_too(dead: SmallSite, built: Told) -> None:
    """What was written for a storyboard's page leads to the same place from the week's page."""
    week = (dead.project / "site/cohorts/2026-spring/weeks/3/index.html").read_text()
    assert 'href="../../tall-pines/"' in week


def test_dead_link_of_the_hub_stops_the_release(small_site: Callable[..., SmallSite]) -> None:
    """A link in a page of the hub's own is found at the gate; a public log does not show it."""
    site = small_site({"content/more.md": '# More\n\n<a href="../cohorts/2026-spring/gone-team/">x</a>\n'})
    told = run(site.project, "build")
    assert told.code == 1
    assert "more/index.html" in told.output
    assert '"../cohorts/2026-spring/gone-team/" leads to nothing.' in told.output
    public = run(site.project, "build", CI="true")
    assert public.code == 1
    assert "This link leads to nothing." in public.output
    assert "gone-team" not in public.output


def test_public_log_names_no_link(dead: SmallSite, built: Told) -> None:
    """Where CI is set, neither our warnings nor those of MkDocs show where a link should lead."""
    about = "# About us\n\n[x](cohorts/2026-spring/birch-hill/index.md)\n"
    write(dead.project, "content/more.md", about.replace("index.md)", "index.md) [y](#secret)"))
    told = run(dead.project, "build", CI="true")
    (dead.project / "content/more.md").unlink()
    assert "Doc file 'more.md' has a link that MkDocs cannot follow" in told.output
    assert "marlow-creek.md has 4 links that lead nowhere. The words stay, without the link." in told.output
    for words in ("birch-hill", "nope", "secret"):
        assert words not in told.output


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_public_log_of_an_audit_has_no_numbers(
    dead: SmallSite, built: Told, monkeypatch: pytest.MonkeyPatch, form: tuple[str, ...]
) -> None:
    """`cyclebook audit` tells where a number follows, and in a public log not which."""
    found = (AuditFinding("sum", "about/index.html", "19 of 52", "From 71 - 52."),)
    monkeypatch.setattr(command_line, "audit_site", lambda _: Audit(found, 1, 1, 1, 1, 1, 1, 0, "banded"))
    private, public = run(dead.project, "audit", *form), run(dead.project, "audit", *form, CI="1")
    assert private.code == public.code == 1
    assert "19 of 52" in private.output
    assert "about/index.html" in public.output
    assert "52" not in public.output
