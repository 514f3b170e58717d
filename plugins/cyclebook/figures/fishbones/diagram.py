"""The fishbone as an exhibit."""

from collections.abc import Sequence

from cyclebook.figures import lettering, phrases, sketch
from cyclebook.figures.exhibit import Column, DataTable, Exhibit
from cyclebook.figures.fishbones import lengthwise, upright
from cyclebook.published import Cause, Fishbone

_NO_EVIDENCE = "none given"


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
    title = f"Causes of: {effect}"
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
    whole = phrases.count(len(causes), "cause")
    if not supported:
        return f"{phrases.capital(whole)}, none of them with evidence yet"
    if supported == len(causes):
        return "The one cause has evidence" if supported == 1 else f"All {whole} have evidence"
    number = phrases.capital(phrases.numeral(supported))
    return f"{number} of {whole} {'has' if supported == 1 else 'have'} evidence"


def _alternative(diagram: Fishbone, causes: Sequence[Cause]) -> str:
    groups = phrases.count(len(diagram.bones), "group")
    said = [f"Fishbone diagram of possible causes in {groups}. Effect: {phrases.sentence(diagram.effect)}"]
    for bone in diagram.bones:
        listed = "; ".join(lettering.one_line(cause.text).rstrip(".") for cause in bone.causes)
        said.append(phrases.sentence(f"{lettering.one_line(bone.name)}: {listed}"))
    supported = [lettering.one_line(c.text).rstrip(".") for c in causes if c.evidence is not None]
    said.append(f"Evidence was found for: {'; '.join(supported)}." if supported else "No evidence is given.")
    return " ".join(said)


def _notes(causes: Sequence[Cause], *, cut: bool) -> tuple[str, ...]:
    said = []
    if any(cause.evidence is not None for cause in causes):
        said.append("Heavy orange ticks and bold type: the team found evidence.")
    if cut:
        said.append("Long texts are cut in the drawing; the data table has them whole.")
    return tuple(said)


def _table(diagram: Fishbone) -> DataTable:
    headings = ("Group", "Cause", "Evidence")
    rows = tuple(
        (
            lettering.one_line(bone.name),
            lettering.one_line(cause.text),
            lettering.one_line(cause.evidence) if cause.evidence is not None else _NO_EVIDENCE,
        )
        for bone in diagram.bones
        for cause in bone.causes
    )
    return DataTable(
        caption=f"Causes by group: {diagram.effect}",
        columns=tuple(Column(heading, numeric=False) for heading in headings),
        rows=rows,
        csv_header=tuple(heading.lower() for heading in headings),
        csv_rows=rows,
    )
