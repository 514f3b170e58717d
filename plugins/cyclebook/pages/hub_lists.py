"""Lists in the hub's plain pages: marks while MkDocs renders the Markdown, then the lists in their places."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cyclebook.pages.lists import rendered_list
from cyclebook.pages.page import Download
from cyclebook.published import HubListing, Listing


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page's Markdown with a mark for each list, and the lists by mark."""

    markdown: str
    lists: dict[str, Listing]


def marked_page(parts: Sequence[str | tuple[str, str, str]], known: Sequence[HubListing]) -> MarkedPage:
    """Words in order, and blocks as (name, options, the words in them).

    A block that shows nothing leaves only the words in it.
    """
    key = hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:16]
    left = list(known)
    text: list[str] = []
    lists: dict[str, Listing] = {}
    for number, part in enumerate(parts):
        if isinstance(part, str):
            text.append(part)
            continue
        name, written, words = part
        found = next((one for one in left if (one.name, one.written) == (name, written)), None)
        if found is not None:
            left.remove(found)
        if found is not None and found.listing is not None:
            mark = f"{key}l{number}e"
            lists[mark] = found.listing
            text.append(mark)
        text.append(words)
    return MarkedPage("\n\n".join(text), lists)


def lists_in(html: str, lists: dict[str, Listing], address: str) -> tuple[str, list[Download]]:
    """The page with every mark replaced by its list, and the files of the lists."""
    downloads: list[Download] = []
    for mark, listing in lists.items():
        made = rendered_list(listing, address)
        downloads.extend(made.downloads)
        put_in = str(made.html)
        html = re.sub(rf"<p>\s*{mark}\s*</p>|{mark}", lambda _found, it=put_in: it, html)  # type: ignore[misc]
    return html, downloads
