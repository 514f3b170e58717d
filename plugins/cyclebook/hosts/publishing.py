"""`cyclebook build`: has MkDocs make the site in a folder aside, and `building` judge and publish it."""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

import click
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from cyclebook.audit import UnreadableSite, audit_site
from cyclebook.building import (
    LEDGER,
    Book,
    CyclebookError,
    EarlierRelease,
    Finding,
    Made,
    Manifest,
    Places,
    RefusedError,
    ready_to_judge,
    release,
)
from cyclebook.hosts.clock import as_of_day, today
from cyclebook.hosts.mkdocs_plugin import CyclebookPlugin
from cyclebook.hosts.public_log import log_is_public, without_numbers

NOTICE = "NO_MKDOCS_2_WARNING"
_EPOCH = "SOURCE_DATE_EPOCH"
_LOG = logging.getLogger("mkdocs.plugins.cyclebook")


class SetUpError(CyclebookError):
    """The site cannot be built at all: not for what is written, but for how it is set up."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for on the command line."""

    config_file: Path | None = None
    site: Path | None = None
    as_of: date | None = None
    strict: bool = False
    wait: bool = False
    allow_shrink: bool = False
    breaches_seen: bool = False
    new_ledger: bool = False


@dataclass(frozen=True, slots=True)
class Released:
    """A site that has been published: where, its manifest, and how many warnings there were."""

    site: Path
    manifest: Manifest
    warnings: int


def publish(order: Order) -> Released:
    """Build, judge and publish the site of a project.

    Raises `RefusedError` where something in the files or in the finished pages stands in the way,
    `SetUpError` and other `CyclebookError`s where no site can be made, and OSError of the system.
    """
    os.environ.setdefault(NOTICE, "1")
    with _told() as log:
        config = _configured(order)
        plugin = _plugin(config)
        if order.as_of is not None:
            plugin.config.as_of = order.as_of
        day = as_of_day(plugin.config.as_of)
        if day > today():
            _LOG.warning(
                "This site is made as of %s, a day that has not come. "
                "What is under embargo until then is on its pages.",
                day.isoformat(),
            )
        project = Path(config.config_file_path).parent
        places = Places.beside(Path(config.site_dir), project)
        teams = PurePosixPath(plugin.config.teams)
        book = Book(project / LEDGER, teams, order.breaches_seen, order.new_ledger)

        def make(folder: Path) -> Made:
            book.open_beside(places.site)
            plugin.gated, plugin.earlier = True, EarlierRelease.read(places.site)
            config.site_dir = str(folder)
            _build(config, day)
            if order.strict and log.warnings:
                raise RefusedError("The build has warnings, and --strict allows none.")
            site = plugin.site
            if site is None:
                raise SetUpError("The plugin cyclebook made no pages.")
            found = None if _english(config) else _audited_in_english(config, day)
            return ready_to_judge(
                folder,
                site,
                as_of=day,
                audit=_audited if found is None else lambda _: found,
                book=book,
                scripts=plugin.scripts,
                quoting=not log_is_public(),
            )

        manifest = release(places, make, wait=order.wait, allow_shrink=order.allow_shrink)
        return Released(Path(os.path.relpath(places.site)), manifest, log.warnings)


def _audited(folder: Path) -> Iterator[Finding]:
    """What an outsider can work out from the finished tree; without the numbers where logs are public."""
    try:
        found = audit_site(folder).findings
    except UnreadableSite as error:
        yield Finding("the site", str(error), "Build it again.")
        return
    for one in map(without_numbers, found) if log_is_public() else found:
        yield Finding(one.place, one.what, one.how)


def _english(config: MkDocsConfig) -> bool:
    return str(config.theme.get("language") or "en").split("-")[0] == "en"


def _audited_in_english(config: MkDocsConfig, day: date) -> tuple[Finding, ...]:
    """The findings of a site in another language: the audit reads English, so the site is made once more.

    The numbers and the places are those of the site that goes out; only our words around them differ.
    """
    spoken, config.theme["language"] = config.theme["language"], "en"
    try:
        with tempfile.TemporaryDirectory(prefix="cyclebook-") as folder, _silent():
            config.site_dir = folder
            _build(config, day)
            return tuple(_audited(Path(folder)))
    finally:
        config.theme["language"] = spoken


@contextmanager
def _silent() -> Iterator[None]:
    """What was said of the first making is not said again."""
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


class _Log(logging.Handler):
    """Prints what MkDocs and its plugins say, and counts the warnings."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.warnings = 0

    def emit(self, record: logging.LogRecord) -> None:
        """One message, on the standard error stream."""
        self.warnings += record.levelno >= logging.WARNING
        click.echo(f"{record.levelname:<8}-  {record.getMessage()}", err=True)


@contextmanager
def _told(level: int = logging.WARNING) -> Iterator[_Log]:
    """MkDocs' messages from that level on go to the terminal for as long as the block runs."""
    logger, log = logging.getLogger("mkdocs"), _Log(level)
    before = logger.level, logger.propagate
    logger.setLevel(level)
    logger.propagate = False
    logger.addHandler(log)
    try:
        yield log
    finally:
        logger.removeHandler(log)
        logger.level, logger.propagate = before


def _configured(order: Order) -> MkDocsConfig:
    named = str(order.config_file) if order.config_file else None
    try:
        return load_config(config_file=named, site_dir=str(order.site) if order.site else None)
    except (Abort, ConfigurationError) as error:
        raise SetUpError(error.format_message()) from None


def _plugin(config: MkDocsConfig) -> CyclebookPlugin:
    found = [one for one in config.plugins.values() if isinstance(one, CyclebookPlugin)]
    if not found:
        raise SetUpError("mkdocs.yml does not list the plugin. Write: plugins: [search, cyclebook]")
    return found[0]


def _build(config: MkDocsConfig, day: date) -> None:
    """Let MkDocs write the tree. What it dates (the sitemap) is dated with the day the site is as of."""
    kept = os.environ.get(_EPOCH)
    if kept is None:
        os.environ[_EPOCH] = str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Abort as error:
        raise RefusedError(error.format_message()) from None
    finally:
        config.plugins.on_shutdown()
        if kept is None:
            del os.environ[_EPOCH]


def preview(config_file: Path | None, address: str | None) -> None:
    """Show the site on this machine until it is interrupted. Raises as `publish` does."""
    os.environ.setdefault(NOTICE, "1")
    with _told(logging.INFO):
        try:
            serve(config_file=str(config_file) if config_file else None, dev_addr=address)
        except (Abort, ConfigurationError) as error:
            raise SetUpError(error.format_message()) from None
