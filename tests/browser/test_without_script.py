"""What a reader gets whose browser runs no script: everything that is to be read."""

import pytest

from page_kinds import KINDS, STORYBOARDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
def test_article_reads_the_same(open_page, kind: str) -> None:
    """The visible text of the article does not depend on script; only the filters of a table come with it."""
    page = open_page(KINDS[kind]).page
    page.locator("article .filters").evaluate_all("boxes => boxes.forEach(box => box.hidden = true)")
    with_script = page.locator("article").inner_text()
    without = open_page(KINDS[kind], script=False).page.locator("article").inner_text()
    assert without.split()
    assert without == with_script


@pytest.mark.parametrize("script", [True, False])
def test_data_open_by_keyboard(open_page, script: bool) -> None:
    """The table behind a chart opens and closes with Enter and with Space."""
    kind = "storyboard with few weeks"
    page = open_page(STORYBOARDS[kind], script=script).page
    summary, table = (
        page.locator("article details summary").first,
        page.locator("article details table").first,
    )
    assert not table.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert table.is_visible()
    page.keyboard.press("Space")
    assert not table.is_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_links_of_the_article_work(open_page, kind: str) -> None:
    """Without script every link of the article is a plain address."""
    page = open_page(KINDS[kind], script=False).page
    links = page.locator("article a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert [link for link in links if not link or link.startswith("javascript:") or link == "#"] == []


def test_ideas_are_filtered_with_a_script(open_page) -> None:
    """Words and choices narrow the list of ideas, and its count says so; together they narrow further."""
    page = open_page(KINDS["list of ideas"]).page
    shown = page.locator("article .idea:visible")
    every = shown.count()
    page.get_by_label("Decision").select_option("abandon")
    abandoned = shown.count()
    assert 0 < abandoned < every
    assert set(
        page.locator("article .idea:visible").evaluate_all(
            "all => all.map(one => one.dataset.decision.split('|').includes('abandon'))"
        )
    ) == {True}
    assert page.locator("[data-idea-count]").inner_text() == f"{abandoned} of {every} ideas"
    page.get_by_label("Level of school").select_option("Elementary")
    assert 0 < shown.count() < abandoned
    page.get_by_label("Find an idea").fill("no such idea")
    assert shown.count() == 0
