"""The command `cyclebook`."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

import click

import cyclebook
from cyclebook.audit import UnreadableSite, audit_site
from cyclebook.building import (
    Question,
    as_github,
    as_json,
    as_lines,
    as_text,
    check,
    count_line,
    defect_words,
    measure,
)
from cyclebook.hosts.roster import roster_path


class _Group(click.Group):
    """Commands that end in words, whatever happens."""

    def invoke(self, ctx: click.Context) -> object:
        """The command; a defect of the program becomes one line."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            raise click.ClickException(defect_words(error)) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(cyclebook.__version__, prog_name="cyclebook")
def main() -> None:
    """Storyboards of school improvement teams, compiled into a static website."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a file on Windows may lack letters that authors use


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
    Where CYCLEBOOK_ROSTER names a file outside of this folder, one name a line, no
    file here may hold one of those names; they are never printed.
    """
    checked = check(paths, roster_path())
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


@main.command("measure")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--baseline", type=click.IntRange(min=1), help="The first so many weeks make the median.")
@click.option("--goal", help="The goal of each week: 40, 95% or 40/52. Needs --better.")
@click.option("--better", type=click.Choice(["higher", "lower"]), help="Which way is better.")
@click.option("--of", type=click.IntRange(min=1), help="The size of the group that plain numbers count.")
@click.option("--json", "as_data", is_flag=True, help="Print the statistics, for programs.")
def measure_command(
    file: Path, baseline: int | None, goal: str | None, better: str | None, of: int | None, *, as_data: bool
) -> None:
    """Analyse one weekly series, and say what a page may say of it.

    FILE is a CSV file. Its first line is week,value or date,value; a value is a number,
    a percent or a count of a group, such as 19/50. An empty value, and a week that is
    passed over, count as not collected. Not for a running total.
    The exit code is 0, or 1 where the file cannot be analysed.
    """
    try:
        question = Question.asked(baseline, goal, better, of)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    measured, problems = measure(file, question)
    if measured is not None:
        click.echo(measured.json if as_data else measured.text)
        return
    click.echo(
        as_json(problems) if as_data else as_lines(problems, quoting=not os.environ.get("CI")),
        err=not as_data,
    )
    raise SystemExit(1)


@main.command("audit")
@click.argument("site", type=click.Path(path_type=Path), default=Path("site"))
@click.option("--json", "as_data", is_flag=True, help="Print the findings and the counts, for programs.")
def audit_command(site: Path, *, as_data: bool) -> None:
    """Try to recover withheld numbers from a finished site, as an outsider would.

    SITE is the folder of the site; without one, the folder site. Every file that a visitor
    can download is read: pages, charts, tables, the search index, feeds, archives.
    Each number that follows from what is shown is named, with its place and the reason.
    The last line says how much was read. The exit code is 0 where nothing can be
    recovered, else 1.
    """
    try:
        found = audit_site(site)
    except UnreadableSite as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None
    click.echo(found.json if as_data else found.text)
    if found.findings:
        raise SystemExit(1)


def _paint(text: str, colour: str) -> str:
    if colour == "bold":
        return click.style(text, bold=True)
    return click.style(text, dim=True) if colour == "dim" else click.style(text, fg=colour)
