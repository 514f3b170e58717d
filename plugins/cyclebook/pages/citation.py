"""How to cite an article: in the style of the APA, and for BibTeX."""

import re
from dataclasses import dataclass

from cyclebook.catalogue import _
from cyclebook.published import PublishedArticle
from cyclebook.published.days import MONTHS

_SPECIAL = re.compile(r"([&%$#_{}])")


@dataclass(frozen=True, slots=True)
class Citation:
    """The APA reference in three parts, the title to be set in italics; and the BibTeX entry."""

    before: str
    title: str
    after: str
    bibtex: str


def citation(article: PublishedArticle, site: str, url: str | None) -> Citation:
    """The article as a reference; `url` is left out where the site's public address is not known."""
    day = article.day
    when = _("n.d.")
    if day:
        when = _("{year}, {month} {day}", year=day.year, month=_(MONTHS[day.month - 1]), day=day.day)
    authors = _listed(article.by)
    before = f"{authors.rstrip('.')}. ({when}). " if authors else ""
    tail = [f"{site.rstrip('.')}.", *([url] if url else [])]
    after = " ".join(tail if authors else [f"({when}).", *tail])
    rows = [
        ("author", " and ".join(f"{{{_escaped(name)}}}" for name in article.by)),
        ("title", f"{{{_escaped(article.title)}}}"),
        ("year", str(day.year) if day else ""),
        ("month", MONTHS[day.month - 1][:3].lower() if day else ""),
        ("howpublished", _escaped(site)),
        ("url", url or ""),
    ]
    width = max(len(name) for name, _words in rows)
    fields = ",\n".join(f"  {name:<{width}} = {{{words}}}" for name, words in rows if words)
    return Citation(before, article.title.rstrip("."), after, f"@misc{{{article.slug},\n{fields}\n}}")


def _listed(names: tuple[str, ...]) -> str:
    """ "A", "A & B", "A, B, & C"."""
    if len(names) < 3:
        return " & ".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words.replace("\\", ""))
