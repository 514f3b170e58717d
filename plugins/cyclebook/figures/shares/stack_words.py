"""Stacks in words: text alternative, notes and data table."""

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable
from cyclebook.published import Absent, Band, Distribution, DistributionRow, Form, Number

_SPOKEN = 12  # groups that a text alternative lists one by one


def size_words(group: DistributionRow) -> str:
    """ "of 58", "group size not published"."""
    if isinstance(group.size, Number):
        return _("of {group}", group=group.size.short)
    words = group.size.short if isinstance(group.size, Absent) else group.size.text
    return _("group size {size}", size=words)


def alternative(spread: Distribution) -> str:
    """The stacks for readers who cannot see them, in full sentences."""
    said = [
        ngettext(
            "Stacked bars of {number} group, each split into {bands}: {title}.",
            "Stacked bars of {number} groups, each split into {bands}: {title}.",
            len(spread.groups),
            number=phrases.numeral(len(spread.groups)),
            bands=phrases.listed([lettering.one_line(band) for band in spread.bands]),
            title=lettering.one_line(spread.title),
        )
    ]
    if len(spread.groups) > _SPOKEN:
        return " ".join([*said, _("The data table lists every group.")])
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
        said.append(_("Bands are ordered {order}.", order=lettering.one_line(spread.order)))
    shares = [share for group in spread.groups for share in group.shares]
    if any(isinstance(share, Absent) for share in shares):
        said.append(
            _("Pale, hatched: what is not known or not published; where it lies within is not drawn.")
        )
    if any(isinstance(share, Band) for share in shares):
        said.append(_("A share known only as a range is solid as far as it is certain, then hatched."))
    if unlabelled:
        said.append(_("Parts without room for their words stand in the data table."))
    return tuple(said)


def table(spread: Distribution) -> DataTable:
    """One row for each group, one column for each band."""
    bands = [lettering.one_line(band) for band in spread.bands]
    return DataTable(
        caption=_("{measure}, by group", measure=phrases.capital(lettering.one_line(spread.title))),
        columns=(
            Column(_("Group"), numeric=False),
            Column(_("Group size"), numeric=True),
            *(Column(band, numeric=True) for band in bands),
        ),
        rows=tuple(
            (lettering.one_line(group.name), group.size.text, *(share.text for share in group.shares))
            for group in spread.groups
        ),
        csv_header=(_("group"), _("group size"), _("unit"), *bands),
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
        return _("mixed")
    return _("percent") if forms == {Form.PERCENT} else lettering.one_line(spread.unit)
