"""Prediction against outcome: tests of one idea, each a row on the scale of its own group."""

from collections.abc import Sequence
from dataclasses import dataclass

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import colours, lettering, pen, phrases, sketch
from cyclebook.figures.exhibit import Column, DataTable, Exhibit
from cyclebook.figures.marks import Anchor, Disc, Label, Path, Rule
from cyclebook.figures.prediction_words import headline_of
from cyclebook.published import IdeaTest, Number, PredictedCount

_ROW, _KEY, _AXIS = 104.0, 34.0, 26.0
_WORDS = 44.0
"""The height of the words above a track: no line of the scale runs through them."""
_TEXT, _NAME = 13.0, 15.0
_TICKS = (0, 25, 50, 75, 100)
_DOT, _DIAMOND = 4.5, 8.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A test whose prediction and outcome are counts of one group."""

    name: str
    drawn: str
    where: str
    off: str
    decision: str
    counts: PredictedCount


def predictions(
    tests: Sequence[IdeaTest],
    *,
    id: str,  # noqa: A002  (the page's word for it)
    idea: str,
    source: str,
) -> Exhibit | None:
    """Every test with counts of one group before and after, in the order given; None without any."""
    rows = [_row(one) for one in tests]
    shown = [row for row in rows if row is not None]
    if not shown:
        return None
    title = ngettext(
        "Prediction and outcome of {number} test of one idea",
        "Prediction and outcome of {number} tests of one idea",
        len(shown),
        number=phrases.numeral(len(shown)),
    )
    told = " ".join([_("Each row runs from none to all of its group."), *(_told(row) for row in shown)])
    wide, narrow = (_sketched(shown, width) for width in (740, 328))
    notes = [_("Order: real tests first, then by school.")]
    left = len(tests) - len(shown)
    if left:
        words = ngettext(
            "{number} test is not drawn: no counts of one group are published for both.",
            "{number} tests are not drawn: no counts of one group are published for both.",
            left,
            number=phrases.numeral(left),
        )
        notes.append(phrases.capital(words))
    return Exhibit(
        id=id,
        headline=headline_of([_gap(row) for row in shown]),
        subtitle=_(
            "{idea}: predicted (diamond) and happened (dot), each as a part of the group counted", idea=idea
        ),
        drawings=sketch.drawn(wide, narrow, figure=id, title=title, told=told),
        notes=tuple(notes),
        source=source,
        table=_table(shown, title),
        alt_title=title,
        alt_text=told,
    )


def _row(one: IdeaTest) -> _Row | None:
    test, board = one.test, one.storyboard
    if test.counts is None:
        return None
    team = lettering.one_line(board.name)
    drawn = name = _("{team}, test {letter}", team=team, letter=test.letter)
    where = ", ".join(part for part in (board.cohort_title, (test.weeks or "").lower()) if part)
    if one.illustrative:
        name = _("{team}, test {letter} (illustrative)", team=team, letter=test.letter)
        # First on its line: a narrow drawing cuts the end of a long name, and never this word.
        where = _("illustrative, {where}", where=where)
    off = test.off or _("as predicted")
    return _Row(name, drawn, lettering.one_line(where), off, test.decision.word.lower(), test.counts)


def _told(row: _Row) -> str:
    """A row in a sentence."""
    return _(
        "{test}: predicted {predicted}, happened {happened}; {off}; {decision}.",
        test=row.name,
        predicted=row.counts.predicted.text,
        happened=row.counts.happened.text,
        off=row.off,
        decision=row.decision,
    )


def _gap(row: _Row) -> int:
    return int(row.counts.happened.value - row.counts.predicted.value)


def _sketched(rows: Sequence[_Row], width: float) -> sketch.Sketch:
    left, right = 8.0, width - 8.0
    bottom = _KEY + len(rows) * _ROW
    marks: list[pen.Mark] = [*_key(left)]
    for share in _TICKS:
        x = left + (right - left) * share / 100
        colour = colours.RULE_2 if share == 0 else colours.RULE
        for top in (_KEY + index * _ROW for index in range(len(rows))):
            marks.append(Rule(x, top + _WORDS, x, top + _ROW - 8, colour))
        anchor: Anchor = "start" if share == 0 else "end" if share == 100 else "middle"
        at = 0.0 if share == 0 else width if share == 100 else x
        marks.append(Label(at, bottom + 18, f"{share}%", _TEXT, colours.INK_3, anchor))
    for index, row in enumerate(rows):
        marks += _marks(row, _KEY + index * _ROW, left, right, width)
    return sketch.Sketch(tuple(marks), (round(width), round(bottom + _AXIS)))


def _key(left: float) -> list[pen.Mark]:
    predicted = _("predicted")
    second = left + 24 + lettering.width(predicted, _TEXT) + 24
    return [
        _diamond(left + _DIAMOND, 12),
        Label(left + 22, 16.5, predicted, _TEXT, colours.INK_2),
        Disc(second + _DOT, 12, _DOT, colours.DATA),
        Label(second + 16, 16.5, _("happened"), _TEXT, colours.INK_2),
    ]


def _marks(row: _Row, top: float, left: float, right: float, width: float) -> list[pen.Mark]:
    """Name and decision on a line of their own, then the track with a number above and one below."""
    track = top + 68
    decision = Label(
        width, top + 19, row.decision, _TEXT, colours.INK_2, "end", bold=True, halo=colours.PAPER
    )
    name = lettering.fitted(row.drawn, _NAME, width - decision.width - 14, bold=True)
    where = lettering.fitted(row.where, _TEXT, width)
    predicted, happened = (
        _place(number, left, right) for number in (row.counts.predicted, row.counts.happened)
    )
    return [
        Label(0, top + 19, name, _NAME, colours.INK, bold=True, halo=colours.PAPER),
        decision,
        Label(0, top + 36, where, _TEXT, colours.INK_3, halo=colours.PAPER),
        Rule(left, track, right, track, colours.RULE_2),
        Rule(predicted, track, happened, track, colours.DATA, 3),
        Disc(happened, track, _DOT, colours.DATA),
        _diamond(predicted, track),
        _number(
            _("predicted {number}", number=row.counts.predicted.short),
            predicted,
            track - 13,
            colours.MARK,
            width,
        ),
        _number(row.counts.happened.text, happened, track + 22, colours.DATA, width),
    ]


def _place(number: Number, left: float, right: float) -> float:
    return left + (right - left) * float(number.share or 0) / 100


def _diamond(x: float, y: float) -> Path:
    r = _DIAMOND
    return Path(((x, y - r), (x + r, y), (x, y + r), (x - r, y), (x, y - r)), colours.MARK, 2)


def _number(text: str, x: float, y: float, fill: str, width: float) -> Label:
    half = lettering.width(text, _TEXT, bold=True) / 2
    at = min(max(x, half), width - half)
    return Label(at, y, text, _TEXT, fill, "middle", bold=True, halo=colours.PAPER)


def _table(rows: Sequence[_Row], title: str) -> DataTable:
    return DataTable(
        caption=title,
        columns=(
            Column(_("Test"), numeric=False),
            Column(_("Predicted"), numeric=True),
            Column(_("Happened"), numeric=True),
            Column(_("Off by"), numeric=False),
            Column(_("Decision"), numeric=False),
        ),
        rows=tuple(
            (
                f"{row.name}, {row.where}",
                row.counts.predicted.text,
                row.counts.happened.text,
                row.off,
                row.decision,
            )
            for row in rows
        ),
        csv_header=(
            _("test"),
            _("predicted (people)"),
            _("happened (people)"),
            _("group size"),
            _("off by"),
            _("decision"),
        ),
        csv_rows=tuple(
            (
                f"{row.name}, {row.where}",
                row.counts.predicted.plain,
                row.counts.happened.plain,
                str(row.counts.predicted.of),
                row.off,
                row.decision,
            )
            for row in rows
        ),
    )
