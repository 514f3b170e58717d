"""Small finished trees, and releases of them in processes that a test can kill."""

import hashlib
import os
import signal
import time
import warnings
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cyclebook.building.release import Made, Places, release

FILES = 12


def tree(number: int) -> dict[str, str]:
    """The files of release `number`: every file says which release it is of."""
    names = [f"pages/{index}/index.html" for index in range(FILES - 2)]
    return {name: f"<p>{name} of release {number}</p>\n" for name in ["index.html", "feed.xml", *names]}


def write_tree(folder: Path, files: dict[str, str]) -> None:
    """Write files by path below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def sums(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass(frozen=True)
class Running:
    """A release in another process; `steps` has a byte for each step that it has taken."""

    process: int
    steps: int

    def under_way(self) -> None:
        """Wait for the first file of the new tree."""
        for _ in ("locked", "recovered", "first file"):
            os.read(self.steps, 1)

    def kill(self) -> None:
        os.kill(self.process, signal.SIGKILL)

    def ended(self) -> int:
        """Wait for the end. The exit code, negative for a signal."""
        _, status = os.waitpid(self.process, 0)
        os.close(self.steps)
        return os.waitstatus_to_exitcode(status)


def start(site: Path, number: int, *, fatal: int = 0, pause: float = 0) -> Running:
    """Begin release `number` of a site in another process, which kills itself at step `fatal`.

    The process is forked, because importing the program anew takes two seconds each time.
    """
    read, write = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child runs no thread of its parent
        process = os.fork()
    if not process:
        code = 1
        try:
            _release(site, number, fatal, pause, write)
            code = 0
        finally:
            os._exit(code)
    os.close(write)
    return Running(process, read)


def _release(site: Path, number: int, fatal: int, pause: float, steps: int) -> None:
    taken = 0

    def step(_name: str) -> None:
        nonlocal taken
        taken += 1
        os.write(steps, b".")
        if taken == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def make(folder: Path) -> Made:
        for name, text in tree(number).items():
            write_tree(folder, {name: text})
            step(name)
            time.sleep(pause)
        return Made(date(2026, 11, 1), gates=(("nothing", lambda: ()),))

    release(Places.beside(site, site.parent / "project"), make, step=step)


def released(site: Path, number: int, *, fatal: int = 0) -> int:
    """Run release `number` to its end, or to its step `fatal`. Returns the exit code."""
    return start(site, number, fatal=fatal).ended()


def killed_after(site: Path, number: int, seconds: float) -> None:
    """Begin a release and kill it from outside so many seconds after its first file."""
    running = start(site, number, pause=0.002)
    running.under_way()
    time.sleep(seconds)
    running.kill()
    running.ended()
