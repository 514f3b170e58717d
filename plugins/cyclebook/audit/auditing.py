"""The audit of a finished site: read everything, gather what it says of each number, judge what follows."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cyclebook.audit.amounts import Count, Hidden, Range
from cyclebook.audit.drawings import marks_off_edges
from cyclebook.audit.findings import Audit, Finding, UnreadableSite
from cyclebook.audit.goals import goals_that_narrow
from cyclebook.audit.grid import Grid
from cyclebook.audit.knowledge import Knowledge, gathered
from cyclebook.audit.naming import size_of
from cyclebook.audit.page import Holder, Page, Words, read_page
from cyclebook.audit.policies import Policies, for_authors, stated_policies
from cyclebook.audit.recovered import Judge
from cyclebook.audit.site_files import SiteFile, site_files
from cyclebook.audit.spreads import spreads_in
from cyclebook.audit.statements import exact_cells, exact_counts
from cyclebook.audit.sums import sums_in, wholes
from cyclebook.audit.table_reading import grids_of_csv, grids_of_page, team_names
from cyclebook.audit.unseen import numbers_in, unseen_numbers
from cyclebook.audit.weeks import RosterSize, moved_rosters, running_totals

_MOST_FINDINGS = 1_000
_KNOWN_LANGUAGES = frozenset({"", "en", "en-us", "en-gb", "en-US", "en-GB"})
_RANGES_ONLY = "The policy stated for this page allows ranges only."


@dataclass(slots=True)
class _Read:
    """All that was read."""

    files: int = 0
    pages: list[tuple[SiteFile, Page]] = field(default_factory=list)
    data: list[SiteFile] = field(default_factory=list)
    others: list[tuple[SiteFile, Page]] = field(default_factory=list)


def audit_site(folder: Path) -> Audit:
    """What an outsider can recover from the site in `folder`, and how much was read.

    Raises UnreadableSite where there is no site, or a file of it cannot be read.
    """
    read = _read(folder)
    policies = stated_policies(read.pages)
    names = team_names(iter(read.pages))
    grids = [grid for file, page in read.pages for grid in grids_of_page(file, page, names)]
    grids += [grid for file in read.data for grid in grids_of_csv(file, names)]
    known = gathered(grids)
    for number, grid in enumerate(grids):
        known.unknowns.sums.extend(sums_in(number, grid, known))
        known.unknowns.sums.extend(spreads_in(number, grid, known))
    known.unknowns.sums.extend(wholes(grids, known))
    known.unknowns.sums.extend(running_totals(known))
    judge = Judge(known)
    found = [*judge.findings(), *_of_tables(grids, known, policies), *_of_pages(read, policies, grids)]
    found += goals_that_narrow(grids)
    cells = [cell.said for grid in grids for cell in grid.cells]
    return Audit(
        findings=tuple(_once(found)),
        files_read=read.files,
        tables=len(grids),
        hidden=sum(isinstance(one, Hidden) for one in cells),
        banded=sum(isinstance(one, Range) for one in cells),
        statements=len(cells),
        drawings=sum(len(page.drawings) for _, page in read.pages),
        inexact=judge.inexact,
        policy=policies.told,
        languages=tuple(sorted({page.language for _, page in read.pages} - _KNOWN_LANGUAGES)),
    )


def _read(folder: Path) -> _Read:
    read = _Read()
    for file in site_files(folder):
        read.files += 1
        if file.kind == "html":
            read.pages.append((file, read_page(file.text)))
        elif file.kind == "csv":
            read.data.append(file)
        else:
            read.others.extend(_parts(file))
    if not read.pages:
        raise UnreadableSite(f"There is no site in {folder}: no page was found in it. Build it first.")
    return read


def _parts(file: SiteFile) -> Iterator[tuple[SiteFile, Page]]:
    """The entries of a feed, the documents of a search index, the text of other files, each as a page."""
    if file.kind == "json":
        try:
            documents = json.loads(file.text).get("docs", [])
        except (ValueError, RecursionError, AttributeError):
            documents = []
        for one in documents if isinstance(documents, list) else []:
            if isinstance(one, dict):
                place = str(one.get("location", ""))
                inner = SiteFile(f"{file.path} → {place}", "json", "")
                page = read_page(f"<p>{one.get('title', '')}</p>{one.get('text', '')}")
                holder = Holder(None, "item", [place])
                page.words = [Words(words.text, holder, words.tag) for words in page.words]
                yield inner, page
        if not documents:
            page = Page(words=[Words(file.text[:1_000_000], Holder(None, "item"), "json")])
            yield file, page
        return
    page = read_page(file.text)
    if file.kind == "xml":  # a feed holds HTML as text
        for one in list(page.words):
            if "<" in one.text:
                page.words.remove(one)
                page.words.extend(
                    Words(words.text, one.holder, words.tag) for words in read_page(one.text).words
                )
    yield file, page


def _of_tables(grids: list[Grid], known: Knowledge, policies: Policies) -> Iterator[Finding]:
    sizes: list[RosterSize] = []
    groups: dict[str, set[int]] = {}
    for grid in grids:
        ranges = [cell for cell in grid.cells if isinstance(cell.said, Range)]
        told = {size_of(grid, cell.row, cell.column, cell.said) for cell in ranges}
        groups.setdefault(grid.subject or grid.path, set()).update(size for size in told if size)
    for number, grid in enumerate(grids):
        if for_authors(grid.path):
            continue
        for row, column, code, what in exact_cells(grid, groups[grid.subject or grid.path]):
            about = f"{grid.columns[column]} {grid.measures[row] or ''} {grid.caption}"
            if not policies.exact_at(grid.path, _row_holder(grid, row), about):
                yield Finding(code, grid.place(row, column), what, _RANGES_ONLY)
        for cell in grid.cells:
            if not isinstance(cell.said, Range | Count):
                continue
            size = size_of(grid, cell.row, cell.column, cell.said)
            name = known.names.get((number, cell.row, cell.column, False))
            if size is None or name is None:
                continue
            if isinstance(cell.said, Range) and policies.strict_at(grid.path):
                yield Finding(
                    "size-is-shown",
                    grid.place(cell.row, cell.column),
                    f"The size of the group can be read beside its range: {size}.",
                    "The policy stated for this page is strict, and withholds the sizes of groups.",
                )
            weekly = name.time.startswith("week ") and isinstance(cell.said, Range)
            if weekly and not policies.exact_at(grid.path):
                place = grid.place(cell.row, cell.column)
                sizes.append(RosterSize(name.subject, name.measure, name.time, size, place))
    yield from moved_rosters(sizes)


def _row_holder(grid: Grid, row: int) -> Holder:
    link = grid.links[row] if row < len(grid.links) else None
    return Holder(None, "tr", [link] if link else [])


def _of_pages(read: _Read, policies: Policies, grids: list[Grid]) -> Iterator[Finding]:
    tables: dict[str, list[str]] = {}
    for grid in grids:
        tables.setdefault(grid.path, []).append(" ".join(words for row in grid.texts for words in row))
    for file, page in read.pages:
        yield from _of_words(file, page, policies)
        for one, numbers in unseen_numbers(page):
            if not policies.exact_at(file.path, one.holder):
                yield Finding(
                    "unseen-number",
                    f"{file.path}, {one.where}",
                    f"It holds numbers that the page does not show: {', '.join(numbers[:8])}.",
                    f"It reads: “{one.text[:160]}”",
                )
        told = " ".join(tables.get(file.path, []))
        for drawing in page.drawings:
            if policies.exact_at(file.path, drawing.holder, " ".join(drawing.told)):
                continue
            for mark, percent in marks_off_edges(drawing, told):
                yield Finding(
                    "mark-off-the-edge",
                    f"{file.path}, drawing “{(drawing.told or [drawing.name])[0][:80]}”",
                    f"A mark {mark} stands at {percent:.1f}% of the scale, which is no edge of a range.",
                    "The position of the mark tells the value inside the range.",
                )
    shown = {
        file.path.removesuffix("index.html"): {
            number for words in page.words for number in numbers_in(words.text)
        }
        for file, page in read.pages
    }
    for file, page in read.others:
        yield from _of_words(file, page, policies)
        yield from _beyond_page(file, page, policies, shown)


def _beyond_page(
    file: SiteFile, page: Page, policies: Policies, shown: dict[str, set[str]]
) -> Iterator[Finding]:
    """What the search index holds of a page that the page does not."""
    place = file.path.partition(" → ")[2].partition("#")[0]
    if " → " not in file.path or place not in shown:
        return
    numbers = {number for words in page.words for number in numbers_in(words.text)} - shown[place]
    if numbers and not policies.exact_at(place or "index.html", page.words[0].holder):
        yield Finding(
            "unseen-number",
            file.path,
            f"The search index holds numbers that the page does not show: {', '.join(sorted(numbers)[:8])}.",
            "A visitor can download the index.",
        )


def _of_words(file: SiteFile, page: Page, policies: Policies) -> Iterator[Finding]:
    place = file.path.partition(" → ")[2] or file.path
    if for_authors(place):
        return
    for one in page.words:
        for exact in exact_counts(one.text):
            if not policies.exact_at(place, one.holder):
                yield Finding(
                    exact.code,
                    file.path,
                    exact.what,
                    f"It reads: “…{_around(one.text, exact.words)}…” {_RANGES_ONLY}",
                )
    for hidden in page.unseen:
        for exact in exact_counts(hidden.text) if "script" not in hidden.where else ():
            if not policies.exact_at(place, hidden.holder):
                yield Finding(
                    exact.code, f"{file.path}, {hidden.where}", exact.what, f"It reads: “{hidden.text[:160]}”"
                )


def _around(text: str, words: str) -> str:
    at = text.find(words)
    return text[max(0, at - 40) : at + len(words) + 40].strip()


def _once(found: list[Finding]) -> list[Finding]:
    return sorted(dict.fromkeys(found))[:_MOST_FINDINGS]
