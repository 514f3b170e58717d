"""Stacks in words: text alternative, notes and data table."""

from cyclebook.figures import lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable
from cyclebook.published import Absent, Band, Distribution, DistributionRow, Form, Number

_SPOKEN = 12  # groups that a text alternative lists one by one


def size_words(group: DistributionRow) -> str:
    """ "of 58", "group size not published"."""
    if isinstance(group.size, Number):
        return f"of {group.size.short}"
    withheld = isinstance(group.size, Absent) and group.size.withheld
    return "group size withheld" if withheld else f"group size {group.size.text}"


def alternative(spread: Distribution) -> str:
    """The stacks for readers who cannot see them, in full sentences."""
    groups = phrases.count(len(spread.groups), "group")
    bands = phrases.listed([lettering.one_line(band) for band in spread.bands])
    said = [f"Stacked bars of {groups}, each split into {bands}: {lettering.one_line(spread.title)}."]
    if len(spread.groups) > _SPOKEN:
        return " ".join([*said, "The data table lists every group."])
    for group in spread.groups:
        shares = [
            f"{lettering.one_line(band)} {share.text}"
            for band, share in zip(spread.bands, group.shares, strict=True)
        ]
        said.append(f"{lettering.one_line(group.name)} ({size_words(group)}): {', '.join(shares)}.")
    return " ".join(said)


def notes(spread: Distribution, *, unlabelled: bool) -> tuple[str, ...]:
    """What a reader needs beside the stacks; `unlabelled` where a part has no room for its words."""
    said = []
    if spread.order:
        said.append(f"Bands are ordered {lettering.one_line(spread.order)}.")
    shares = [share for group in spread.groups for share in group.shares]
    if any(isinstance(share, Absent) for share in shares):
        said.append("Pale, hatched: what is not known or not published; where it lies within is not drawn.")
    if any(isinstance(share, Band) for share in shares):
        said.append("A share known only as a range is solid as far as it is certain, then hatched.")
    if unlabelled:
        said.append("Parts without room for their words stand in the data table.")
    return tuple(said)


def table(spread: Distribution) -> DataTable:
    """One row for each group, one column for each band."""
    bands = [lettering.one_line(band) for band in spread.bands]
    return DataTable(
        caption=f"{phrases.capital(lettering.one_line(spread.title))}, by group",
        columns=(
            Column("Group", numeric=False),
            Column("Group size", numeric=True),
            *(Column(band, numeric=True) for band in bands),
        ),
        rows=tuple(
            (lettering.one_line(group.name), group.size.text, *(share.text for share in group.shares))
            for group in spread.groups
        ),
        csv_header=("group", "group size", "unit", *bands),
        csv_rows=tuple(
            (
                lettering.one_line(group.name),
                group.size.plain if isinstance(group.size, Number) else group.size.text,
                _unit(group, spread),
                *(share.plain if isinstance(share, Number) else share.text for share in group.shares),
            )
            for group in spread.groups
        ),
    )


def _unit(group: DistributionRow, spread: Distribution) -> str:
    forms = {share.form for share in group.shares if isinstance(share, Number)}
    forms |= {Form.PERCENT for share in group.shares if isinstance(share, Band)}
    if len(forms) > 1:
        return "mixed"
    return "percent" if forms == {Form.PERCENT} else lettering.one_line(spread.unit)
