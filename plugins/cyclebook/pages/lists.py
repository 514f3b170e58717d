"""Lists of what the network has, for any page: storyboards, a cohort in short, small run charts."""

from dataclasses import dataclass

from markupsafe import Markup

from cyclebook.catalogue import N_, _
from cyclebook.figures import small_multiples
from cyclebook.pages.cohort import tally_rows
from cyclebook.pages.cohort_figures import source_of
from cyclebook.pages.exhibits import NumberedMultiples, numbered_multiples
from cyclebook.pages.ideas import idea_entry
from cyclebook.pages.page import COHORTS, IDEAS, Download, cohort_address, relative
from cyclebook.pages.roster import TeamRow, team_row
from cyclebook.pages.templates import fill, markup
from cyclebook.pages.words import cohort_sentence
from cyclebook.published import (
    CohortSummary,
    IdeaList,
    Listing,
    PublishedCohort,
    PublishedStoryboard,
    RunChartList,
    StoryboardList,
)

_NOT_YET = N_("This cohort is not published yet.")


@dataclass(frozen=True, slots=True)
class ListedTeam:
    """A storyboard in a list that may hold teams of several cohorts."""

    row: TeamRow
    cohort: str


@dataclass(frozen=True, slots=True)
class RenderedList:
    """The HTML of a list and the files that belong to it."""

    html: Markup
    downloads: tuple[Download, ...] = ()


def rendered_list(listing: Listing, address: str, note: Markup | None = None) -> RenderedList:
    """A list with links from the page at `address`, and the author's words under it."""
    if isinstance(listing, StoryboardList):
        return _storyboards(listing, address, note)
    if isinstance(listing, IdeaList):
        return _ideas(listing, address, note)
    cohort = listing.cohort
    if cohort is None:
        return RenderedList(markup(fill("_list_absent.html", words=_(_NOT_YET), note=note)))
    if isinstance(listing, CohortSummary):
        return _summary(cohort, address, note)
    return _charts(listing, cohort, address, note)


def _storyboards(listing: StoryboardList, address: str, note: Markup | None) -> RenderedList:
    shown = len(listing.storyboards)
    target = cohort_address(listing.cohort.slug) if listing.cohort else COHORTS
    html = fill(
        "_list_storyboards.html",
        about=listing.about,
        count=_("{shown} of {all} are shown.", shown=shown, all=listing.total)
        if shown < listing.total
        else None,
        teams=[_team(one, address) for one in listing.storyboards],
        link=relative(target, address),
        words=_("All teams of {cohort}", cohort=listing.cohort.title) if listing.cohort else _("All cohorts"),
        note=note,
    )
    return RenderedList(markup(html))


def _team(one: PublishedStoryboard, address: str) -> ListedTeam:
    cohort = one.cohort_title
    if one.illustrative:
        cohort = _("{cohort}, illustrative", cohort=cohort)
    return ListedTeam(team_row(one, address), cohort)


def _ideas(listing: IdeaList, address: str, note: Markup | None) -> RenderedList:
    shown = len(listing.ideas)
    html = fill(
        "_list_ideas.html",
        about=listing.about,
        count=_("{shown} of {all} are shown.", shown=shown, all=listing.total)
        if shown < listing.total
        else None,
        entries=[idea_entry(idea, address) for idea in listing.ideas],
        link=relative(IDEAS, address),
        note=note,
    )
    return RenderedList(markup(html))


def _summary(cohort: PublishedCohort, address: str, note: Markup | None) -> RenderedList:
    html = fill(
        "_list_cohort.html",
        cohort=cohort,
        link=relative(cohort_address(cohort.slug), address),
        sentence=cohort_sentence(cohort),
        tally=tally_rows(cohort.tally),
        note=note,
    )
    return RenderedList(markup(html))


def _charts(
    listing: RunChartList, cohort: PublishedCohort, address: str, note: Markup | None
) -> RenderedList:
    drawn = small_multiples(
        listing.storyboards, id=listing.id, order=_("in alphabetical order"), source=source_of(cohort)
    )
    if not drawn.cells:
        words = _("No weekly counts of {cohort} can be drawn on one scale.", cohort=cohort.title)
        return RenderedList(markup(fill("_list_absent.html", words=words, note=note)))
    figure: NumberedMultiples = numbered_multiples(drawn, address)
    html = fill("_list_charts.html", multiples=figure, cohort=cohort, note=note)
    return RenderedList(markup(html), (figure.download,))
