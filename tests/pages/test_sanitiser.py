"""Authors' Markdown, made into HTML and sanitised: nothing of it runs, loads or leads astray."""

import re
import time
from pathlib import PurePosixPath

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cyclebook.building.markdown_trial import SHORT
from cyclebook.pages.prose import Prose
from cyclebook.pages.templates import fill
from cyclebook.reading.markdown_limits import check_markdown
from harm import harm_in
from hostile_network import MODELS, bodies, every_block, filled_blocks, own_strings, shared_strings
from webpage import parse

WORST_OF_A_SANITISER = [
    "[x](//elsewhere.invalid/)",
    "[x](/\\elsewhere.invalid/)",
    "[x](\\\\\\\\elsewhere.invalid/)",
    "[x](/&#9;/elsewhere.invalid/)",
    "[x](&#x2F;&#x2F;elsewhere.invalid/)",
    "[x](http://elsewhere.invalid/)",
    "[x](ftp://elsewhere.invalid/)",
    "[x](file:///etc/passwd)",
    "[x](javascript&colon;alert(1))",
    "[x](&#1;javascript:alert(1))",
]


def _rendered(text: str) -> str:
    return str(Prose().html(text))


@pytest.mark.parametrize("text", WORST_OF_A_SANITISER)
def test_links_lead_to_https_or_mail_or_this_site(text: str) -> None:
    """A link of another kind keeps its words and loses its address."""
    (link,) = parse(_rendered(text)).all("a")

    assert link.get("href") is None
    assert link.words == "x"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c&d=%20e#f",
        "mailto:a@example.org",
        "../about/",
        "about.md#part-1",
        "#part-1",
        "/a/b",
    ],
)
def test_good_links_are_kept_as_they_are(address: str) -> None:
    """The sanitiser keeps an address or drops it; it never writes another one."""
    (link,) = parse(_rendered(f"[x]({address})")).all("a")

    assert link.get("href") == address


def _assert_harmless(strings: list[str]) -> None:
    wrong = []
    prose = Prose()
    for one in strings:
        for text in (one, bodies([one] * 9)):
            found = list(harm_in(parse(str(prose.html(text)))))
            wrong += [f"{one!r}: {harm}" for harm in found]
    assert wrong == []


def test_own_strings_come_out_harmless() -> None:
    """Each of our strings, alone and in every form of Markdown, is words or harmless markup afterwards."""
    _assert_harmless(own_strings())


def test_shared_strings_come_out_harmless() -> None:
    """The same for the large collection."""
    strings = shared_strings()

    assert len(strings) > 1_000
    _assert_harmless(strings)


def test_strings_stand_in_every_block_that_an_author_can_write() -> None:
    """The network of the browser's tests fills each block of each file: one that is new has to be put in."""
    known = {name for model in MODELS for name in every_block(model)}

    assert len(known) > 40
    assert known - filled_blocks("x") == set()


def test_templates_escape_every_string() -> None:
    """What stands in a template as a plain value comes out as the same words, whatever it holds."""
    for one in own_strings():
        html = fill("panel.html", title=one, problems=one, codes=[(one, "#code")])
        assert list(harm_in(parse(html))) == []
        assert " ".join(one.split()) in parse(html).words


SIGNS = [
    *("[", "]", "(", ")", "*", "_", "`", "!", "<", ">", "|", ":", "~", "^", "#", "a", " ", "\n"),
    *("\n\n", "    ", ": a\n", "\\", "- ", "  - ", "1. ", "> ", "[^1]", "[^1]: b\n", "!!! n\n", "```\n"),
    *("a|b\n-|-\n", "a\n===\n", "[a](", "![a](", "[a][b]", "[b]: c\n", "**a*", "_b*", "&#", "<a ", "<!--"),
    *("https://", "a@b.c"),
]
LONGEST = 2.0


@given(
    signs=st.lists(st.sampled_from(SIGNS), min_size=1, max_size=5),
    times=st.integers(1, SHORT),
    paragraphs=st.booleans(),
)
@example(signs=["  - "], times=SHORT, paragraphs=False)
@example(signs=["["], times=390, paragraphs=False)
@settings(max_examples=100, deadline=None)
def test_short_texts_within_the_limits_are_rendered_soon(
    signs: list[str], times: int, *, paragraphs: bool
) -> None:
    """Whatever signs repeat in a text that nobody tries beforehand: it ends, soon, and is harmless."""
    unit = "".join(signs) + ("\n\n" if paragraphs else "")
    text = (unit * times)[:SHORT]
    assume(next(check_markdown(text, 1, PurePosixPath("a.md")), None) is None)
    begun = time.process_time()

    html = _rendered(text)

    assert time.process_time() - begun < LONGEST
    assert list(harm_in(parse(html))) == []


def test_task_lists_have_boxes_and_no_form() -> None:
    """ "- [x]" and "- [ ]" become signs that are read aloud."""
    html = _rendered("- [x] call the depot\n- [ ] ask the cook\n\n* [X] one\n\n* two [x] stays")

    assert [re.sub(r"\s+", " ", item.words) for item in parse(html).all("li")] == [
        "☑ call the depot",
        "☐ ask the cook",
        "☑ one",
        "two [x] stays",
    ]
    assert parse(html).all("input") == []


def test_allowed_markdown_still_works() -> None:
    """Tables, notes, definition lists, boxes, task lists and code come through."""
    html = _rendered(
        "| a | b |\n|---|--:|\n| 1 | 2 |\n\nNoted.[^1]\n\n[^1]: Here.\n\nword\n:   meaning\n\n"
        "!!! note\n    Boxed.\n\n```\ncode <b>\n```\n"
    )
    tags = {one.tag for one in parse(html).walk()}

    assert {"table", "sup", "dl", "dt", "dd", "div", "pre", "code"} <= tags
    assert "code <b>" in parse(html).one("pre").words


def test_raw_html_attributes_and_includes_are_words() -> None:
    """Raw HTML, attribute lists, includes and macros are printed, not obeyed."""
    html = _rendered(
        '<b>bold</b> word{: .big onclick="x" }\n\n--8<-- "/etc/passwd"\n\n{{ config }} {% if x %}'
    )
    words = parse(html).words

    assert parse(html).all("b") == []
    for written in (
        "<b>bold</b>",
        '{: .big onclick="x" }',
        '--8<-- "/etc/passwd"',
        "{{ config }}",
        "{% if x %}",
    ):
        assert written in words
