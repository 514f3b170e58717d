"""The authors' guide: a first storyboard, every key, every problem, and privacy in plain words.

What the pages tell of the program comes from the program: `building` hands it over in the types here.
"""

from dataclasses import dataclass

from cyclebook.pages.frame import Frame
from cyclebook.pages.page import WORDS_SLOT, Page
from cyclebook.pages.templates import fill, markup

GUIDE = "guide/"
FIELDS = "guide/fields/"
PROBLEMS = "guide/problems/"
PRIVACY = "guide/privacy/"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it is, what may stand there, and a line that shows it.

    `block` is the id of the block whose keys stand under it; `needed` is None where it may be left out.
    """

    id: str
    name: str
    about: str
    kind: str
    needed: str | None = None
    choices: tuple[str, ...] = ()
    default: str | None = None
    example: str | None = None
    block: str | None = None


@dataclass(frozen=True, slots=True)
class KeyBlock:
    """The keys that stand together; `name` is the key above them ("goal.revised"), "" at the top.

    `slashes` names the `///` block of an article whose options they are, "" in front matter.
    """

    id: str
    name: str
    about: str
    keys: tuple[Key, ...]
    slashes: str = ""

    @property
    def where(self) -> str:
        """Where the keys stand, after the kind of file: " under goal", " in /// fast-facts under facts"."""
        within = f" in /// {self.slashes}" if self.slashes else ""
        return f"{within} under {self.name}" if self.name else within


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A kind of file, all its keys, and an example that uses every one of them."""

    id: str
    title: str
    path: str
    blocks: tuple[KeyBlock, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of an example, as they may be shown, with the file's name and a remark on it."""

    file: str
    text: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ProblemEntry:
    """A problem: its code, what it means, how to mend it, and an example before and after."""

    code: str
    means: str
    mend: str
    wrong: Lines
    right: Lines


@dataclass(frozen=True, slots=True)
class BandRow:
    """The bands of a group of `size`, as (low, high) percents, and what becomes of a count in it."""

    size: int
    bands: tuple[tuple[int, int], ...]
    count: str
    shown: str

    @property
    def edges(self) -> str:
        """Every edge, in words: "20%, 50% and 80%"."""
        inner = [f"{high}%" for _, high in self.bands[:-1]]
        return f"{', '.join(inner[:-1])} and {inner[-1]}"


def start_page(frame: Frame) -> Page:
    """From an empty folder to a page, in small steps; the hub may introduce it in its own words."""
    words = markup(WORDS_SLOT) if GUIDE in frame.worded else None
    sections = (
        ("folder", "An empty folder"),
        ("hub", "Two files of the hub"),
        ("team", "The first storyboard"),
        ("weeks", "The weekly numbers"),
        ("mistake", "A mistake, and how to mend it"),
        ("tests", "A test of change"),
        ("words", "Your own words"),
        ("csv", "Weekly numbers in a spreadsheet"),
        ("end", "A revised goal, and the result"),
        ("headings", "Headings the program knows"),
        ("terms", "The hub’s words for ours"),
        ("missing", "When something is missing"),
    )
    html = fill("guide.html", frame=frame.at(GUIDE), words=words, sections=sections)
    title = "Authors’ guide"
    return Page(GUIDE, title, "Write a first storyboard in ten minutes, step by step.", html, sections)


def fields_page(files: tuple[KeyFile, ...], frame: Frame) -> Page:
    """Every key that may stand in a file."""
    html = fill("guide-fields.html", frame=frame.at(FIELDS), files=files)
    told = "Every key of every kind of file: what it is, and what may stand there."
    sections = tuple((one.id, one.title) for one in files)
    return Page(FIELDS, "Every key", told, html, sections)


def problems_page(problems: tuple[ProblemEntry, ...], frame: Frame) -> Page:
    """Every problem that a check can report."""
    html = fill("guide-problems.html", frame=frame.at(PROBLEMS), problems=problems)
    told = "What each problem of a check means, with the wrong lines and the right ones."
    return Page(PROBLEMS, "Every problem", told, html)


def privacy_page(rows: tuple[BandRow, ...], smallest: int, frame: Frame) -> Page:
    """What becomes of numbers about people before anyone can read them."""
    sections = (
        ("rules", "What always holds"),
        ("policies", "Two policies"),
        ("bands", "What bands look like"),
        ("texts", "Numbers in your sentences"),
        ("later", "Not yet, and not real"),
        ("check", "What a check can see, and what it cannot"),
        ("repository", "The files themselves"),
    )
    html = fill("guide-privacy.html", frame=frame.at(PRIVACY), rows=rows, smallest=smallest)
    told = "Small groups, bands, embargo and invented data, in plain words."
    return Page(PRIVACY, "Privacy for authors", told, html, sections)
