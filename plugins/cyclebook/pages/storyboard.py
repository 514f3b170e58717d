"""The storyboard page: result first, chart second, words third."""

from collections.abc import Mapping
from functools import reduce

from cyclebook.catalogue import _, ngettext
from cyclebook.pages.evidence import evidence_view
from cyclebook.pages.exhibits import exhibit_downloads, numbered, weekly_table
from cyclebook.pages.frame import Frame
from cyclebook.pages.masthead import by_line, masthead_facts
from cyclebook.pages.page import Download, Page, driver_address, relative, storyboard_address
from cyclebook.pages.prose import Prose
from cyclebook.pages.result import result_big, result_dots, result_words, start_words
from cyclebook.pages.storyboard_figures import storyboard_figures
from cyclebook.pages.templates import fill
from cyclebook.pages.timeline import week_view
from cyclebook.pages.words import (
    at_goal_words,
    capital,
    goal_words,
    other_measures_words,
    result_text,
    revision_words,
    value_of_group,
)
from cyclebook.published import (
    Absent,
    Decision,
    FollowUp,
    PublishedConvening,
    PublishedStoryboard,
    Series,
    Support,
)
from cyclebook.published.days import day_text


def storyboard_page(
    one: PublishedStoryboard,
    frame: Frame,
    *,
    previous: PublishedStoryboard | None = None,
    following: PublishedStoryboard | None = None,
    before: PublishedStoryboard | None = None,
    ideas: Mapping[str, str] | None = None,
    meetings: tuple[PublishedConvening, ...] = (),
) -> Page:
    """The page of one storyboard, with links to its neighbours in the cohort.

    `before` is the storyboard of the cycle that this one continues; `ideas` are the addresses of
    the pages of change ideas, by key; `meetings` are those where it has a station.
    """
    address = storyboard_address(one)
    prose = Prose()
    figures = {section: numbered(exhibits, address) for section, exhibits in storyboard_figures(one).items()}
    weeks = [week_view(entry, one.outcome, prose) for entry in one.weeks]
    everything = [series for series in one.series if series.counted]
    all_weeks = (
        Download(f"{address}weeks.csv", weekly_table(everything, _("All weekly data")).to_csv())
        if everything
        else None
    )
    sections = _sections(one, has_weeks=bool(weeks), has_others="measures" in figures)
    html = fill(
        "storyboard.html",
        one=one,
        goal=one.goal,
        frame=frame.at(address),
        cohort_link=relative(f"cohorts/{one.cohort_slug}/", address),
        by=by_line(one),
        big=result_big(one),
        words=result_words(one),
        goal_words=goal_words(one.goal) if one.withheld is None else None,
        start_words=start_words(one),
        size_words=value_of_group(one.goal),
        dots=result_dots(one),
        facts=masthead_facts(one, address, meetings, frame.as_of),
        figures=figures,
        chart_notes=_chart_notes(one.outcome),
        evidence=evidence_view(one, has_others="measures" in figures),
        others_words=other_measures_words(one.other_measures),
        continues=_continues(address, before),
        ramps=_ramps(one),
        revision=revision_words(one.goal),
        versions=_versions(one),
        decisions=_decisions(one),
        ideas={key: relative(place, address) for key, place in (ideas or {}).items()},
        driver_links={
            test.driver_id: relative(driver_address(one.drivers_at, test.driver_id), address)
            for test in one.tests
            if test.driver_id
        },
        not_given=_("not published") if one.entered_from_source else _("not recorded"),
        weeks=weeks,
        has_bars=any(week.bar for week in weeks),
        support=_support(one.support),
        beside=[_observed(item) for item in one.beside],
        follow_up=[_observed(item) for item in one.follow_up],
        parts={
            name: prose.html(text) if text else None
            for name, text in (
                ("why", one.why_it_matters),
                ("well", one.went_well),
                ("better", one.could_be_better),
                ("next", one.whats_next),
                ("offer", one.we_offer),
                ("ask", one.we_ask),
            )
        },
        story=[
            (f"story-{number}", part.heading, prose.html(part.markdown))
            for number, part in enumerate(one.story, 1)
        ],
        all_weeks=relative(all_weeks.address, address) if all_weeks else None,
        previous=_neighbour(previous, address),
        following=_neighbour(following, address),
        sections=sections,
    )
    drawn = [figure for placed in figures.values() for figure in placed]
    return Page(
        address,
        f"{one.title}, {one.cohort_title}"
        if not one.school
        else f"{one.school}: {one.focus or one.title}, {one.cohort_title}",
        _description(one),
        html,
        tuple(sections),
        (*exhibit_downloads(drawn), *([all_weeks] if all_weeks else [])),
    )


def _chart_notes(series: Series | None) -> list[str]:
    """What the weeks show, in plain words beside the chart."""
    if series is None:
        return []
    if series.reading is None:
        at_goal = at_goal_words(series)
        return [at_goal] if at_goal else []
    return list(series.reading.sentences)


def _versions(one: PublishedStoryboard) -> list[tuple[str, str | None, str | None, bool]]:
    """(when, target, reason, in force) of every version, where there is more than one."""
    goal = one.goal
    if not goal.revised:
        return []
    last = len(goal.versions) - 1
    return [
        (
            _version_name(version.week, in_force=index == last),
            None if isinstance(version.target, Absent) else version.target.text,
            version.because,
            index == last,
        )
        for index, version in enumerate(goal.versions)
    ]


