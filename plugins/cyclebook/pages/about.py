"""About the data: the hub's words, the privacy policy in plain words, and every source."""

from collections.abc import Iterator

from cyclebook.catalogue import _, ngettext
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import ABOUT, WORDS_SLOT, Page
from cyclebook.pages.templates import fill, markup
from cyclebook.published import PolicyApart, PublishedNetwork
from cyclebook.published.days import day_text


def about_page(network: PublishedNetwork, frame: Frame) -> Page:
    """What readers should know of the numbers on this site."""
    storyboards = [one for cohort in network.cohorts for one in cohort.storyboards]
    invented = sum(one.illustrative for one in storyboards)
    sources = dict.fromkeys(
        [*network.sources, *(source for cohort in network.cohorts for source in cohort.sources)]
    )
    parts = list(_apart(network))
    html = fill(
        "about.html",
        network=network,
        policy=network.policy,
        policies={network.policy.name, *(cohort.policy for cohort in network.cohorts)}
        | {one.policy for _where, one in parts},
        parts=[(where, one) for where, one in parts if one.because],
        apart=[cohort for cohort in network.cohorts if cohort.policy != network.policy.name],
        frame=frame.at(ABOUT),
        words=markup(WORDS_SLOT) if ABOUT in frame.worded else None,
        counts=_counts(len(storyboards), invented, sum(one.withheld is not None for one in storyboards)),
        as_of=day_text(network.as_of),
        sources=list(sources),
    )
    return Page(
        ABOUT,
        _("About the data"),
        _("Where the figures come from, and under which privacy policy they are shown."),
        html,
        (
            ("privacy", _("What is shown, and what is not")),
            ("reading", _("What the numbers can show")),
            ("writing", _("For those who write")),
            *((("sources", _("Sources")),) if sources else ()),
        ),
    )


def _apart(network: PublishedNetwork) -> Iterator[tuple[str | None, PolicyApart]]:
    """Policies apart from the usual one, and where: everywhere (None), in a cohort, in a storyboard."""
    for one in network.policies:
        yield None, one
    for cohort in network.cohorts:
        for one in cohort.policies:
            yield cohort.title, one
        for storyboard in cohort.storyboards:
            for one in storyboard.policies:
                yield f"{storyboard.name}, {cohort.title}", one


def _counts(storyboards: int, invented: int, withheld: int) -> str:
    told = [
        ngettext("This site shows {count} storyboard.", "This site shows {count} storyboards.", storyboards)
    ]
    if invented:
        told.append(
            ngettext(
                "One of them is invented; it carries a badge and counts in no total.",
                "{count} of them are invented; they carry a badge and count in no total of the network.",
                invented,
            )
        )
    if withheld:
        told.append(
            ngettext(
                "The numbers of {count} storyboard are withheld.",
                "The numbers of {count} storyboards are withheld.",
                withheld,
            )
        )
    return " ".join(told)
