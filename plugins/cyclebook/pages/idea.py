"""The page of one change idea: every test of it, prediction, outcome and decision side by side."""

from dataclasses import dataclass

from cyclebook.catalogue import N_, _
from cyclebook.figures import predictions
from cyclebook.pages.exhibits import exhibit_downloads, numbered
from cyclebook.pages.frame import Frame
from cyclebook.pages.idea_words import before_borrowing, evidence_words, illustrative_words, tally_words
from cyclebook.pages.ideas import linked_driver
from cyclebook.pages.page import IDEAS, Page, idea_address, relative, storyboard_address
from cyclebook.pages.templates import fill
from cyclebook.pages.words import source_line
from cyclebook.published import Decision, EvidenceLevel, IdeaTest, PublishedIdea, Test

_NOT_GIVEN = {True: N_("Not published."), False: N_("Not recorded.")}


@dataclass(frozen=True, slots=True)
class TestedIdea:
    """One test as the idea's page shows it. `ramp` is (words, link or None) for each test of its ramp."""

    id: str
    name: str
    link: str
    where: tuple[str, ...]
    decision: Decision
    illustrative: bool
    question: str | None
    predicted: str
    happened: str
    off: str | None
    learned: str | None
    following: str | None
    evidence: str | None
    ramp_name: str | None
    ramp: tuple[tuple[str, str | None], ...]
    ask: str | None


def idea_page(idea: PublishedIdea, links: dict[str, str], frame: Frame) -> Page:
    """The page of an idea. `links` are the addresses of all ideas by key, for ramps that go on elsewhere."""
    address = idea_address(idea)
    drawn = predictions(
        idea.tests,
        id="figure-1",
        idea=idea.title,
        source="; ".join(dict.fromkeys(source_line(one.storyboard) for one in idea.tests if one.test.counts)),
    )
    figures = numbered([drawn], address) if drawn else []
    tests = [_tested(one, number, links, address) for number, one in enumerate(idea.tests, 1)]
    html = fill(
        "idea.html",
        idea=idea,
        frame=frame.at(address),
        all_ideas=relative(IDEAS, address),
        drivers=[linked_driver(one, address) for one in idea.drivers],
        tally=tally_words(idea),
        invented=illustrative_words(idea),
        all_invented=not idea.counted,
        evidence=evidence_words(idea),
        figures=figures,
        tests=tests,
        borrow=before_borrowing(idea),
        asks=list(dict.fromkeys((one.ask, one.name, one.link, one.illustrative) for one in tests if one.ask)),
    )
    sections = [
        ("tests", _("The tests")),
        ("borrow", _("Before you borrow it")),
        *([("ask", _("Whom to ask"))] if any(one.ask for one in tests) else []),
    ]
    invented = f" {illustrative_words(idea)}" if idea.illustrative else ""
    return Page(
        address,
        _("{idea}: change idea", idea=idea.title),
        f"{idea.title}. {tally_words(idea)}{invented}",
        html,
        tuple(sections),
        tuple(exhibit_downloads(figures)),
    )


def _tested(one: IdeaTest, number: int, links: dict[str, str], address: str) -> TestedIdea:
    board, test = one.storyboard, one.test
    not_given = _(_NOT_GIVEN[board.entered_from_source])
    link = relative(storyboard_address(board), address)
    lead = next((role for role in board.team if role.lead), board.team[0] if board.team else None)
    place = ", ".join(part for part in (board.focus, board.level) if part)
    return TestedIdea(
        id=f"test-{number}",
        name=board.name,
        link=f"{link}#tests",
        where=tuple(
            part
            for part in (
                place[:1].upper() + place[1:],
                board.cohort_title,
                test.weeks,
                test.scale[:1].upper() + test.scale[1:] if test.scale else None,
            )
            if part
        ),
        decision=test.decision,
        illustrative=one.illustrative,
        question=test.question,
        predicted=test.predicted or not_given,
        happened=test.happened or not_given,
        off=test.off,
        learned=test.study,
        following=test.next,
        evidence=_level(one.level),
        ramp_name=test.ramp if one.ramp else None,
        ramp=tuple(_step(other, test, links, address) for other in one.ramp),
        ask=f"{lead.role}, {board.school or board.district or board.name}" if lead else None,
    )


def _level(level: EvidenceLevel | None) -> str | None:
    if level is None:
        return None
    return _(
        "Evidence of the storyboard: level {level} of {levels}",
        level=level.value,
        levels=len(EvidenceLevel) - 1,
    )


def _step(other: Test, test: Test, links: dict[str, str], address: str) -> tuple[str, str | None]:
    """A test of a ramp: "B", or "C: A lunch table" with a link where it is of another idea."""
    if other.idea_key == test.idea_key:
        return _("{letter} (this test)", letter=other.letter) if other is test else other.letter, None
    elsewhere = links.get(other.idea_key or "")
    return f"{other.letter}: {other.idea}", relative(elsewhere, address) if elsewhere else None
