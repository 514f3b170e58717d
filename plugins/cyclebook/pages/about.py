"""About the data: the hub's words, the privacy policy in plain words, and every source."""

from cyclebook.pages.frame import Frame
from cyclebook.pages.page import ABOUT, WORDS_SLOT, Page
from cyclebook.pages.templates import fill, markup
from cyclebook.pages.words import many
from cyclebook.published import PublishedNetwork
from cyclebook.published.days import day_text


def about_page(network: PublishedNetwork, frame: Frame) -> Page:
    """What readers should know of the numbers on this site."""
    storyboards = [one for cohort in network.cohorts for one in cohort.storyboards]
    invented = sum(one.illustrative for one in storyboards)
    sources = dict.fromkeys(
        [*network.sources, *(source for cohort in network.cohorts for source in cohort.sources)]
    )
    html = fill(
        "about.html",
        network=network,
        policy=network.policy,
        policies={network.policy.name, *(cohort.policy for cohort in network.cohorts)},
        apart=[cohort for cohort in network.cohorts if cohort.policy != network.policy.name],
        frame=frame.at(ABOUT),
        words=markup(WORDS_SLOT) if ABOUT in frame.worded else None,
        counts=_counts(len(storyboards), invented, sum(one.withheld is not None for one in storyboards)),
        as_of=day_text(network.as_of),
        sources=list(sources),
    )
    return Page(
        ABOUT,
        "About the data",
        "Where the figures come from, and under which privacy policy they are shown.",
        html,
        (
            ("privacy", "What is shown, and what is not"),
            ("reading", "What the numbers can show"),
            ("writing", "For those who write"),
            *((("sources", "Sources"),) if sources else ()),
        ),
    )


def _counts(storyboards: int, invented: int, withheld: int) -> str:
    told = [f"This site shows {many(storyboards, 'storyboard')}."]
    if invented == 1:
        told.append("One of them is invented; it carries a badge and counts in no total.")
    elif invented:
        told.append(
            f"{invented} of them are invented; they carry a badge and count in no total of the network."
        )
    if withheld:
        told.append(f"The numbers of {many(withheld, 'storyboard')} are withheld.")
    return " ".join(told)
