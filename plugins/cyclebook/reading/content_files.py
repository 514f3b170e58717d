"""What may lie in the folder of the hub's pages, and which file there is an article.

Whatever is not listed here stays off the site: a host or a browser could run it, or no check could see
into it. A name alone decides, so that the same holds for `cyclebook check` and for a build.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from cyclebook.model.article import ArticleKind
from cyclebook.model.convening import CONVENINGS
from cyclebook.model.file_kinds import (
    DOCUMENTS,
    DOWNLOADS,
    MARKDOWN,
    NO_PICTURES,
    OTHER_MARKDOWN,
    PAGES,
    PICTURES,
    SCRIPTS,
    SLIDES,
    SPREADSHEETS,
    STYLES,
    ending,
    left_by_a_program,
)
from cyclebook.model.problem import Place, Problem, printable

ARTICLE_FOLDERS = frozenset({*(kind.value for kind in ArticleKind), CONVENINGS})
"""What lies in these is read like team files."""
_INDEX = ("index.md", "README.md")
_OF_THE_SITE = ("assets", "search")
_ERROR_PAGE = "404"


def is_article(name: PurePosixPath) -> bool:
    """True for a case study, report or convening, named from the folder of pages: "reports/a.md"."""
    return (
        _in_place(name) and name.parts[0] in ARTICLE_FOLDERS and len(name.parts) > 1 and not _is_index(name)
    )


def is_taken(name: PurePosixPath) -> bool:
    """Whether a file may be in a site by its name: a page of the hub, an article, a picture or a download."""
    if any(left_by_a_program(part) for part in name.parts) or _reserved(name):
        return False
    if name.suffix in MARKDOWN:
        return _in_place(name)
    return ending(name) in (*PICTURES, *DOWNLOADS)


def _in_place(name: PurePosixPath) -> bool:
    """False for Markdown deeper among the articles, where neither we nor anybody's index would find it."""
    top, *rest = name.parts
    among_articles = bool(rest) and top.lower() in ARTICLE_FOLDERS
    return name.suffix in MARKDOWN and (not among_articles or (top in ARTICLE_FOLDERS and len(rest) == 1))


def _is_index(name: PurePosixPath) -> bool:
    return name.name in _INDEX


def _reserved(name: PurePosixPath) -> bool:
    """True for an address at the top of the site that is the theme's, the error page's or the host's."""
    top = PurePosixPath(name.parts[0])
    first = (top.stem if top.suffix in MARKDOWN else top.name).lower()
    return first in (*_OF_THE_SITE, _ERROR_PAGE) or first.startswith("_")


def not_taken(
    content: Path, shown: PurePosixPath, of_theme: frozenset[str]
) -> Iterator[tuple[PurePosixPath, Problem | None]]:
    """Files that stay off the site, with what their author is told, in the order of their names.

    None is told of what no person put there, and of pictures, of which `personal` tells. `of_theme` are
    files that have the name of one of the theme's.
    """
    for path in sorted(content.rglob("*")) if content.is_dir() else ():
        name = PurePosixPath(path.relative_to(content).as_posix())
        if path.is_symlink() or not path.is_file() or (is_taken(name) and name.as_posix() not in of_theme):
            continue
        told = not any(map(left_by_a_program, name.parts)) and ending(name) not in NO_PICTURES
        yield name, (_problem(name, shown / name) if told else None)


def _problem(name: PurePosixPath, shown: PurePosixPath) -> Problem:
    if is_taken(name) or _reserved(name):
        return Problem(
            "bad-file-name",
            Place(shown),
            "{it} is an address that the site itself needs, so this file is left out.",
            "Rename the file, or its folder. At the top of the site, the names assets, search, 404 and all "
            "that begin with _ are taken.",
            it=name.as_posix(),
            stand_in="This name",
        )
    told = "This file is not read, so nothing in it is shown."
    return Problem("file-not-read", Place(shown), told, _how_to(name))


def _how_to(name: PurePosixPath) -> str:
    stem, kind, folder = printable(name.stem), ending(name), name.parts[0].lower()
    if name.suffix in MARKDOWN:
        return f"Move it up, into the folder {folder} itself, and write the name of that in small letters."
    if kind in (*MARKDOWN, *OTHER_MARKDOWN):
        return f"Rename it to {stem}.md"
    if kind in PAGES:
        return f"Write the page in Markdown, save it as {stem}.md, and move this one elsewhere."
    if kind in (*SCRIPTS, *STYLES):
        return (
            "Move it out of the folder of pages. What the hub adds to the theme has a folder of its own: "
            "theme, custom_dir in mkdocs.yml"
        )
    if kind in SPREADSHEETS:
        return f"Save it as {stem}.csv (CSV UTF-8), and move this one elsewhere."
    if kind in (*DOCUMENTS, *SLIDES):
        return f"Save it as {stem}.pdf, and move this one elsewhere."
    return (
        f"Move it elsewhere. A site takes pages ({MARKDOWN[0]}), pictures ({', '.join(PICTURES)}) "
        f"and files to download ({', '.join(DOWNLOADS)})."
    )
