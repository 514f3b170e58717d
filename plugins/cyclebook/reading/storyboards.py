"""A storyboard's file, its body and its weekly rows, read and held against each other."""

from pathlib import Path, PurePosixPath

from cyclebook.model.cohort import Cohort
from cyclebook.model.measure import WeekRow
from cyclebook.model.problem import Problem
from cyclebook.model.storyboard import Storyboard, StoryboardFile
from cyclebook.reading.agreement import (
    Account,
    check_storyboard_agreement,
    passages_of_body,
    weeks_out_of_order,
)
from cyclebook.reading.checks import check_storyboard, check_weeks
from cyclebook.reading.claims import WrittenStoryboard, check_claims, misread_paths
from cyclebook.reading.front_matter import body_sections
from cyclebook.reading.ideas import IdeaTitles
from cyclebook.reading.ids import Known
from cyclebook.reading.lengths import check_lengths
from cyclebook.reading.markdown_limits import check_markdown
from cyclebook.reading.opened_files import has_error, open_front_matter, validated
from cyclebook.reading.page_links import TeamPages, dead_page_links
from cyclebook.reading.photos import check_photos
from cyclebook.reading.privacy_checks import check_group_size, check_own_privacy
from cyclebook.reading.weekly_rows import all_measures_read, second_set, weekly_rows


def read_storyboard(
    file: Path,
    shown: PurePosixPath,
    cohort: Cohort | None,
    known: Known,
    problems: list[Problem],
    ideas: IdeaTitles,
    pages: TeamPages,
) -> StoryboardFile | None:
    """The storyboard of a file, and in `problems` whatever is wrong; None where it cannot be read."""
    front = open_front_matter(file, shown, "")
    problems.extend(check_markdown(front.body, front.body_line, shown))
    address = ("cohorts", shown.parent.name, shown.stem)
    problems.extend(dead_page_links(front.body, front.body_line, shown, address, pages))
    read = validated(Storyboard, front, problems)
    if read is None:
        return None
    sound = not has_error(problems)
    readings = [(read.value, read.places)] if read.value is not None else []
    weeks: list[WeekRow] = []
    for number, (storyboard, places) in enumerate([*readings, *read.variants]):
        problems.extend(check_lengths(storyboard, places))
        problems.extend(check_storyboard(storyboard, places, known, lossy=front.lossy or number > 0))
        problems.extend(check_own_privacy(storyboard, places, known.policies))
        lossy = front.lossy or number > 0
        problems.extend(check_group_size(storyboard, places, known.policies, lossy=lossy))
        if number == 0 and front.data and isinstance(front.data.get("weeks"), list):
            problems.extend(second_set(places, file))
        written = (front.data or {}).get("weeks") is not None
        unread: list[Problem] = []
        rows, row_places = weekly_rows(storyboard, places, file, shown, unread, written=written)
        problems.extend(unread)
        whole = all_measures_read(storyboard, front)
        problems.extend(check_weeks(rows, storyboard.measures, row_places, whole=whole))
        problems.extend(weeks_out_of_order(rows, row_places))
        if number == 0 and sound and not has_error(unread):
            body = tuple(passages_of_body(front.body, front.body_line, shown))
            account = Account(storyboard, places, rows, row_places, body, cohort, shown.parent.name)
            problems.extend(check_storyboard_agreement(account))
        weeks = weeks if number else rows
        if number == 0:
            problems.extend(check_photos(storyboard.photos, places, file.with_suffix(""), shown))
        if number == 0 and read.value is not None:
            written_as = WrittenStoryboard(
                storyboard,
                places,
                rows,
                row_places,
                front.body,
                front.body_line,
                known,
                lossy=front.lossy,
                misread=misread_paths(problems, places),
            )
            problems.extend(check_claims(written_as))
    if read.value is None:
        return None
    ideas.use(read.value.tests, read.places)
    ordered = tuple(sorted(weeks, key=lambda row: row.week))
    return StoryboardFile(
        shown, shown.parent.name, shown.stem, read.value, ordered, body_sections(front.body, front.body_line)
    )
