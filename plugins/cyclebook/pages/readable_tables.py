"""Tables that Markdown makes, as everyone can read them: caption, headers with a scope, on a phone a list."""

import re
from html import unescape

from markupsafe import escape

from cyclebook.catalogue import _

_HEADING_OR_TABLE = re.compile(
    r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<table>(?P<table>.*?)</table>", re.DOTALL
)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd](?P<attributes>[^>]*)>(?P<words>.*?)</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def readable_tables(html: str) -> str:
    """The HTML with every table named after the heading above it and its first column as row headers."""
    heading = ""

    def replaced(found: re.Match[str]) -> str:
        nonlocal heading
        if found["table"] is None:
            heading = unescape(_TAG.sub("", found["heading"]).replace("&para;", "").strip(" ¶"))
            return found[0]
        return _table(
            found["table"], _("{heading}, as a table", heading=heading) if heading else _("A table")
        )

    return _HEADING_OR_TABLE.sub(replaced, html)


def _table(inside: str, name: str) -> str:
    head, *body = [list(_CELL.finditer(row[1])) for row in _ROW.finditer(inside)]
    labels = [unescape(_TAG.sub("", cell["words"])) for cell in head]
    heads = "".join(f'<th scope="col"{cell["attributes"]}>{cell["words"]}</th>' for cell in head)
    rows = "".join(f"<tr>{_row(cells, labels)}</tr>\n" for cells in body)
    return (
        f'<div class="table-scroll" role="group" aria-label="{escape(name)}" tabindex="0" '
        f"data-search-exclude>"
        f'<table class="ledger stack stack--lines"><caption>{escape(name)}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>"
    )


def _row(cells: list[re.Match[str]], labels: list[str]) -> str:
    first, *rest = cells
    row = f'<th scope="row"{first["attributes"]}>{first["words"]}</th>'
    for cell, label in zip(rest, labels[1:], strict=False):
        row += f'<td data-label="{escape(label)}"{cell["attributes"]}>{cell["words"]}</td>'
    return row