def _version_name(week: int | None, *, in_force: bool) -> str:
    """When a version of the goal began."""
    if week is None:
        return _("Launch")
    return _("Week {week}, in force", week=week) if in_force else _("Week {week}", week=week)


def _ramps(one: PublishedStoryboard) -> list[tuple[str, str]]:
    """(idea, letters) of every idea that more than one test carried on: "B, then C"."""
    ramps: dict[str, list[str]] = {}
    for test in one.tests:
        if test.ramp:
            ramps.setdefault(test.ramp, []).append(test.letter)
    return [(idea, reduce(_then, letters)) for idea, letters in ramps.items() if len(letters) > 1]


def _then(before: str, after: str) -> str:
    return _("{before}, then {after}", before=before, after=after)


def _continues(address: str, before: PublishedStoryboard | None) -> tuple[str, str] | None:
    """(words, link) to the cycle before this one, where it is published."""
    if before is None:
        return None
    return f"{before.title}, {before.cohort_title}", relative(storyboard_address(before), address)


def _decisions(one: PublishedStoryboard) -> str | None:
    """How the tests ended, in one line."""
    order = (Decision.ADOPT, Decision.ADAPT, Decision.ABANDON, Decision.OPEN, Decision.NOT_PUBLISHED)
    counts = [(kind, sum(test.decision is kind for test in one.tests)) for kind in order]
    told = ", ".join(_ended(kind, count) for kind, count in counts if count)
    return _("{decisions}.", decisions=capital(told)) if told else None


def _ended(kind: Decision, count: int) -> str:
    """How many tests ended with a decision."""
    match kind:
        case Decision.ADOPT:
            return ngettext("{count} adopted", "{count} adopted", count)
        case Decision.ADAPT:
            return ngettext("{count} adapted", "{count} adapted", count)
        case Decision.ABANDON:
            return ngettext("{count} abandoned", "{count} abandoned", count)
        case Decision.OPEN:
            return ngettext("{count} not decided", "{count} not decided", count)
        case Decision.NOT_PUBLISHED:
            return ngettext("no decision published for {count}", "no decision published for {count}", count)


def _support(given: tuple[Support, ...]) -> list[tuple[str, list[str]]]:
    """Support by kind, in the order in which each kind first occurs."""
    kinds: dict[str, list[str]] = {}
    for item in given:
        note = _("Week {week}: {note}", week=item.week, note=item.note) if item.week else item.note
        kinds.setdefault(item.kind, []).append(note)
    return [(capital(kind), notes) for kind, notes in kinds.items()]


def _observed(item: FollowUp) -> tuple[str, str | None, str | None, str, str | None]:
    """(what, when, before, value, nature)."""
    return (
        item.what,
        day_text(item.day) if item.day else None,
        item.worded(item.before) if item.before else None,
        item.worded(item.value),
        item.nature,
    )


def _sections(one: PublishedStoryboard, *, has_weeks: bool, has_others: bool) -> list[tuple[str, str]]:
    """(id, heading) of the sections this page has, in order."""
    looking_back = one.went_well or one.could_be_better or one.whats_next
    every = [
        ("evidence", _("What this can and cannot tell us"), one.evidence is not None),
        ("numbers", _("What to know about these numbers"), bool(one.notes) and one.evidence is None),
        ("why-it-matters", _("Why it matters"), bool(one.why_it_matters or one.problem)),
        ("root-cause", _("Root cause"), bool(one.root_cause or one.fishbone)),
        ("goal", _("The goal"), one.withheld is None and bool(one.goal.statement or one.goal.versions)),
        ("tests", _("Tests of change"), bool(one.tests)),
        ("measures", _("Other measures"), has_others),
        ("weeks", _("Week by week"), has_weeks),
        ("groups", _("Results by student group"), bool(one.groups)),
        ("comparison", _("Beside other groups"), one.comparison is not None),
        ("beside", _("Also counted"), bool(one.beside)),
        ("support", _("Actions and support"), bool(one.actions or one.support)),
        *(
            (f"story-{number}", part.heading, True)
            for number, part in enumerate(one.story, 1)
            if part.heading
        ),
        ("photos", _("Photos"), bool(one.photos)),
        ("looking-back", _("Looking back"), bool(looking_back)),
        ("follow-up", _("After the cycle"), bool(one.follow_up)),
        ("offers", _("We offer, we ask"), bool(one.we_offer or one.we_ask)),
        ("sources", _("Sources and data"), True),
    ]
    return [(name, heading) for name, heading, present in every if present]


def _neighbour(other: PublishedStoryboard | None, address: str) -> tuple[str, str] | None:
    if other is None:
        return None
    name = other.name if not other.focus else f"{other.name}, {other.focus}"
    return name, relative(storyboard_address(other), address)


def _description(one: PublishedStoryboard) -> str:
    """One sentence for search results and link previews."""
    result = result_text(one)
    if not result or one.withheld is not None:
        return _("{team}: {status}.", team=one.name, status=one.goal.status.word)
    return _(
        "{team}: {result} {reads}. {status}.",
        team=one.name,
        result=result,
        reads=one.goal.result_words.rstrip("."),
        status=one.goal.status.word,
    )
