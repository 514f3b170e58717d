"""Fixtures that every test may use: the checkout, its finished site, and small sites made on the spot."""

import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from built_site import BuiltSite, build, build_running
from small_site import Files, SmallSite

settings.register_profile("shared machine", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "shared machine")
"""A machine that others use too may be slow for a moment; in CI the same examples come every time."""


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout that these tests belong to."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def built_site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of this repository, built once with `--strict` for all workers together."""
    return _built_once("built-site", lambda folder: build(repository, folder), tmp_path_factory)


@pytest.fixture(scope="session")
def running_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of an invented cohort in mid-cycle, built once for all workers together."""
    return _built_once("running-site", build_running, tmp_path_factory)


def _built_once(
    name: str, make: Callable[[Path], BuiltSite], tmp_path_factory: pytest.TempPathFactory
) -> BuiltSite:
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    told = folder / f"{name}.json"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if told.exists():
            return BuiltSite(folder / name, **json.loads(told.read_text("utf-8")))
        site = make(folder / name)
        told.write_text(json.dumps({"exit_code": site.exit_code, "output": site.output}), "utf-8")
        return site


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., SmallSite]:
    """Makes a network of the files given, with plain ones for what is not given."""

    def make(files: Files | None = None) -> SmallSite:
        return SmallSite.write(tmp_path_factory.mktemp("small-site"), files or {})

    return make
