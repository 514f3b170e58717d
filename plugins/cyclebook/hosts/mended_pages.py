"""What Material leaves undone on a finished page."""

import re

from cyclebook.building import WordsAround


def escaped(text: str) -> str:
    """Text that the theme would print as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


_SKIP = re.compile(r'(<div data-md-component="skip">).*?(</div>)', re.DOTALL)


def mended(html: str, around: WordsAround) -> str:
    """Name the search dialog (WCAG 4.1.2), and let the skip link lead to the article's beginning (2.4.1).

    Material leaves the dialog without a name, and skips to the first entry of the
    table of contents, past the heading and the result.
    """
    dialog = 'data-md-component="search" role="dialog"'
    named = html.replace(dialog, f'{dialog} aria-label="{escaped(around.search)}"')
    if 'id="article"' not in html:
        return named
    link = f'<a href="#article" class="md-skip">{escaped(around.skip)}</a>'
    return _SKIP.sub(lambda found: f"{found[1]}{link}{found[2]}", named)
