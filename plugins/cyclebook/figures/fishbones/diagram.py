"""The fishbone as an exhibit."""

from collections.abc import Sequence

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import lettering, phrases, sketch
from cyclebook.figures.exhibit import Column, DataTable, Exhibit
from cyclebook.figures.fishbones import lengthwise, upright
from cyclebook.published import Cause, Fishbone


def fishbone(
    diagram: Fishbone,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str,
    headline: str | None = None,
    alt: str | None = None,
) -> Exhibit:
    """The fishbone of at least one bone with causes, lying in the wide drawing, standing in the narrow one.

    `headline` and `alt` replace the computed ones.
    """
    bones = tuple(bone for bone in diagram.bones if bone.causes)
    causes = [cause for bone in bones for cause in bone.causes]
    effect = lettering.one_line(diagram.effect)
    shown = Fishbone(effect, bones)
    title = _("Causes of: {effect}", effect=effect)
    told = alt or _alternative(shown, causes)
    wide, narrow = lengthwise.sketched(shown), upright.sketched(shown)
    return Exhibit(
        id=id,
        headline=headline or _headline(causes),
        subtitle=subtitle,
        drawings=sketch.drawn(wide, narrow, figure=id, title=title, told=told),
        notes=_notes(causes, cut=bool(wide.left_out or narrow.left_out)),
        source=source,
        table=_table(shown),
        alt_title=title,
        alt_text=told,
    )


def _headline(causes: Sequence[Cause]) -> str:
    supported = sum(cause.evidence is not None for cause in causes)
    every = phrases.numeral(len(causes))
    if not supported:
        return phrases.capital(
            ngettext(
                "{number} cause, none of them with evidence yet",
                "{number} causes, none of them with evidence yet",
                len(causes),
                number=every,
            )
        )
    if supported == len(causes):
        return ngettext(
            "The one cause has evidence", "All {number} causes have evidence", supported, number=every
        )
    return phrases.capital(
        ngettext(
            "{number} of {all} causes has evidence",
            "{number} of {all} causes have evidence",
            supported,
            number=phrases.numeral(supported),
            all=every,
        )
    )


def _alternative(diagram: Fishbone, causes: Sequence[Cause]) -> str:
    said = [
        ngettext(
            "Fishbone diagram of possible causes in {number} group.",
            "Fishbone diagram of possible causes in {number} groups.",
            len(diagram.bones),
            number=phrases.numeral(len(diagram.bones)),
        ),
        _("Effect: {effect}", effect=phrases.sentence(diagram.effect)),
    ]
    for bone in diagram.bones:
        listed = "; ".join(lettering.one_line(cause.text).rstrip(".") for cause in bone.causes)
        said.append(phrases.sentence(f"{lettering.one_line(bone.name)}: {listed}"))
    supported = [lettering.one_line(c.text).rstrip(".") for c in causes if c.evidence is not None]
    if supported:
        said.append(_("Evidence was found for: {causes}.", causes="; ".join(supported)))
    else:
        said.append(_("No evidence is given."))
    return " ".join(said)


def _notes(causes: Sequence[Cause], *, cut: bool) -> tuple[str, ...]:
    said = []
    if any(cause.evidence is not None for cause in causes):
        said.append(_("Heavy orange ticks and bold type: the team found evidence."))
    if cut:
        said.append(_("Long texts are cut in the drawing; the data table has them whole."))
    return tuple(said)


def _table(diagram: Fishbone) -> DataTable:
    headings = (_("Group"), _("Cause"), _("Evidence"))
    rows = tuple(
        (
            lettering.one_line(bone.name),
            lettering.one_line(cause.text),
            lettering.one_line(cause.evidence) if cause.evidence is not None else _("none given"),
        )
        for bone in diagram.bones
        for cause in bone.causes
    )
    return DataTable(
        caption=_("Causes by group: {effect}", effect=diagram.effect),
        columns=tuple(Column(heading, numeric=False) for heading in headings),
        rows=rows,
        csv_header=(_("group"), _("cause"), _("evidence")),
        csv_rows=rows,
    )
