"""Reads the hub's convenings: front matter, sections with their lists, and the slips that were typed back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from cyclebook.model.convening import CONVENINGS, Convening, ConveningFile, Convenings, ConveningSection, Slip
from cyclebook.model.counts_in_words import TeamCounts
from cyclebook.model.lists import ListBlock
from cyclebook.model.network import Library
from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.agreement.passages import passages_of_keys
from cyclebook.reading.article_body import Item, Passage, WrittenBlock, WrittenPicture, scan_body
from cyclebook.reading.article_counts import counts_kept_back
from cyclebook.reading.article_ground import Ground, ground_of
from cyclebook.reading.articles import dead_links
from cyclebook.reading.blocks import validate
from cyclebook.reading.content_files import is_article
from cyclebook.reading.convening_checks import check_convening
from cyclebook.reading.file_names import bad_name
from cyclebook.reading.front_matter import body_sections
from cyclebook.reading.heard import check_heard, read_heard
from cyclebook.reading.hub_pages import LIST_OPTIONS, read_list
from cyclebook.reading.markdown_limits import check_markdown
from cyclebook.reading.opened_files import open_front_matter
from cyclebook.reading.regular_files import entries

HEARD = "what we heard"


def read_convenings(content: Path, shown: PurePosixPath, teams: Path, library: Library) -> Convenings:
    """Every convening below `content`; problems name paths below `shown`. `library` was read from `teams`."""
    ground, kept_back = ground_of(teams, library), counts_kept_back(library)
    folder = content / CONVENINGS
    files: list[ConveningFile] = []
    problems: list[Problem] = []
    listed = entries(folder, shown / CONVENINGS)
    if isinstance(listed, Problem):
        return Convenings((), (listed,))
    for path in listed:
        if not is_article(PurePosixPath(CONVENINGS, path.name)):
            continue
        found: list[Problem] = []
        file = _read(path, shown / CONVENINGS / path.name, library, ground, kept_back, found)
        problems.extend(found)
        if file and not any(problem.severity is Severity.ERROR for problem in found):
            files.append(file)
    return Convenings(tuple(files), tuple(sorted(set(problems), key=lambda problem: problem.order)))


def _read(
    path: Path,
    shown: PurePosixPath,
    library: Library,
    ground: Ground,
    kept_back: Mapping[str, TeamCounts],
    problems: list[Problem],
) -> ConveningFile | None:
    problems.extend(bad_name(path.stem, shown))
    front = open_front_matter(path, shown)
    problems.extend(front.problems)
    if front.data is None:
        return None
    too_much = list(check_markdown(front.body, front.body_line, shown))
    problems.extend(too_much)
    if too_much:
        return None
    read = validate(Convening, front.data, front.places, lossy=front.lossy)
    problems.extend(read.problems)
    for passage in passages_of_keys(read.value, read.places) if read.value else ():
        problems.extend(replace(one, place=passage.where) for one in check_markdown(passage.text, 1, shown))
    problems.extend(dead_links(Passage(front.body, front.body_line), path, shown))
    items, misplaced = scan_body(front.body, shown, front.body_line, LIST_OPTIONS)
    problems.extend(misplaced)
    sections = _sections(items, shown, ground, problems)
    slips, after = _heard(sections)
    problems.extend(check_heard(slips, shown))
    if read.value is None:
        return None
    words = [one.passage if isinstance(one, WrittenBlock) else one for one in items]
    body = [one for one in words if isinstance(one, Passage)]
    problems.extend(check_convening(read.value, read.places, body, library, ground, kept_back))
    return ConveningFile(
        shown,
        path.stem,
        read.value,
        tuple(
            ConveningSection(one.heading, tuple(_parts(one.parts)))
            for one in sections
            if not one.is_heard and (one.heading or one.parts)
        ),
        slips,
        after,
    )


@dataclass(slots=True)
class _Section:
    """A heading, and what stands under it: Markdown with its first line, and lists."""

    heading: str
    parts: list[Passage | ListBlock] = field(default_factory=list)

    @property
    def is_heard(self) -> bool:
        return self.heading.strip().lower() == HEARD


def _sections(
    items: Sequence[Item], shown: PurePosixPath, ground: Ground, problems: list[Problem]
) -> list[_Section]:
    """The body by headings, with its lists in their places; what cannot stand there is a problem."""
    sections = [_Section("")]
    for item in items:
        if isinstance(item, Passage):
            lines = item.text.split("\n")
            for one in body_sections(item.text, item.line):
                if one.heading:
                    sections.append(_Section(one.heading))
                at = one.line - item.line + bool(one.heading)
                while at < len(lines) and not lines[at].strip():
                    at += 1
                if one.markdown.strip():
                    sections[-1].parts.append(Passage(one.markdown, item.line + at))
        elif isinstance(item, WrittenBlock):
            options, found = read_list(item, shown, ground)
            problems.extend(found)
            if options:
                sections[-1].parts.append(options)
            if item.passage.text.strip():
                sections[-1].parts.append(item.passage)
        elif isinstance(item, WrittenPicture):
            problems.append(
                Problem(
                    "stray-picture",
                    item.place,
                    "The page of a convening shows no pictures.",
                    "Put the picture in a case study and link to that.",
                )
            )
    return sections


def _heard(sections: Sequence[_Section]) -> tuple[tuple[Slip, ...], tuple[str | ListBlock, ...]]:
    """The slips, and what else stands between and under them."""
    slips: list[Slip] = []
    after: list[str | ListBlock] = []
    for part in (part for one in sections if one.is_heard for part in one.parts):
        if isinstance(part, Passage):
            heard = read_heard(part.text, part.line)
            slips.extend(heard.slips)
            after.extend([heard.after] if heard.after else [])
        else:
            after.append(part)
    return tuple(slips), tuple(after)


def _parts(parts: Sequence[Passage | ListBlock]) -> list[str | ListBlock]:
    return [one.text if isinstance(one, Passage) else one for one in parts]
