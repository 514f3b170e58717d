"""Figures speak in the words of the site: a translation's, and the hub's own."""

import re
from gettext import NullTranslations

import pytest
from charted_facts import change, marlow, percent, storyboard
from drawn import texts

from cyclebook.catalogue import Term, Terms, Voice, speaking
from cyclebook.figures import Exhibit, dumbbell, phrases, qr_code, run_chart
from cyclebook.published import Decision

_CHANGES = (
    change("A", "Zzz", 1, 4, Decision.ADAPT),
    change("B", "Zzz", 5, 8, Decision.ADOPT),
    change("C", "Zzz", None, None, Decision.OPEN),
)


class Bracketed(NullTranslations):
    """A language in which every message is its English between ⟦ and ⟧."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def pgettext(self, _context: str, message: str) -> str:
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def unsaid(text: str) -> list[str]:
    """The words of a text that stand in no message."""
    before = ""
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    return re.findall(r"[^\W\d_]{2,}", text)


def words(exhibit: Exhibit) -> list[str]:
    """Every text of an exhibit, but those that its page gives."""
    table = exhibit.table
    drawn = [" ".join(texts(drawing)) for drawing in exhibit.drawings]
    heads = [column.heading for column in table.columns]
    cells = [cell for row in (*table.rows, *table.csv_rows, table.csv_header) for cell in row]
    return [
        *(exhibit.headline, exhibit.alt_title, exhibit.alt_text, table.caption),
        *(*exhibit.notes, *drawn, *heads, *cells),
    ]


@pytest.mark.parametrize(
    ("weeks", "told"),
    [
        ((5,), "week 5"),
        ((4, 5), "weeks 4 and 5"),
        ((4, 5, 6), "weeks 4 to 6"),
        ((1, 4, 5, 6), "weeks 1 and 4 to 6"),
        ((1, 4, 5, 8), "weeks 1, 4, 5 and 8"),
    ],
)
def test_weeks_are_listed_by_their_stretches(weeks: tuple[int, ...], told: str) -> None:
    """Neighbours stand together; "and" stands once."""
    assert phrases.span(weeks) == told


def test_every_word_of_a_run_chart_is_a_message_or_an_authors() -> None:
    """Headline, drawings, notes, text alternative and table: all of it can be translated."""
    series = marlow(name="Zzz", unit="zzz", among=None)
    with speaking(Voice(Bracketed())):
        said = words(run_chart(series, _CHANGES, id="one", subtitle="", source=""))
    left = {word.lower() for text in said for word in unsaid(text)}
    assert any("⟦" in text for text in said)
    assert left <= {"zzz"}


def test_every_word_of_a_dumbbell_chart_is_a_message_or_an_authors() -> None:
    """The same for the chart of a whole cohort; its headline is the page's."""
    teams = [storyboard(name, "Zzz", percent(43), percent(71), percent(60)) for name in ("Zzz", "Zzzz")]
    with speaking(Voice(Bracketed())):
        said = words(dumbbell(teams, id="one", headline="", subtitle="", source=""))
    assert any("⟦" in text for text in said)
    assert {word.lower() for text in said for word in unsaid(text)} <= {"zzz", "zzzz"}


def test_a_chart_follows_the_hubs_own_words() -> None:
    """The heading in the drawing, the notes and the table rename "test" alike."""
    with speaking(Voice(terms=Terms.of({"test": Term.named("Trial")}))):
        exhibit = run_chart(marlow(), _CHANGES, id="one", subtitle="", source="")
    assert "Trials" in texts(exhibit.drawings[0])
    assert "Trials" in [column.heading for column in exhibit.table.columns]
    assert "trials" in exhibit.table.csv_header
    assert not [text for text in words(exhibit) if re.search(r"\btests?\b", text, re.IGNORECASE)]


def test_a_label_of_a_qr_code_cannot_leave_its_attribute() -> None:
    """A translation may hold quotes and angle brackets."""
    assert 'aria-label="Code &quot;A&quot; &lt;b&gt;"' in qr_code("https://example.org/", 'Code "A" <b>')
