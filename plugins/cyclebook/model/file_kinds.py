"""Kinds of files by the ending of their name, in small letters or capitals: one list for every room."""

from pathlib import PurePath

MARKDOWN = (".md",)
"""What we read, and what a page of the hub is written in."""
OTHER_MARKDOWN = (".markdown", ".mdown", ".mdtext", ".mdtxt", ".mdx", ".mkd", ".mkdn")
"""Endings that other programs give to the same: some of them MkDocs would render, past our checks."""
PLAIN_TEXT = (".txt", ".text", "")
TABLES = (".csv",)
PICTURES = (".jpeg", ".jpg", ".png", ".webp")
NO_PICTURES = (".avif", ".bmp", ".gif", ".heic", ".heif", ".svg", ".svgz", ".tif", ".tiff")
"""Kinds that no page shows: SVG can hold a program, and others are not read everywhere."""
DOCUMENTS = (".doc", ".docx", ".gdoc", ".odt", ".pages", ".pdf", ".rtf")
SLIDES = (".gslides", ".key", ".odp", ".ppt", ".pptx")
SPREADSHEETS = (".gsheet", ".numbers", ".ods", ".tsv", ".xls", ".xlsm", ".xlsx")
PAGES = (".htm", ".html")
OTHER_PAGES = (".mht", ".mhtml", ".shtml", ".svgz", ".swf", ".xht", ".xhtml", ".xsl", ".xslt")
"""What a browser opens as a page, with scripts in it, and what we do not take apart."""
DRAWINGS = (".svg",)
FEEDS = (".atom", ".rss", ".xml")
SCRIPTS = (".cjs", ".javascript", ".js", ".mjs", ".wasm")
STYLES = (".css",)
ARCHIVES = (".zip",)
DOWNLOADS = (".csv", ".ics", ".pdf", ".txt")
"""Files that readers of the hub's pages may take with them. All but PDF are searched for personal data;
office files are not taken, for they carry names of authors, earlier versions and hidden sheets."""
_DATA = (".ics", ".json", ".tsv", ".xhtml", ".yaml", ".yml")
SEARCHED = (*MARKDOWN, *OTHER_MARKDOWN, *PLAIN_TEXT, *TABLES, *PAGES, *FEEDS, *DRAWINGS, *_DATA)
"""What people bring as text, and what is searched for personal data."""
PUBLISHED_TEXT = (*PAGES, *FEEDS, *SCRIPTS, *TABLES, *DRAWINGS, ".ics", ".json", ".txt", ".xhtml")
"""Text of a finished site."""
SOURCES = (*MARKDOWN, *OTHER_MARKDOWN, ".jsonl", ".yaml", ".yml")
"""What holds raw numbers, and stands in no finished site."""

_OF_SYSTEMS = ("thumbs.db", "desktop.ini")


def ending(name: str | PurePath) -> str:
    """The ending of a name, in small letters: ".jpg" for "Wall.JPG", "" for a name without one."""
    last = name.name if isinstance(name, PurePath) else name.rpartition("/")[2]
    _, dot, letters = last.rpartition(".")
    return f"{dot}{letters}".lower() if dot else ""


def left_by_a_program(name: str) -> bool:
    """True for a file that no person put there: one that is hidden, or that a system or an editor made."""
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _OF_SYSTEMS
