"""The MkDocs plugin: hands folders to `building`, and finished pages to MkDocs."""

import hashlib
import os
from pathlib import Path, PurePosixPath
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from cyclebook.building import (
    WORDS_SLOT,
    BrokenFilesError,
    CompiledSite,
    EarlierRelease,
    MarkedPage,
    Page,
    TranslationError,
    Voice,
    compile_site,
    defect_words,
    holds_a_release,
    is_article,
    is_picture,
    new_picture,
    voice_of,
)
from cyclebook.hosts.clock import ClockError, as_of_day
from cyclebook.hosts.generated_files import flat_name, generated_file, nested_name
from cyclebook.hosts.mended_pages import escaped, mended
from cyclebook.hosts.options import Options
from cyclebook.hosts.public_log import log_is_public, veil_links
from cyclebook.hosts.roster import roster_path
from cyclebook.hosts.theme_settings import in_theme, settle_theme

log = get_plugin_logger(__name__)


_TRANSLATIONS = "translations"
"""Beside `mkdocs.yml`: es.po for a site whose theme speaks es."""
_GATED = "The privacy rules are applied to every number."
_UNGATED = f"{_GATED} Nothing looks through the finished pages: `cyclebook build` has gates that do."

_INSTEAD = (
    "This command has no gates and would replace it. Run cyclebook build; "
    "for a draft, name another folder: mkdocs build --site-dir draft"
)

_TEMPLATE = "book.html"
_SECTION = 2
_HIDDEN = ["navigation", "toc"]


