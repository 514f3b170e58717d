"""Compared groups in words: headline, differences, how the groups were formed, data table."""

from collections.abc import Sequence

from cyclebook.figures import lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable
from cyclebook.published import Absent, Band, ComparedGroup, Comparison, Form, Formed, Number, Value

_CAUTION = (
    "The groups were not chosen the same way; part or all of this gap may have been there at the start."
)


def size_words(group: ComparedGroup) -> str:
    """The size of a group where its result does not say it: "group of 379"; else nothing."""
    if isinstance(group.result, Number) and group.result.of is not None:
        return ""
    if isinstance(group.size, Number):
        return f"group of {group.size.short}"
    words = "withheld" if isinstance(group.size, Absent) and group.size.withheld else group.size.text
    return f"group size {words}"


def headline_of(groups: Sequence[ComparedGroup]) -> str:
    """ "44 of 58 in Target group; 30 of 61 in Control schools"."""
    said = [f"{group.result.text} in {lettering.one_line(group.name)}" for group in groups[:3]]
    more = len(groups) - len(said)
    return phrases.capital("; ".join([*said, *([f"{phrases.count(more, 'more group')}"] if more else [])]))


def alternative(comparison: Comparison, measure: str) -> str:
    """The bars for readers who cannot see them, in full sentences."""
    groups = comparison.groups
    said = [f"Bar chart: {measure}, in {phrases.count(len(groups), 'group')}."]
    for group in groups:
        size = f" ({words})" if (words := size_words(group)) else ""
        said.append(f"{lettering.one_line(group.name)}{size}: {group.result.text}.")
    return " ".join([*said, *_differences(comparison)])


def notes(comparison: Comparison, undrawn: Sequence[str]) -> tuple[str, ...]:
    """Differences, how the groups were formed, and the names of groups whose bar has no place."""
    groups, said = comparison.groups, _differences(comparison)
    if any(isinstance(group.result, Band) for group in groups):
        said.append("Hatched: the range in which a share ends; the exact share is withheld.")
    if undrawn:
        said.append(f"No bar for {phrases.listed(undrawn)}: the number has no place on this scale.")
    for group in groups:
        if group.formed:
            said.append(
                f"{lettering.one_line(group.name)}: {phrases.sentence(lettering.one_line(group.formed))}"
            )
    unknown = [lettering.one_line(group.name) for group in groups if not group.formed]
    if len(groups) > 1 and unknown:
        said.append(
            f"How {phrases.listed(unknown)} {'was' if len(unknown) == 1 else 'were'} formed is not published."
        )
    if len(groups) > 1 and comparison.formed not in (Formed.SAME_WAY, Formed.AT_RANDOM):
        said.append(_CAUTION)
    return tuple(said)


def _differences(comparison: Comparison) -> list[str]:
    """The first group against each other one: the difference of the shares, then their ratio."""
    said = []
    for one in comparison.differences:
        said += [one.sentence, *([one.ratio_sentence] if one.ratio_sentence else [])]
        if one.widened:
            said.append("The interval is widened, because students of one school are alike.")
    return said


def table(groups: Sequence[ComparedGroup], measure: str) -> DataTable:
    """One row for each group."""
    rows = tuple(
        (
            lettering.one_line(group.name),
            _size(group),
            group.result.text,
            lettering.one_line(group.formed) if group.formed else "not published",
        )
        for group in groups
    )
    return DataTable(
        caption=f"{phrases.capital(measure)}, by group",
        columns=(
            Column("Group", numeric=False),
            Column("Group size", numeric=True),
            Column(phrases.capital(measure), numeric=True),
            Column("How the group was formed", numeric=False),
        ),
        rows=rows,
        csv_header=("group", "group size", measure, "unit", "how the group was formed"),
        csv_rows=tuple(
            (
                name,
                size.replace(",", ""),
                group.result.plain if isinstance(group.result, Number) else group.result.text,
                _unit(group.result),
                formed,
            )
            for group, (name, size, _, formed) in zip(groups, rows, strict=True)
        ),
    )


def _size(group: ComparedGroup) -> str:
    if isinstance(group.size, Number):
        return group.size.short
    of = None if isinstance(group.result, Absent) else group.result.of
    return f"{of:,}" if of is not None else group.size.text


def _unit(value: Value) -> str:
    if isinstance(value, Absent):
        return value.text
    return "percent" if isinstance(value, Band) else {Form.PERCENT: "percent"}.get(value.form, "count")
