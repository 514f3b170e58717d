"""Authors' Markdown to safe HTML.

Raw HTML in the Markdown is shown as text; what the renderer makes then goes through
an allow-list. No attribute lists, no includes, no macros.
"""

import re
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

AUTHORS_LINK = "noopener noreferrer"
"""The `rel` of every link that an author wrote, and of none of ours."""
_TAGS = {
    *("p", "br", "hr", "div", "blockquote", "pre", "code", "em", "strong", "sup", "a"),
    *("h2", "h3", "h4", "h5", "h6", "ol", "ul", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href", "title", "id", "class"},
    "div": {"class"},
    "li": {"id"},
    "p": {"class"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align"},
}
_CLASSES = {"admonition", "admonition-title", "footnote", "footnote-ref", "footnote-backref"}
_FOOTNOTE_ID = re.compile(r"fn(ref)?[0-9]*:[\w-]+")
_PASSED_OVER = re.compile(r"[\t\r\n]|^[\x00-\x20]+")
_TASK = re.compile(r"\[([ xX])\]\s+")
_HEADING = re.compile(r"h([1-6])")


class Prose:
    """Renders the Markdown fragments of one page; footnote ids are unique within it."""

    def __init__(self) -> None:
        self._plain = _Plain()
        self._markdown = Markdown(
            extensions=[
                "admonition",
                "def_list",
                "fenced_code",
                "footnotes",
                "sane_lists",
                "tables",
                self._plain,
            ],
            extension_configs={"footnotes": {"UNIQUE_IDS": True}, "tables": {"use_align_attribute": True}},
        )

    def html(self, text: str, *, highest: int = 3) -> Markup:
        """A fragment of Markdown as sanitised HTML.

        `highest` is the level of the highest heading in it: 3 inside a section of a page.
        """
        self._plain.highest = highest
        rendered = self._markdown.reset().convert(text)
        return Markup(  # noqa: S704 - sanitised here
            nh3.clean(
                rendered,
                tags=_TAGS,
                attributes=_ATTRIBUTES,
                attribute_filter=_keep,
                url_schemes={"https", "mailto"},
                link_rel=AUTHORS_LINK,
            )
        )


def _keep(_tag: str, name: str, value: str) -> str | None:
    """Keep or drop an attribute; never rewrite it.

    A browser reads "//host", and the same with backslashes or line ends in it, as another host's address.
    """
    if name == "href":
        return None if _PASSED_OVER.sub("", value).replace("\\", "/").startswith("//") else value
    if name == "class":
        return value if set(value.split()) <= _CLASSES else None
    if name == "id":
        return value if _FOOTNOTE_ID.fullmatch(value) else None
    return value


class _Plain(Extension):
    """Markdown without raw HTML, with headings in order below the page's own."""

    highest = 3

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Headings(md, self), "cyclebook-headings", 5)
        md.treeprocessors.register(_Tasks(md), "cyclebook-tasks", 4)


class _Headings(Treeprocessor):
    """Moves headings to the level `highest` and below, without a gap."""

    def __init__(self, md: Markdown, plain: _Plain) -> None:
        super().__init__(md)
        self._plain = plain

    def run(self, root: Element) -> None:
        highest = self._plain.highest
        deepest = highest - 1
        for element in root.iter():
            found = _HEADING.fullmatch(element.tag)
            if found:
                level = min(max(int(found[1]), highest), deepest + 1, 6)
                deepest = level
                element.tag = f"h{level}"


class _Tasks(Treeprocessor):
    """Draws the boxes of a task list, "- [x] done": signs that are read aloud, and no form."""

    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            first = item[0] if not (item.text or "").strip() and len(item) and item[0].tag == "p" else item
            found = _TASK.match(first.text or "")
            if found:
                box = "\N{BALLOT BOX}" if found[1] == " " else "\N{BALLOT BOX WITH CHECK}"
                first.text = f"{box} {(first.text or '')[found.end() :]}"
