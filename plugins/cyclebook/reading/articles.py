"""Reads the hub's case studies and reports: front matter, body, blocks; on ground that the team files lay."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from cyclebook.model.article import (
    Article,
    ArticleBlock,
    ArticleFile,
    ArticleImage,
    ArticleKind,
    BlockOptions,
    ExhibitBlock,
    FastFactsBlock,
    PullQuoteBlock,
    Shelf,
    SideBoxBlock,
    SmartGoalBlock,
)
from cyclebook.model.article_text import Misspelt, Part, Words, pieces
from cyclebook.model.counts_in_words import TeamCounts
from cyclebook.model.file_kinds import PICTURES, ending
from cyclebook.model.network import Library
from cyclebook.model.problem import Place, Problem, Severity
from cyclebook.reading.article_body import Item, Passage, WrittenBlock, WrittenPicture, scan_body
from cyclebook.reading.article_checks import PlacedWords, ReadBlock, check_article
from cyclebook.reading.article_counts import check_counts, counts_kept_back
from cyclebook.reading.article_ground import Ground, ground_of
from cyclebook.reading.blocks import validate
from cyclebook.reading.claims.article_words import check_article_words
from cyclebook.reading.content_files import is_article, is_taken
from cyclebook.reading.file_names import bad_name
from cyclebook.reading.hub_pages import LISTS
from cyclebook.reading.markdown_limits import check_markdown
from cyclebook.reading.opened_files import open_front_matter
from cyclebook.reading.photos import check_consent, undeclared
from cyclebook.reading.places import Places
from cyclebook.reading.regular_files import entries, is_file
from cyclebook.reading.written_blocks import read_options

BLOCKS: dict[str, type[BlockOptions]] = {
    "exhibit": ExhibitBlock,
    "fast-facts": FastFactsBlock,
    "pull-quote": PullQuoteBlock,
    "side-box": SideBoxBlock,
    "smart-goal": SmartGoalBlock,
    **LISTS,
}
OPTIONS = {name: frozenset(model.model_fields) for name, model in BLOCKS.items()}
"""The keys that may stand in each kind of block."""
_LINK_TO_FILE = re.compile(r"\]\((?P<file>[^)\s#:]+\.md)(?:#[^)\s]*)?\)")
_CREDIT = re.compile(r"(?P<caption>.*?)\s*(?P<credit>\b(?:photo|photograph|picture|credit): \S.*)", re.I)
"""The end of a caption that says whose picture it is: "Photo: Ann Bell"."""


def read_articles(content: Path, shown: PurePosixPath, teams: Path, library: Library) -> Shelf:
    """Every article below `content`; problems name paths below `shown`. `library` was read from `teams`."""
    ground, kept_back = ground_of(teams, library), counts_kept_back(library)
    articles: list[ArticleFile] = []
    problems: list[Problem] = []
    for kind in ArticleKind:
        folder = content / kind.value
        listed = entries(folder, shown / kind.value)
        if isinstance(listed, Problem):
            problems.append(listed)
            continue
        for path in listed:
            if not is_article(PurePosixPath(kind.value, path.name)):
                continue
            found: list[Problem] = []
            shown_file = shown / kind.value / path.name
            article = _Reader(content, path, shown_file, ground, kept_back, found).read(kind)
            problems.extend(found)
            if article and not any(problem.severity is Severity.ERROR for problem in found):
                articles.append(article)
    return Shelf(tuple(articles), tuple(sorted(set(problems), key=lambda problem: problem.order)))


def dead_links(passage: Passage, path: Path, shown: PurePosixPath) -> Iterator[Problem]:
    """Links to Markdown files that are not there, in a passage of the file `path`, named `shown`.

    What lies outside the folder of the hub's pages, two above the file, is not there for a reader.
    """
    content = path.parent.parent.resolve()
    for link in _LINK_TO_FILE.finditer(passage.text):
        target = path.parent / link["file"]
        if is_file(target) and target.resolve().is_relative_to(content):
            continue
        before = passage.text[: link.start("file")]
        column = link.start("file") - (before.rfind("\n") + 1) + 1
        yield Problem(
            "missing-file",
            Place(shown, passage.line + before.count("\n"), column, len(link["file"])),
            "There is no page {it}.",
            "Write the path from this file: ../about.md",
            it=link["file"],
            stand_in="with this name",
        )


@dataclass(slots=True)
class _Reader:
    """One article."""

    content: Path
    path: Path
    shown: PurePosixPath
    ground: Ground
    kept_back: Mapping[str, TeamCounts]
    problems: list[Problem]
    unread: set[str] = field(default_factory=set)
    """Ids of exhibits whose options cannot be read: what refers to them is no second mistake."""

    def read(self, kind: ArticleKind) -> ArticleFile | None:
        self.problems.extend(bad_name(self.path.stem, self.shown))
        front = open_front_matter(self.path, self.shown)
        self.problems.extend(front.problems)
        if front.data is None:
            return None
        too_much = list(check_markdown(front.body, front.body_line, self.shown))
        self.problems.extend(too_much)
        if too_much:
            return None
        read = validate(Article, front.data, front.places, lossy=front.lossy)
        self.problems.extend(read.problems)
        items, found = scan_body(front.body, self.shown, front.body_line, OPTIONS)
        self.problems.extend(found)
        placed: list[PlacedWords] = []
        blocks: list[ReadBlock] = []
        body: list[Words | ArticleBlock | ArticleImage] = []
        for item in items:
            if isinstance(item, Passage):
                body.append(self.words(item, placed))
            elif isinstance(item, WrittenPicture):
                body.extend(self.picture(item))
            else:
                body.extend(self.block(item, placed, blocks))
        if read.value is None:
            return None
        self.problems.extend(self.consents(read.value, read.places, items))
        self.problems.extend(check_article(read.value, read.places, placed, blocks, self.ground, self.unread))
        self.problems.extend(check_article_words(read.value, read.places, items, blocks))
        self.problems.extend(check_counts(read.value, read.places, items, placed, blocks, self.kept_back))
        return ArticleFile(self.shown, kind, self.path.stem, read.value, tuple(body))

    def words(self, passage: Passage, placed: list[PlacedWords]) -> Words:
        """A passage in pieces; those that refer to something are noted with their places."""
        parts: list[Part] = []
        found = list(pieces(passage.text))
        starts = [start for start, _ in found]
        for (start, part), end in zip(found, [*starts[1:], len(passage.text)], strict=False):
            if isinstance(part, str):
                parts.append(part)
                continue
            before = passage.text[:start]
            place = Place(
                self.shown,
                passage.line + before.count("\n"),
                start - (before.rfind("\n") + 1) + 1,
                len(part.written) if isinstance(part, Misspelt) else end - start,
            )
            if isinstance(part, Misspelt):
                self.problems.append(
                    Problem(
                        "bad-reference",
                        place,
                        "{it} is not a live number.",
                        part.hint,
                        it=part.written,
                        public_hint="Write it so: {result 2026-spring/marlow-creek}",
                    )
                )
            else:
                parts.append(part)
                placed.append(PlacedWords(part, place))
        self.problems.extend(dead_links(passage, self.path, self.shown))
        return tuple(parts)

    def block(
        self, written: WrittenBlock, placed: list[PlacedWords], blocks: list[ReadBlock]
    ) -> Iterator[ArticleBlock]:
        """A block whose options can be read."""
        words = self.words(written.passage, placed)
        read = read_options(written, BLOCKS, self.shown, self.problems)
        if read is None:
            return
        if read.value is None:
            self.unread.add(str(read.data.get("id")))
        else:
            blocks.append(ReadBlock(read.value, words, written.place, read.places))
            yield ArticleBlock(read.value, words, written.place.line)

    def consents(self, article: Article, places: Places, items: list[Item]) -> Iterator[Problem]:
        """Every picture that exists is declared, and those whom it shows have agreed."""
        for index, photo in enumerate(article.photos):
            yield from check_consent(photo, places.of_value(("photos", index)))
        known = {(self.path.parent / photo.file).resolve() for photo in article.photos}
        for item in items:
            if isinstance(item, WrittenPicture):
                target = (self.path.parent / item.file).resolve()
                if is_file(target) and ending(target) in PICTURES and target not in known:
                    yield undeclared(item.place, item.file)

    def picture(self, written: WrittenPicture) -> Iterator[ArticleImage]:
        """A picture that exists in the content folder and has words for those who cannot see it."""
        if not written.alt:
            self.problems.append(
                Problem(
                    "no-alt",
                    written.place,
                    "This picture has no words for those who cannot see it.",
                    "Say in the square brackets what it shows: ![Four teachers around a wall of notes](…)",
                )
            )
        target = (self.path.parent / written.file).resolve()
        root = self.content.resolve()
        inside = target.is_relative_to(root) and is_taken(PurePosixPath(target.relative_to(root).as_posix()))
        if not inside or ending(target) not in PICTURES or ":" in written.file:
            self.problems.append(
                Problem(
                    "bad-path",
                    written.place,
                    "{it} is not a picture of this site.",
                    f"Put the file beside this one and write its name. Kinds: {', '.join(PICTURES)}",
                    it=written.file,
                )
            )
        elif not is_file(target):
            self.problems.append(
                Problem(
                    "missing-file",
                    written.place,
                    "There is no picture {it}.",
                    "Write the path from this file: photos/meeting.jpg",
                    it=written.file,
                    stand_in="with this name",
                )
            )
        elif written.alt:
            file = PurePosixPath(target.relative_to(self.content.resolve()).as_posix())
            credited = _CREDIT.fullmatch(written.caption or "")
            caption = (credited["caption"] or None) if credited else written.caption
            yield ArticleImage(file, written.alt, caption, credited["credit"] if credited else None)
