"""The driver diagram as an exhibit."""

from cyclebook.catalogue import N_, _, ngettext
from cyclebook.figures import lettering, pen, phrases
from cyclebook.figures.drawing import framed
from cyclebook.figures.drivers import layout
from cyclebook.figures.drivers.attached import NOBODY, attached
from cyclebook.figures.exhibit import Column, DataTable, Drawing, Exhibit
from cyclebook.published import DriverNetwork, PublishedDriver

_BENEATH = N_("see the drivers beneath it")


def driver_diagram(
    network: DriverNetwork,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str,
) -> Exhibit:
    """The diagram of a network with at least one driver, drawn for 860 px and wider.

    A narrower page shows the same facts as a list, and so does every page where the tree has
    more levels than a drawing holds: then there is no drawing.
    """
    title = _("Driver diagram of {network}", network=lettering.one_line(network.title))
    told = _alternative(network)
    return Exhibit(
        id=id,
        headline=_headline(network),
        subtitle=subtitle,
        drawings=_drawings(network, id, title, told),
        notes=tuple(_notes(network)),
        source=source,
        table=_table(network),
        alt_title=title,
        alt_text=told,
    )


def _drawings(network: DriverNetwork, figure: str, title: str, told: str) -> tuple[Drawing, ...]:
    if layout.depth(network.drivers) > layout.DEEPEST:
        return ()
    sketch = layout.sketched(network)
    body = pen.drawn(sketch.marks)
    one = framed(body, figure=figure, variant="one", title=title, description=told, size=sketch.size)
    return (one,)


def _headline(network: DriverNetwork) -> str:
    every = network.every_driver
    left = sum(one.untested for one in every)
    if not left:
        return _("The one driver is worked on") if len(every) == 1 else _("Every driver is worked on")
    if left == len(every):
        return _("No driver has a published test yet")
    return phrases.capital(
        ngettext(
            "{number} of {all} drivers has no published test",
            "{number} of {all} drivers have no published test",
            left,
            number=phrases.numeral(left),
            all=phrases.numeral(len(every)),
        )
    )


def _alternative(network: DriverNetwork) -> str:
    every = network.every_driver
    depth = layout.depth(network.drivers)
    levels = ngettext("{number} level", "{number} levels", depth, number=phrases.numeral(depth))
    said = [
        ngettext(
            "Driver diagram with the aim on the left, {number} driver in {levels}, "
            "and those who work on them on the right.",
            "Driver diagram with the aim on the left, {number} drivers in {levels}, "
            "and those who work on them on the right.",
            len(every),
            number=phrases.numeral(len(every)),
            levels=levels,
        )
    ]
    if network.aim:
        said.append(phrases.sentence(lettering.one_line(_("Aim: {aim}", aim=network.aim))))
    for one in network.drivers:
        below = [_linked(lower) for lower in one.walk() if lower is not one]
        told = f"{_linked(one)}: {'; '.join(below)}" if below else _linked(one)
        said.append(phrases.sentence(lettering.one_line(told)))
    left = [lettering.one_line(one.name) for one in every if one.untested]
    if left:
        said.append(phrases.sentence(_("With no published test: {drivers}", drivers="; ".join(left))))
    return " ".join(said)


def _linked(driver: PublishedDriver) -> str:
    return f"{driver.name} ({driver.strength.link})" if driver.strength else driver.name


def _notes(network: DriverNetwork) -> list[str]:
    every = network.every_driver
    said = []
    if any(one.strength for one in every):
        said.append(
            _("The heavier a line, the stronger the link is thought to be; the word stands in the box.")
        )
    if any(one.untested for one in every):
        said.append(_("Dashed: no published test or focus works on the driver."))
    if any(not item.tested for one in every for item in attached(one, network)):
        said.append(_("Open circle: works on the driver, without a test yet."))
    return said


def _table(network: DriverNetwork) -> DataTable:
    headings = (_("Driver"), _("Belongs to"), _("Link"), _("Who works on it"), _("Tests"))
    parents = network.parents
    rows = tuple(
        tuple(
            lettering.one_line(cell)
            for cell in (
                one.name,
                parents[one.id].name if one.id in parents else _("the aim"),
                one.strength.word if one.strength else _("not rated"),
                "; ".join(item.text for item in attached(one, network)) or _nobody(one),
                _tests(one),
            )
        )
        for one in network.every_driver
    )
    return DataTable(
        caption=_("Drivers of {network} and who works on them", network=lettering.one_line(network.title)),
        columns=tuple(Column(heading, numeric=False) for heading in headings),
        rows=rows,
        csv_header=(_("driver"), _("belongs to"), _("link"), _("who works on it"), _("tests")),
        csv_rows=rows,
    )


def _tests(driver: PublishedDriver) -> str:
    if driver.tests:
        return str(len(driver.tests))
    if driver.foci:
        return _("number not published")
    return _(NOBODY) if driver.untested else _(_BENEATH)


def _nobody(driver: PublishedDriver) -> str:
    return _("nobody yet") if driver.untested else _(_BENEATH)