class CyclebookPlugin(BasePlugin[Options]):
    """Puts storyboards, cohorts, articles, the home page and "About the data" into an MkDocs site.

    `gated` and `earlier` are set by `cyclebook build`: gates follow, and teams may keep earlier pages.
    """

    def __init__(self) -> None:
        super().__init__()
        self.preview = False
        self.gated = False
        self.earlier: EarlierRelease | None = None
        self.pages: dict[str, Page] = {}
        self.site: CompiledSite | None = None
        self.scripts: frozenset[str] = frozenset()
        self.marked: dict[str, MarkedPage] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a live preview; keeps the plugin alive between rebuilds."""
        self.preview = command == "serve"
        veil_links()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse folders that may not be used so, and settle the theme."""
        self.pages, self.marked = {}, {}
        self._refuse_folders_in_folders(config)
        if not self.gated and not self.preview and holds_a_release(Path(config.site_dir)):
            raise PluginError(f"{os.path.relpath(config.site_dir)} holds a published release. {_INSTEAD}")
        settle_theme(config)
        teams = self._teams(config)
        if str(teams) not in config.watch:
            config.watch.append(str(teams))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Compile what we read ourselves, and add a generated file for every page and download."""
        hubs = [one for one in files if one.src_dir == config.docs_dir]
        for file in [one for one in hubs if is_article(PurePosixPath(one.src_uri))]:
            files.remove(file)  # MkDocs would print its blocks as plain text
            hubs.remove(file)
        of_theme = frozenset(file.src_uri for file in hubs if in_theme(file.src_uri, config))
        own = {file.src_uri for file in files.documentation_pages()}
        addresses = frozenset(name.removesuffix("index.md") for name in map(nested_name, own))
        self.site = site = self._compile(config, addresses, of_theme)
        for file in hubs:
            if not site.takes(file.src_uri):
                files.remove(file)
                own.discard(file.src_uri)
            elif is_picture(file.src_uri):
                files.remove(file)
                files.append(File.generated(config, file.src_uri, content=new_picture(file.content_bytes)))
        if of_theme:
            files.add_files_from_theme(config.theme.get_env(), config)  # those that the hub's had displaced
        for address, photo in site.photos.items():
            files.append(File.generated(config, address, content=photo))
        for report in site.broken:
            log.warning(report)
        for remark in site.remarks:
            log.info(remark)
        for page in site.pages:
            name = f"{page.address}index.md"
            self.pages[name] = page
            if not own & {name, flat_name(name)}:
                files.append(generated_file(config, name, "", in_nav=page.address.count("/") < 2))
            for download in page.downloads:
                files.append(generated_file(config, download.address, download.text, in_nav=False))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Hand the theme's templates, such as that of 404, what to say; note which scripts are its own."""
        own = [one for one in files if one.is_javascript() and one.src_dir != config.docs_dir]
        self.scripts = frozenset(hashlib.sha256(one.content_bytes).hexdigest() for one in own)
        if self.site is not None:
            env.globals["around"] = self.site.around
        return env

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: HostPage,
        config: MkDocsConfig,
        files: Files,
    ) -> str:
        """Give one of our pages our title and frame; hub pages keep their words, in our typography."""
        ours = self._ours(page)
        if self.site is not None:
            marked = self.site.marked(page.file.src_uri, markdown)
            self.marked[page.file.src_uri], markdown = marked, marked.markdown
        if ours is None:
            page.meta.setdefault("template", _TEMPLATE)
            if page.meta["template"] == _TEMPLATE:
                page.meta.setdefault("hide", _HIDDEN)
            return markdown
        page.meta = {
            "title": escaped(ours.title),
            "description": escaped(ours.description),
            "template": _TEMPLATE,
            "hide": _HIDDEN,
            "feeds": [(escaped(title), link) for title, link in ours.feeds],
        }
        page.title = escaped(ours.title) if page.file.generated_by else page.title
        return markdown

    def on_page_content(
        self,
        html: str,
        *,
        page: HostPage,
        config: MkDocsConfig,
        files: Files,
    ) -> str:
        """Our article; what the hub wrote in a file at the same address goes into its place."""
        ours = self._ours(page)
        if ours is None:
            article = self._hub_page(html, page, config, files)
        else:
            page.toc = TableOfContents([AnchorLink(escaped(words), name, 2) for name, words in ours.sections])
            article = ours.html.replace(WORDS_SLOT, html)
        marked = self.marked.get(page.file.src_uri)
        if self.site is None or marked is None:
            return article
        article, downloads = self.site.placed(article, page.file.src_uri, marked, address=page.url)
        for download in downloads:
            files.append(generated_file(config, download.address, download.text, in_nav=False))
        return article

    def _hub_page(self, html: str, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """A page of the hub's own; one that brings its own template stays as it is."""
        if self.site is None or page.meta.get("template") != _TEMPLATE:
            return html
        top = [one for item in page.toc for one in (item, *item.children) if one.level == _SECTION]
        made = self.site.hub_page(
            html,
            title=str(page.title or ""),
            address=page.url,
            sections=tuple((one.id, one.title) for one in top),
        )
        for download in made.downloads:
            files.append(generated_file(config, download.address, download.text, in_nav=False))
        return made.html

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Mend what Material leaves undone."""
        return self._mended(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages without a source file: 404."""
        return self._mended(output_content) if template_name.endswith(".html") else output_content

    def _mended(self, html: str) -> str:
        return mended(html, self.site.around) if self.site is not None else html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Everything is written: make what is made of finished pages."""
        if self.site is not None:
            for told in self.site.finish(Path(config.site_dir)):
                log.warning(told)

    def _refuse_folders_in_folders(self, config: MkDocsConfig) -> None:
        """Team files, and what the theme runs, lie where the author of a page does not write."""
        docs, teams = Path(config.docs_dir).resolve(), self._teams(config).resolve()
        if teams.is_relative_to(docs) or docs.is_relative_to(teams):
            raise PluginError(
                "One of the folders of team files and of pages lies in the other, so raw numbers would be "
                "published. In mkdocs.yml, let teams and docs_dir name two folders side by side."
            )
        if config.theme.custom_dir and Path(config.theme.custom_dir).resolve().is_relative_to(docs):
            raise PluginError(
                "The folder of the theme's templates lies in the folder of pages, so whoever writes a page "
                "could run a program. In mkdocs.yml, let custom_dir name a folder beside docs_dir."
            )

    def _teams(self, config: MkDocsConfig) -> Path:
        return self._project(config) / self.config.teams

    def _project(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or "mkdocs.yml").parent

    def _compile(
        self, config: MkDocsConfig, worded: frozenset[str], of_theme: frozenset[str]
    ) -> CompiledSite:
        docs = Path(config.docs_dir)
        try:
            day = as_of_day(self.config.as_of)
        except ClockError as error:
            raise PluginError(str(error)) from None
        log.info("This site is made as of %s. %s", day.isoformat(), _GATED if self.gated else _UNGATED)
        try:
            return compile_site(
                self._teams(config),
                PurePosixPath(self.config.teams),
                content=(docs, PurePosixPath(os.path.relpath(docs, self._project(config)))),
                as_of=day,
                site_url=config.site_url or None,
                quoting=not log_is_public(),
                of_theme=of_theme,
                worded=worded,
                preview=self.preview,
                voice=self._voice(config),
                roster=roster_path(),
                earlier=self.earlier if self.config.broken == "keep" else None,
            )
        except BrokenFilesError as error:
            raise PluginError(f"The site cannot be built.\n\n{error}") from None
        except PluginError:
            raise
        except Exception as error:
            if self.gated:
                raise  # `cyclebook build` has words and an exit code for it
            log.debug("The defect in full", exc_info=error)
            raise PluginError(defect_words(error)) from None

    def _voice(self, config: MkDocsConfig) -> Voice:
        """The language of the theme; its translation lies in the project, unless it comes with us."""
        language = str(config.theme.get("language") or "en")
        try:
            return voice_of(language, self._project(config) / _TRANSLATIONS)
        except TranslationError as error:
            raise PluginError(f"The site cannot be built.\n\n{error}") from None

    def _ours(self, page: HostPage) -> Page | None:
        return self.pages.get(nested_name(page.file.src_uri))
