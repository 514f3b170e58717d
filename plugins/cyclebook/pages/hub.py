"""The hub's own pages: MkDocs renders the Markdown, we set it in our typography."""

import re

from cyclebook.figures import cycle_timeline
from cyclebook.pages.frame import Frame
from cyclebook.pages.readable_tables import readable_tables
from cyclebook.pages.templates import fill, markup
from cyclebook.published import Cycle

_TIMELINE = re.compile(r"(<p>\s*)?<!--\s*cycle timeline\s*-->(\s*</p>)?", re.IGNORECASE)
_H1 = re.compile(r"<h1[^>]*>(?P<words>.*?)</h1>", re.DOTALL)
_LINK_TO_SELF = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_FEW_SECTIONS = 3
_USUAL = Cycle(weeks=10, check_ins=(3, 6, 9))


def hub_html(
    html: str, *, title: str, address: str, sections: tuple[tuple[str, str], ...], frame: Frame
) -> str:
    """The article of a hub page: `html` as MkDocs made it, under the page's one heading of level one.

    `sections` are (id, heading) of level two, listed where there are more than three.
    `<!-- cycle timeline -->` becomes the drawing of a cycle of ten weeks with three check-ins.
    """
    written = _H1.search(html)
    body = _H1.sub("", html)
    body = readable_tables(_LINK_TO_SELF.sub("", body))
    if _TIMELINE.search(body):
        figure = _timeline()
        body = _TIMELINE.sub(lambda _: figure, body, count=1)
        body = _TIMELINE.sub("", body)
    return fill(
        "hub.html",
        title=markup(_LINK_TO_SELF.sub("", written["words"])) if written else title,
        body=markup(body),
        sections=sections if len(sections) > _FEW_SECTIONS else (),
        frame=frame.at(address),
    )


def _timeline() -> str:
    exhibit = cycle_timeline(
        _USUAL,
        id="cycle-timeline",
        subtitle="A cycle as a rule, from launch day to the retrospective",
        source="",
        headline="Ten weeks, three check-ins",
    )
    return fill(
        "timeline.html", exhibit=exhibit, drawings=[markup(drawing.svg) for drawing in exhibit.drawings]
    )
