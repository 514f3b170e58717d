"""Finds a Chromium for the browser tests; run as a program, makes sure that there is one.

Order: the variable CHROMIUM, a browser of the system, Debian's package (as root on Debian),
Playwright's own download.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""For a browser that runs as root in a container and asks nobody for anything."""


def find() -> str | None:
    """The path of a Chromium on this system that starts; None where Playwright's own has to do."""
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    if named := os.environ.get("CHROMIUM"):
        yield named
    for command in _COMMANDS:
        if path := shutil.which(command):
            yield path
    yield from (path for path in _MACOS if Path(path).exists())


def _starts(path: str) -> bool:
    """False for a stand-in, such as Ubuntu's script that only tells to install a snap."""
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _root_on_debian() -> bool:
    if platform.system() != "Linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    return platform.freedesktop_os_release().get("ID") == "debian"


def _install() -> None:
    if _root_on_debian():
        sys.stdout.write("Installing chromium with apt-get\n")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "-qq", "update"], check=True, env=quiet)
        command = ["apt-get", "-qq", "-y", "install", "--no-install-recommends", "chromium"]
        subprocess.run(command, check=True, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    else:
        sys.stdout.write("Installing Playwright's Chromium\n")
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    if find() is None:
        _install()
