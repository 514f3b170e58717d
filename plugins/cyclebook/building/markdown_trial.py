"""A time limit for Markdown: long texts are rendered once beforehand, in a process that can be ended.

No other way works in a library, in threads and on every system: a signal reaches the main thread of
Unix only, and a thread cannot be stopped within a regular expression. Short texts need no trial, since
`reading.markdown_limits` bounds what they can cost.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import Self

from cyclebook.model.article import Shelf
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.convening import CONVENINGS, Convenings
from cyclebook.model.network import Library
from cyclebook.model.problem import Place, Problem
from cyclebook.pages import prose
from cyclebook.reading.file_names import COHORT_FILE
from cyclebook.reading.opened_files import open_front_matter

SECONDS = 1.5
"""For the text of one page; the longest text of this repository takes a fiftieth of it."""
SHORT = 8_000
"""Characters up to which no text within the limits takes long."""
_START = 60.0
_WORKER = Path(__file__).with_name("markdown_worker.py")


class Trial:
    """Reads files once more where their text is long, and tells which take too long to render."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._worker: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def library(self, library: Library, teams: Path) -> Library:
        """The library without storyboards that take too long, and with a problem for each file that does."""
        problems: list[Problem] = []
        cohorts = tuple(self._cohort(one, teams, problems) for one in library.cohorts)
        return replace(library, cohorts=cohorts, problems=_ordered(library.problems, problems))

    def _cohort(self, cohort: CohortFolder, teams: Path, problems: list[Problem]) -> CohortFolder:
        folder = teams / cohort.slug
        problems.extend(self._slow(folder / COHORT_FILE, cohort.path / COHORT_FILE))
        slow = set[str]()
        for one in cohort.storyboards:
            found = list(self._slow(folder / one.path.name, one.path))
            problems.extend(found)
            slow |= {one.slug for _ in found}
        return replace(
            cohort,
            storyboards=tuple(one for one in cohort.storyboards if one.slug not in slow),
            broken=(*cohort.broken, *sorted(slow)),
        )

    def shelf(self, shelf: Shelf, content: Path) -> Shelf:
        """The same for articles."""
        problems: list[Problem] = []
        kept = []
        for one in shelf.articles:
            found = list(self._slow(content / one.kind.value / one.path.name, one.path))
            problems.extend(found)
            kept.extend([] if found else [one])
        return replace(shelf, articles=tuple(kept), problems=_ordered(shelf.problems, problems))

    def convenings(self, convenings: Convenings, content: Path) -> Convenings:
        """The same for convenings."""
        problems: list[Problem] = []
        kept = []
        for one in convenings.files:
            found = list(self._slow(content / CONVENINGS / one.path.name, one.path))
            problems.extend(found)
            kept.extend([] if found else [one])
        return replace(convenings, files=tuple(kept), problems=_ordered(convenings.problems, problems))

    def _slow(self, path: Path, shown: PurePosixPath) -> Iterator[Problem]:
        try:
            short = path.stat().st_size <= SHORT
        except OSError:
            return
        if short:
            return
        front = open_front_matter(path, shown)
        if len(front.body) > SHORT and not self.passes(front.body):
            yield Problem(
                "too-large",
                Place(shown, front.body_line),
                "This text takes too long to turn into a page.",
                "Shorten it, and look for signs, lists or brackets that repeat over and over.",
            )

    def passes(self, text: str) -> bool:
        """Whether a text is rendered in time, without more memory or depth than a build has."""
        answers: Queue[str] = Queue()
        worker = self._worker or self._started(answers)
        if worker is None:
            return False
        Thread(target=_ask, args=(worker, json.dumps(text), answers), daemon=True).start()
        try:
            answer = answers.get(timeout=self._seconds)
        except Empty:
            answer = "late"
        if answer not in ("ok", "no"):
            self._end()
        return answer == "ok"

    def _started(self, answers: "Queue[str]") -> subprocess.Popen[str] | None:
        """A worker that has loaded what it needs; None where this system starts none."""
        command = [sys.executable, str(_WORKER), str(prose.__file__)]
        try:
            self._worker = subprocess.Popen(  # noqa: S603 - our own program, with paths of our own
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
            Thread(target=_hear, args=(self._worker, answers), daemon=True).start()
            ready = answers.get(timeout=_START) == "ready"
        except (OSError, Empty):
            ready = False
        if not ready:
            self._end()
        return self._worker

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                with suppress(OSError, ValueError):
                    if pipe is not None:
                        pipe.close()


def _ask(worker: subprocess.Popen[str], text: str, answers: "Queue[str]") -> None:
    try:
        if worker.stdin is not None:
            worker.stdin.write(f"{text}\n")
            worker.stdin.flush()
        _hear(worker, answers)
    except (OSError, ValueError):
        answers.put("gone")


def _hear(worker: subprocess.Popen[str], answers: "Queue[str]") -> None:
    try:
        answers.put(worker.stdout.readline().strip() if worker.stdout is not None else "")
    except (OSError, ValueError):
        answers.put("gone")


def _ordered(problems: tuple[Problem, ...], found: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted({*problems, *found}, key=lambda problem: problem.order))
