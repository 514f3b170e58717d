"""Every command is documented, and what README.md shows of `measure` is what it prints."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cyclebook.hosts.command_line import main


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_documented(repository: Path, name: str) -> None:
    """README.md shows each command, and names each of its options."""
    readme = (repository / "README.md").read_text("utf-8")
    options = [
        option
        for parameter in main.commands[name].params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]

    assert re.search(rf"^\$ (?:\.venv/bin/)?cyclebook {name}\b", readme, re.MULTILINE)
    assert options
    assert [option for option in options if option not in readme] == []


def test_measure_prints_what_the_readme_shows(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file of the README, measured as it is there, gives what is printed there."""
    monkeypatch.chdir(tmp_path)
    readme = (repository / "README.md").read_text("utf-8")
    shown = re.search(r"^\$ cat (\S+)\n(.*?)^\$ cyclebook (measure .*?)\n(.*?)^```", readme, re.M | re.S)

    assert shown is not None
    Path(shown[1]).write_text(shown[2], "utf-8")
    result = CliRunner().invoke(main, shown[3].split())
    assert (result.exit_code, result.output) == (0, shown[4])
