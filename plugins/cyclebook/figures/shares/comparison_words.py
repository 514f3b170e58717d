"""Compared groups in words: headline, differences, how the groups were formed, data table."""

from collections.abc import Sequence

from cyclebook.catalogue import N_, _, ngettext
from cyclebook.figures import lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable
from cyclebook.published import Absent, Band, ComparedGroup, Comparison, Form, Formed, Number, Value

_CAUTION = N_(
    "The groups were not chosen the same way; part or all of this gap may have been there at the start."
)


def size_words(group: ComparedGroup) -> str:
    """The size of a group where its result does not say it: "group of 379"; else nothing."""
    if isinstance(group.result, Number) and group.result.of is not None:
        return ""
    if isinstance(group.size, Number):
        return _("group of {size}", size=group.size.short)
    words = group.size.short if isinstance(group.size, Absent) else group.size.text
    return _("group size {size}", size=words)


def headline_of(groups: Sequence[ComparedGroup]) -> str:
    """ "44 of 58 in Target group; 30 of 61 in Control schools"."""
    said = [
        _("{result} in {group}", result=group.result.text, group=lettering.one_line(group.name))
        for group in groups[:3]
    ]
    more = len(groups) - len(said)
    if more:
        number = phrases.numeral(more)
        said.append(ngettext("{number} more group", "{number} more groups", more, number=number))
    return phrases.capital("; ".join(said))


def alternative(comparison: Comparison, measure: str) -> str:
    """The bars for readers who cannot see them, in full sentences."""
    groups = comparison.groups
    said = [
        ngettext(
            "Bar chart: {measure}, in {number} group.",
            "Bar chart: {measure}, in {number} groups.",
            len(groups),
            measure=measure,
            number=phrases.numeral(len(groups)),
        )
    ]
    for group in groups:
        size = f" ({words})" if (words := size_words(group)) else ""
        said.append(f"{lettering.one_line(group.name)}{size}: {group.result.text}.")
    return " ".join([*said, *_differences(comparison)])


def notes(comparison: Comparison, undrawn: Sequence[str]) -> tuple[str, ...]:
    """Differences, how the groups were formed, and the names of groups whose bar has no place."""
    groups, said = comparison.groups, _differences(comparison)
    if any(isinstance(group.result, Band) for group in groups):
        said.append(_("Hatched: the range in which a share ends; the exact share is withheld."))
    if undrawn:
        said.append(
            _(
                "No bar for {groups}: the number has no place on this scale.",
                groups=phrases.listed(undrawn),
            )
        )
    for group in groups:
        if group.formed:
            said.append(
                f"{lettering.one_line(group.name)}: {phrases.sentence(lettering.one_line(group.formed))}"
            )
    unknown = [lettering.one_line(group.name) for group in groups if not group.formed]
    if len(groups) > 1 and unknown:
        said.append(
            ngettext(
                "How {groups} was formed is not published.",
                "How {groups} were formed is not published.",
                len(unknown),
                groups=phrases.listed(unknown),
            )
        )
    if len(groups) > 1 and comparison.formed not in (Formed.SAME_WAY, Formed.AT_RANDOM):
        said.append(_(_CAUTION))
    return tuple(said)


def _differences(comparison: Comparison) -> list[str]:
    """The first group against each other one: the difference of the shares, then their ratio."""
    said = []
    for one in comparison.differences:
        said += [one.sentence, *([one.ratio_sentence] if one.ratio_sentence else [])]
        if one.widened:
            said.append(_("The interval is widened, because students of one school are alike."))
    return said


def table(groups: Sequence[ComparedGroup], measure: str, caption: str) -> DataTable:
    """One row for each group."""
    rows = tuple(
        (
            lettering.one_line(group.name),
            _size(group),
            group.result.text,
            lettering.one_line(group.formed) if group.formed else _("not published"),
        )
        for group in groups
    )
    return DataTable(
        caption=caption,
        columns=(
            Column(_("Group"), numeric=False),
            Column(_("Group size"), numeric=True),
            Column(phrases.capital(measure), numeric=True),
            Column(_("How the group was formed"), numeric=False),
        ),
        rows=rows,
        csv_header=(_("group"), _("group size"), measure, _("unit"), _("how the group was formed")),
        csv_rows=tuple(
            (
                name,
                _plain_size(group),
                group.result.plain if isinstance(group.result, Number) else group.result.text,
                _unit(group.result),
                formed,
            )
            for group, (name, _size_told, _result, formed) in zip(groups, rows, strict=True)
        ),
    )


def _size(group: ComparedGroup) -> str:
    if isinstance(group.size, Number):
        return group.size.short
    of = None if isinstance(group.result, Absent) else group.result.of
    return f"{of:,}" if of is not None else group.size.text


def _plain_size(group: ComparedGroup) -> str:
    """The same in digits only, for a CSV cell."""
    if isinstance(group.size, Number):
        return group.size.plain
    of = None if isinstance(group.result, Absent) else group.result.of
    return f"{of}" if of is not None else group.size.text


def _unit(value: Value) -> str:
    if isinstance(value, Absent):
        return value.text
    return _("percent") if isinstance(value, Band) or value.form is Form.PERCENT else _("count")
