"""Before and after as an exhibit: dots where children were counted, else places on a scale."""

from cyclebook.catalogue import _
from cyclebook.figures import lettering, phrases
from cyclebook.figures.before_after import on_scale, rows_of_dots
from cyclebook.figures.exhibit import Column, DataTable, Exhibit
from cyclebook.published import Absent, Band, BeforeAfter, Form, Number, Value


def before_after(
    fact: BeforeAfter,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str,
    names: tuple[str, str] | None = None,
    headline: str | None = None,
    alt: str | None = None,
) -> Exhibit:
    """What was known before and after.

    Whole counts of up to 100 are rows of dots, anything else stands on a scale.
    `names` replace what both rows are called, `headline` and `alt` the computed ones.
    """
    names = names or (_("At the start"), _("At the end"))
    what = phrases.capital(lettering.one_line(fact.what))
    title = _("{measure}, before and after", measure=what)
    dots = rows_of_dots.counts(fact)
    told = alt or _alternative(fact, names, dots=dots is not None)
    if dots:
        drawings = rows_of_dots.drawn(dots, names, figure=id, title=title, told=told)
    else:
        drawings = on_scale.drawn(fact, names, figure=id, title=title, told=told)
    return Exhibit(
        id=id,
        headline=headline or _headline(fact),
        subtitle=subtitle,
        drawings=drawings,
        notes=_notes(fact),
        source=source,
        table=_table(fact, names),
        alt_title=title,
        alt_text=told,
    )


def _worded(fact: BeforeAfter, value: Value) -> str:
    if not isinstance(value, Number):
        return value.text
    return phrases.counted(value.text, lettering.one_line(fact.unit or ""))


def _headline(fact: BeforeAfter) -> str:
    return phrases.capital(
        _("{start} before, {end} after", start=_worded(fact, fact.before), end=fact.after.text)
    )


def _alternative(fact: BeforeAfter, names: tuple[str, str], *, dots: bool) -> str:
    what = lettering.one_line(fact.what)
    rows = zip(names, (fact.before, fact.after), strict=True)
    told = [phrases.sentence(f"{lettering.one_line(name)}: {_worded(fact, v)}") for name, v in rows]
    begin = _("Chart: {measure}, before and after.", measure=what)
    if dots:
        begin = _("Dot chart: {measure}, before and after.", measure=what)
    return " ".join([begin, *told])


def _notes(fact: BeforeAfter) -> tuple[str, ...]:
    said = []
    if any(isinstance(value, Band) for value in (fact.before, fact.after)):
        said.append(_("A box runs over the range in which a share lies; the exact share is withheld."))
    if fact.note:
        said.append(lettering.one_line(fact.note))
    return tuple(said)


def _table(fact: BeforeAfter, names: tuple[str, str]) -> DataTable:
    values = (fact.before, fact.after)
    forms = {value.form for value in values if isinstance(value, Number)}
    unit = lettering.one_line(fact.unit or "") or _("number")
    if forms == {Form.PERCENT} or any(isinstance(value, Band) for value in values):
        unit = _("percent")
    what = lettering.one_line(fact.what)
    sizes = [value.of for value in values if not isinstance(value, Absent)]
    header = (_("when"), f"{what} ({unit})", *((_("group size"),) if any(sizes) else ()))
    return DataTable(
        caption=_("{measure}, before and after", measure=what),
        columns=(Column(_("When"), numeric=False), Column(what, numeric=True)),
        rows=tuple((name, value.text) for name, value in zip(names, values, strict=True)),
        csv_header=header,
        csv_rows=tuple(
            (
                name,
                value.plain if isinstance(value, Number) else value.text,
                *((_size(value),) if any(sizes) else ()),
            )
            for name, value in zip(names, values, strict=True)
        ),
    )


def _size(value: Value) -> str:
    size = None if isinstance(value, Absent) else value.of
    return _("not given") if size is None else f"{size}"
