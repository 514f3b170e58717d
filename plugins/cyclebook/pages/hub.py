"""The hub's own pages: MkDocs renders the Markdown, we set it in our typography."""

import re
from html import unescape

from cyclebook.catalogue import N_, _
from cyclebook.figures import Exhibit, cycle_timeline
from cyclebook.pages.exhibits import exhibit_downloads, numbered
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import Page
from cyclebook.pages.readable_tables import readable_tables
from cyclebook.pages.templates import fill, markup
from cyclebook.published import Cycle

_TIMELINE = re.compile(
    r"(<p>\s*)?<!--\s*cycle timeline\s*(?::\s*(?P<source>[^<>]*?)\s*)?-->(\s*</p>)?", re.IGNORECASE
)
_H1 = re.compile(r"<h1[^>]*>(?P<words>.*?)</h1>", re.DOTALL)
_LINK_TO_SELF = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_FEW_SECTIONS = 3
_USUAL = Cycle(weeks=10, check_ins=(3, 6, 9))
_USUAL_SOURCE = N_("an example of a cycle. The pages of cohorts have dates of their own")


def hub_page(
    html: str, *, title: str, address: str, sections: tuple[tuple[str, str], ...], frame: Frame
) -> Page:
    """The article of a hub page: `html` as MkDocs made it, under the page's one heading of level one.

    `sections` are (id, heading) of level two, listed where there are more than three.
    `<!-- cycle timeline: where it is from -->` becomes a figure of a cycle of ten weeks with three
    check-ins; what follows the colon stands under it as the source.
    """
    written = _H1.search(html)
    body = _H1.sub("", html)
    body = readable_tables(_LINK_TO_SELF.sub("", body))
    figures = []
    if asked := _TIMELINE.search(body):
        figures = numbered([_timeline(unescape(asked["source"] or _(_USUAL_SOURCE)))], address)
        drawn = fill("timeline.html", figure=figures[0])
        body = _TIMELINE.sub(lambda _found: drawn, body, count=1)
        body = _TIMELINE.sub("", body)
    article = fill(
        "hub.html",
        title=markup(_LINK_TO_SELF.sub("", written["words"])) if written else title,
        body=markup(body),
        sections=sections if len(sections) > _FEW_SECTIONS else (),
        frame=frame.at(address),
    )
    return Page(address, title, "", article, sections, tuple(exhibit_downloads(figures)))


def _timeline(source: str) -> Exhibit:
    return cycle_timeline(
        _USUAL,
        id="figure-1",
        subtitle=_("A cycle as a rule, from launch day to the retrospective"),
        source=source,
        headline=_("Ten weeks, three check-ins"),
    )
