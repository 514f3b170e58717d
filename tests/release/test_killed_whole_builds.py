"""`cyclebook build` of a small network, killed from outside wherever it happens to be: minutes, so apart."""

import os
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from finished_trees import sums

from cyclebook.building.release import read_manifest
from small_site import SmallSite

pytestmark = [pytest.mark.site, pytest.mark.slow]

_MOMENTS = 20


def test_whole_build_killed_at_twenty_moments(small_site: Callable[..., SmallSite]) -> None:
    """SIGKILL from the first import to the end: the old site to the byte, or the new one, whole."""
    project = small_site().project
    command = [sys.executable, "-c", "from cyclebook.hosts.command_line import main; main()", "build"]

    def begun(day: int) -> "subprocess.Popen[bytes]":
        changed = {**os.environ, "SOURCE_DATE_EPOCH": str(1_793_491_200 + day * 86_400)}
        return subprocess.Popen(
            command, cwd=project, env=changed, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    started = time.monotonic()
    assert begun(0).wait(timeout=300) == 0
    whole, site, killed = time.monotonic() - started, project / "site", 0
    for moment in range(1, _MOMENTS + 1):
        old = sums(site)
        process = begun(moment)
        time.sleep(whole * moment / _MOMENTS)
        process.kill()
        killed += process.wait(timeout=60) != 0
        left = sums(site)
        assert read_manifest(site).differences(site) == ()
        assert left == old or f'as_of": "2026-11-{1 + moment:02}' in (site / "manifest.json").read_text()
    assert killed > _MOMENTS / 2
    assert begun(_MOMENTS + 1).wait(timeout=300) == 0
    assert read_manifest(site).differences(site) == ()
