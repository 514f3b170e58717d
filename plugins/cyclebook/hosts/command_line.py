"""The command `cyclebook`."""

import sys
from dataclasses import replace
from datetime import datetime
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
    read_manifest,
)
from cyclebook.hosts.public_log import log_is_public, without_numbers
from cyclebook.hosts.publishing import Order, preview, publish
from cyclebook.hosts.refusals import told_plainly
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

    PATHS are folders or files; without any, the folders teams and content.
    The exit code is 0 where there is no error, else 1. Where the variable CI is set, places and rules
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
        told = as_text(problems, quoting=not log_is_public(), paint=_paint)
        last = count_line(problems, checked.cohorts, checked.storyboards)
        click.echo(f"{told}\n\n{last}" if told else last)
    if any(problem.severity == "error" for problem in problems):
        raise SystemExit(1)


@main.command("build")
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="Another file than mkdocs.yml.")
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Another folder than site_dir says.")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day that the site is as of; else mkdocs.yml says."
)
@click.option("--strict", is_flag=True, help="Refuse where there is a warning, such as a team's mistake.")
@click.option("--wait", is_flag=True, help="Where another build is at work, wait for it.")
@click.option("--allow-shrink", is_flag=True, help="Publish even if a fifth or more of the pages are gone.")
@click.option(
    "--breaches-seen", is_flag=True, help="Publish although earlier releases show what is withheld now."
)
@click.option(
    "--new-ledger", is_flag=True, help="Begin a ledger for a site that was published and never had one."
)
def build_command(
    config_file: Path | None,
    site_dir: Path | None,
    as_of: datetime | None,
    *,
    strict: bool,
    wait: bool,
    allow_shrink: bool,
    breaches_seen: bool,
    new_ledger: bool,
) -> None:
    """Build the site aside, judge it, and put it in the old one's place.

    Until everything is in order the old site stays as it is, to the byte; then the new
    one takes its place whole. A team whose file has mistakes keeps the page that it has,
    marked with its day, or has none: the option broken in mkdocs.yml.
    The exit code is 0 where the site was published, 1 where something in the files or in
    the finished pages stands in the way, and 2 where it could not be built for another
    reason: another build, a full disk, a mistake in mkdocs.yml.
    """
    day = as_of.date() if as_of else None
    order = Order(config_file, site_dir, day, strict, wait, allow_shrink, breaches_seen, new_ledger)
    with told_plainly():
        released = publish(order)
    manifest = released.manifest
    click.echo(
        f"{released.site} is published: {len(manifest.pages)} pages as of {manifest.as_of.isoformat()}, "
        f"release {manifest.release[:12]}."
    )
    if manifest.kept:
        click.echo(f"Not updated, because of mistakes in the file: {', '.join(sorted(manifest.kept))}")


@main.command("verify")
@click.argument("site", default="site", type=click.Path(path_type=Path))
@click.option("--quiet", is_flag=True, help="Print nothing where everything is as it was published.")
def verify_command(site: Path, *, quiet: bool) -> None:
    """Compare every byte of a finished site with its manifest.

    SITE is the folder of a site that cyclebook build has made; without one, site.
    The exit code is 0 where no file was changed, added or lost, 1 where one was, and 2
    where there is no manifest to compare with.
    """
    with told_plainly():
        manifest = read_manifest(site)
        differences = manifest.differences(site)
    if differences:
        click.echo("\n".join(differences))
        raise SystemExit(1)
    if not quiet:
        click.echo(
            f"{site} is as it was published: {len(manifest.files)} files as of "
            f"{manifest.as_of.isoformat()}, release {manifest.release[:12]}."
        )


@main.command("serve")
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="Another file than mkdocs.yml.")
@click.option("--address", default=None, metavar="IP:PORT", help="Where to show it, else 127.0.0.1:8000.")
def serve_command(config_file: Path | None, address: str | None) -> None:
    """Show the site on this machine, and build it again at every save.

    Mistakes stand in the place of the page that they cost. Nothing is published.
    """
    with told_plainly():
        preview(config_file, address)


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
        as_json(problems) if as_data else as_lines(problems, quoting=not log_is_public()),
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
    recovered, else 1. Where the variable CI is set, places are printed and numbers are
    not, since such logs are public.
    """
    try:
        found = audit_site(site)
    except UnreadableSite as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None
    if log_is_public():
        found = replace(found, findings=tuple(map(without_numbers, found.findings)))
    click.echo(found.json if as_data else found.text)
    if found.findings:
        raise SystemExit(1)


def _paint(text: str, colour: str) -> str:
    if colour == "bold":
        return click.style(text, bold=True)
    return click.style(text, dim=True) if colour == "dim" else click.style(text, fg=colour)
