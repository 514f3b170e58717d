"""The command `cyclebook`."""

import os
from pathlib import Path

import click

import cyclebook
from cyclebook.building import as_github, as_json, as_text, check, count_line, usual_paths


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(cyclebook.__version__, prog_name="cyclebook")
def main() -> None:
    """Storyboards of school improvement teams, compiled into a static website."""


@main.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="text for people, json for programs, github for notes beside the lines of a pull request.",
)
def check_command(paths: tuple[Path, ...], form: str) -> None:
    """Name every problem in the team files, at once.

    PATHS are folders or files; without any, the folder teams, and case-studies and
    reports in the folder content.
    The exit code is 0
    where there is no error, else 1. Where the variable CI is set, places and rules
    are printed and the authors' words are not, since such logs are public.
    """
    checked = check(paths or usual_paths())
    problems = checked.problems
    if form == "json":
        click.echo(as_json(problems))
    elif form == "github":
        if problems:
            click.echo(as_github(problems))
    else:
        told = as_text(problems, quoting=not os.environ.get("CI"), paint=_paint)
        last = count_line(problems, checked.cohorts, checked.storyboards)
        click.echo(f"{told}\n\n{last}" if told else last)
    if any(problem.severity == "error" for problem in problems):
        raise SystemExit(1)


def _paint(text: str, colour: str) -> str:
    if colour == "bold":
        return click.style(text, bold=True)
    return click.style(text, dim=True) if colour == "dim" else click.style(text, fg=colour)
