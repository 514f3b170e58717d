"""Whatever stands in an article, reading ends in an article or in problems, never in a traceback."""

import time
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trees import write_tree

from cyclebook.model.article import FigureKind, Shelf
from cyclebook.reading import read_articles, read_hub_pages, read_library
from cyclebook.reading.article_ground import NEEDS
from cyclebook.reading.hub_pages import has_blocks, split_page

_PIECES = st.sampled_from(
    [
        *(
            "/// exhibit",
            "/// side-box",
            "/// pull-quote",
            "/// fast-facts",
            "/// smart-goal",
            "/// storyboards",
            "/// run-charts",
            "/// x",
            "///",
            "////",
        ),
        *(
            "    id: a",
            "    figure: dots",
            "    team: 2026-spring/a",
            "    cohort: 2026-spring",
            "    title: Words",
            "id: a",
            "  id: a",
        ),
        *("    facts: [{label: a, value: b}]", "    facts:", "\tid: a", "    - a", "    {", "    by: 'x"),
        *("", "words", "# Heading", "```", "~~~", "- item", "[](#a)", "{result 2026-spring/a}", "{goal x"),
        *(
            "![a](b.png)",
            "![](x.jpg 'y')",
            "[^1]",
            "[^1]: note",
            "| a | b |",
            "|---|---|",
            "<script>",
            "&#xE000;",
        ),
    ]
)


def read(folder: Path, body: str) -> tuple[Shelf, int]:
    """The shelf of one article with this body, and how many lines its file has."""
    text = f"---\ntitle: A story\n---\n{body}"
    file = folder / "content/case-studies/story.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    library = read_library(folder / "teams")
    shelf = read_articles(folder / "content", PurePosixPath("content"), folder / "teams", library)
    return shelf, len(text.replace("\r\n", "\n").split("\n"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("articles")
    write_tree(made, {})
    return made


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.one_of(st.lists(_PIECES, max_size=25).map("\n".join), st.text(max_size=200)))
def test_any_body(folder: Path, body: str) -> None:
    """Any body is read; problems lie inside the file; without an error the article is there."""
    shelf, lines = read(folder, body)
    assert all(1 <= problem.place.line <= lines for problem in shelf.problems)
    wrong = any(problem.severity == "error" for problem in shelf.problems)
    assert bool(shelf.articles) is not wrong


@pytest.mark.parametrize(
    "body",
    [
        "`" * 200_000,
        "/// exhibit\n" * 15_000,
        "{result " * 25_000,
        "[](#" * 50_000,
        "` `` " * 40_000,
        "!" * 200_000,
    ],
    ids=["ticks", "blocks", "braces", "brackets", "odd ticks", "exclamations"],
)
def test_hostile_bodies(folder: Path, body: str) -> None:
    """A body made to exhaust a parser is read in little time."""
    begun = time.process_time()
    read(folder, body)
    assert time.process_time() - begun < 10


def test_every_figure_says_what_it_needs() -> None:
    """The reader knows of every figure that an exhibit can name what it is drawn from."""
    assert set(NEEDS) == set(FigureKind)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(_PIECES, max_size=12).map("\n".join))
def test_plain_pages_end_in_lists_or_problems(folder: Path, body: str) -> None:
    """Whatever stands in a plain page: each block is read or a problem, and no line of slashes is left."""
    (folder / "content").mkdir(exist_ok=True)
    file = folder / "content/plain.md"
    file.write_text(body, encoding="utf-8")
    library = read_library(folder / "teams")
    found = read_hub_pages(folder / "content", PurePosixPath("content"), folder / "teams", library)
    file.unlink()
    blocks = [one for page in found.pages if page.path.name == "plain.md" for one in page.lists]
    assert found.problems or all(one.options for one in blocks)

    parts = split_page(body)
    assert [part[:2] for part in parts if not isinstance(part, str)] == [
        (one.name, one.written) for one in blocks
    ]
    words = "\n\n".join(part if isinstance(part, str) else part[2] for part in parts)
    if "`" not in body and "~" not in body:
        assert not has_blocks(words)
