"""Reads the hub's convenings: front matter, sections, and the slips that were typed back."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from cyclebook.model.convening import CONVENINGS, Convening, ConveningFile, Convenings
from cyclebook.model.counts_in_words import TeamCounts
from cyclebook.model.network import Library
from cyclebook.model.problem import Problem, Severity
from cyclebook.model.storyboard import BodySection
from cyclebook.reading.agreement.passages import passages_of_keys
from cyclebook.reading.article_body import Passage, WrittenBlock, WrittenPicture, scan_body
from cyclebook.reading.article_counts import counts_kept_back
from cyclebook.reading.article_ground import Ground, ground_of
from cyclebook.reading.articles import dead_links
from cyclebook.reading.blocks import validate
from cyclebook.reading.convening_checks import check_convening
from cyclebook.reading.front_matter import FrontMatter, body_sections
from cyclebook.reading.heard import Heard, check_heard, read_heard
from cyclebook.reading.library import bad_name, open_front_matter
from cyclebook.reading.markdown_limits import check_markdown
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
        if path.suffix != ".md" or path.name in ("index.md", "README.md"):
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
    body = Passage(front.body, front.body_line)
    problems.extend(_only_words(front))
    problems.extend(dead_links(body, path, shown))
    sections = body_sections(front.body, front.body_line)
    said = [_heard_in(one, front) for one in sections if one.heading.strip().lower() == HEARD]
    slips = tuple(slip for one in said for slip in one.slips)
    problems.extend(check_heard(slips, shown))
    if read.value is None:
        return None
    problems.extend(check_convening(read.value, read.places, body, library, ground, kept_back))
    return ConveningFile(
        shown,
        path.stem,
        read.value,
        tuple(one for one in sections if one.heading.strip().lower() != HEARD),
        slips,
        "\n\n".join(one.after for one in said if one.after) or None,
    )


def _heard_in(section: BodySection, front: FrontMatter) -> Heard:
    lines = front.body.split("\n")
    at = section.line - front.body_line + 1
    while at < len(lines) and not lines[at].strip():
        at += 1
    return read_heard(section.markdown, front.body_line + at)


def _only_words(front: FrontMatter) -> list[Problem]:
    """Blocks and pictures have no place on the page of a convening: said, not printed as plain text."""
    items, problems = scan_body(front.body, front.file, front.body_line, {})
    for item in items:
        if isinstance(item, WrittenBlock):
            problems.append(
                Problem(
                    "unknown-block",
                    item.place,
                    "A convening has no block {it}.",
                    "Write it as words, or put it in a case study and link to that.",
                    it=item.name,
                    stand_in="with this name",
                )
            )
        elif isinstance(item, WrittenPicture):
            problems.append(
                Problem(
                    "stray-picture",
                    item.place,
                    "The page of a convening shows no pictures.",
                    "Put the picture in a case study and link to that.",
                )
            )
    return problems
