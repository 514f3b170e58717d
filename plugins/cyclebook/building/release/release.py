"""From a finished tree to a published one: made aside, judged, listed, and swapped in whole."""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cyclebook.building.errors import CyclebookError
from cyclebook.building.release.finding import Finding, listed
from cyclebook.building.release.lock import alone
from cyclebook.building.release.manifest import Manifest
from cyclebook.building.release.places import Places
from cyclebook.building.release.shrinking import shrunk
from cyclebook.building.release.swap import swap

Gate = tuple[str, Callable[[], Iterable[Finding]]]
"""What a gate looks for, in a few words, and what it has against the tree."""


class RefusedError(CyclebookError):
    """A gate has something against the tree. The site is as it was."""


@dataclass(frozen=True, slots=True)
class Made:
    """What is known of a tree that has just been made.

    `kept` are pages of an earlier release, by address, with the day they were last made, and `rules` a
    number for the privacy rules of each cohort, by its address. `gates` judge the tree, in this order.
    `publish` notes what goes out; it is called once nothing is in the way.
    """

    as_of: date
    gates: tuple[Gate, ...] = ()
    kept: Mapping[str, date] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    publish: Callable[[], None] = lambda: None


def release(
    places: Places,
    make: Callable[[Path], Made],
    *,
    wait: bool = False,
    allow_shrink: bool = False,
    step: Callable[[str], None] = lambda _name: None,
) -> Manifest:
    """Make a tree with `make`, judge it, and put it at the site's place. Returns its manifest.

    Whatever stops it (an exception, a signal, the power) leaves the old site as it was, to the byte,
    or the new one whole. Raises `RefusedError` with what the first unhappy gate found, `BusyError`
    where another build is at work, and whatever `make` raises. `step` hears of each step.
    """
    places.workshop.mkdir(parents=True, exist_ok=True)
    with alone(places.lock, wait=wait):
        step("locked")
        places.recover()
        step("recovered")
        places.next.mkdir()
        if places.site.is_dir():
            shutil.copymode(places.site, places.next)
        try:
            made = make(places.next)
            step("made")
            _judge(places, made, allow_shrink=allow_shrink, step=step)
            manifest = Manifest.of(places.next, made.as_of, made.kept, made.rules)
            manifest.write(places.next)
            _to_disk()
            step("manifest written")
            made.publish()
            step("facts noted")
            swap(places)
            step("swapped")
        finally:
            places.recover()
        step("done")
    return manifest


def _to_disk() -> None:
    """Have the system write what it holds, before a rename that a failing power must not outrun."""
    if hasattr(os, "sync"):
        os.sync()


def _judge(places: Places, made: Made, *, allow_shrink: bool, step: Callable[[str], None]) -> None:
    gates = list(made.gates)
    if places.site.is_dir() and not allow_shrink:
        gates.append(("the number of pages", lambda: shrunk(places.site, places.next)))
    for looked_for, gate in gates:
        found = listed(gate())
        if found:
            raise RefusedError(f"Stopped at the gate for {looked_for}.\n\n{found}")
        step(f"gate: {looked_for}")
