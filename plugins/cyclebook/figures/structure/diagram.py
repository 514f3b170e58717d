"""The nested structure as an exhibit."""

from cyclebook.catalogue import _
from cyclebook.figures import lettering, phrases, sketch
from cyclebook.figures.exhibit import Column, DataTable, Exhibit
from cyclebook.figures.structure.boxes import NARROW, WIDE, sketched
from cyclebook.figures.structure.teams import all_told, teams_told
from cyclebook.published import DriverNetwork


def nested_structure(
    network: DriverNetwork,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str,
) -> Exhibit:
    """Boxes in a box: the network around its districts (at least one), a dot for each team."""
    title = _("Structure of {network}", network=lettering.one_line(network.title))
    told = _alternative(network)
    return Exhibit(
        id=id,
        headline=phrases.capital(all_told(network)),
        subtitle=subtitle,
        drawings=sketch.drawn(
            sketched(network, WIDE), sketched(network, NARROW), figure=id, title=title, told=told
        ),
        notes=_notes(network),
        source=source,
        table=_table(network),
        alt_title=title,
        alt_text=told,
    )


def _alternative(network: DriverNetwork) -> str:
    each = "; ".join(
        f"{lettering.one_line(one.name)}, {teams_told(one, network)}" for one in network.districts
    )
    return phrases.sentence(
        _("Boxes in a box: the network around its districts. {districts}", districts=each)
    )


def _notes(network: DriverNetwork) -> tuple[str, ...]:
    if any(one.launched for one in network.districts):
        return (_("Each dot is a team."),)
    return (_("Each dot is a team with a storyboard on this site."),)


def _table(network: DriverNetwork) -> DataTable:
    rows = tuple((lettering.one_line(one.name), teams_told(one, network)) for one in network.districts)
    return DataTable(
        caption=_("Districts of {network} and their teams", network=lettering.one_line(network.title)),
        columns=(Column(_("District"), numeric=False), Column(_("Teams"), numeric=False)),
        rows=rows,
        csv_header=(_("district"), _("teams")),
        csv_rows=rows,
    )
