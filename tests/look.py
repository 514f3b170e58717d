"""Takes pictures of every kind of page into `look/`; run as a program by `make look`.

It stands among the tests because it looks with their eyes: the same browser, the same kinds of pages, the
same finished sites. Each kind is shown at 390 and 1280 pixels, light and dark, as it prints, and as a PDF.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import chromium
from built_site import build, build_running
from page_kinds import KINDS, RunningPage
from served_site import served

WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
LETTER = {"width": 701, "height": 928}
"""The inside of a Letter page with the margins of book.css, in CSS pixels."""

_STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 24px; background: #e9e9e6; color: #1f2933; }
h2 { margin: 40px 0 8px; } nav a { margin-right: 14px; }
.row { display: flex; gap: 16px; overflow-x: auto; align-items: flex-start; }
figure { margin: 0; flex: none; } figcaption { padding: 4px 0; }
img { display: block; max-height: 82vh; border: 1px solid #8a8f96; background: #fff; }
"""


@dataclass(frozen=True)
class Picture:
    """A picture of a page: the file's name in the folder, and how it was taken."""

    file: str
    how: str


def look(browser: Browser, urls: dict[str, str], folder: Path) -> None:
    """Take all pictures of the kinds of pages at `urls`, and write `index.html` beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = {kind: list(_pictures(browser, url, kind, folder)) for kind, url in urls.items()}
    (folder / "index.html").write_text(_index(taken), "utf-8")


def _pictures(browser: Browser, url: str, kind: str, folder: Path) -> Iterator[Picture]:
    name = kind.replace(" ", "-")
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
            page.goto(url, wait_until="load")
            page.evaluate("document.fonts.ready.then(() => true)")
            picture = Picture(f"{name}-{width}-{scheme}.png", f"{width} pixels, {scheme}")
            page.screenshot(path=folder / picture.file, full_page=True)
            yield picture
            page.close()
    page = browser.new_page(viewport=LETTER)
    page.goto(url, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.emulate_media(media="print")
    page.pdf(path=folder / f"{name}.pdf", format="Letter", prefer_css_page_size=True, print_background=True)
    page.screenshot(path=folder / f"{name}-print.png", full_page=True)
    page.close()
    yield Picture(f"{name}-print.png", "as it prints, on one long sheet")


def _index(taken: dict[str, list[Picture]]) -> str:
    links = "".join(f'<a href="#{kind.replace(" ", "-")}">{escape(kind)}</a>' for kind in taken)
    rows = "".join(_row(kind, pictures) for kind, pictures in taken.items())
    head = f'<meta charset="utf-8"><title>Every kind of page</title><style>{_STYLE}</style>'
    return (
        f'<!doctype html><html lang="en">{head}<h1>Every kind of page</h1><nav>{links}</nav>{rows}</html>\n'
    )


def _row(kind: str, pictures: list[Picture]) -> str:
    name = kind.replace(" ", "-")
    shown = "".join(
        f'<figure><figcaption>{escape(one.how)}</figcaption><a href="{one.file}">'
        f'<img src="{one.file}" alt="{escape(kind)}, {escape(one.how)}" loading="lazy"></a></figure>'
        for one in pictures
    )
    pdf = f'<p><a href="{name}.pdf">{escape(kind)} on paper (PDF, Letter)</a></p>'
    return f'<h2 id="{name}">{escape(kind)}</h2>{pdf}<div class="row">{shown}</div>'


def main() -> None:
    """Build the site of this repository and that of a cohort in mid-cycle, and look at them."""
    repository = Path(__file__).parents[1]
    folder = repository / "look"
    with tempfile.TemporaryDirectory() as made:
        site = build(repository, Path(made) / "site")
        running = build_running(Path(made) / "running-site")
        for one in (site, running):
            if one.exit_code:
                sys.exit(one.output)
        with (
            served(site.folder) as address,
            served(running.folder) as other,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=[*chromium.FLAGS])
            urls = {
                kind: (other if isinstance(path, RunningPage) else address) + path
                for kind, path in KINDS.items()
            }
            look(browser, urls, folder)
            browser.close()
    sys.stdout.write(f"{len(KINDS)} kinds of pages. Open {folder.relative_to(repository)}/index.html\n")


if __name__ == "__main__":
    main()
