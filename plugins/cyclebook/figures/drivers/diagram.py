"""The driver diagram as an exhibit."""

from cyclebook.figures import lettering, pen, phrases
from cyclebook.figures.drawing import framed
from cyclebook.figures.drivers import layout
from cyclebook.figures.drivers.attached import NOBODY, attached
from cyclebook.figures.exhibit import Column, DataTable, Drawing, Exhibit
from cyclebook.published import DriverNetwork, PublishedDriver

_BENEATH = "see the drivers beneath it"


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
    title = f"Driver diagram of {lettering.one_line(network.title)}"
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
        return "The one driver is worked on" if len(every) == 1 else "Every driver is worked on"
    if left == len(every):
        return "No driver has a published test yet"
    number = phrases.capital(phrases.numeral(left))
    return f"{number} of {phrases.count(len(every), 'driver')} {'has' if left == 1 else 'have'} {NOBODY}"


def _alternative(network: DriverNetwork) -> str:
    every = network.every_driver
    levels = phrases.count(layout.depth(network.drivers), "level")
    counted = f"{phrases.count(len(every), 'driver')} in {levels}"
    said = [
        f"Driver diagram with the aim on the left, {counted}, and those who work on them on the right.",
        *([phrases.sentence(lettering.one_line(f"Aim: {network.aim}"))] if network.aim else []),
    ]
    for one in network.drivers:
        below = [f"{lower.name}{_strength(lower)}" for lower in one.walk() if lower is not one]
        told = f"{one.name}{_strength(one)}{': ' if below else ''}{'; '.join(below)}"
        said.append(phrases.sentence(lettering.one_line(told)))
    left = [lettering.one_line(one.name) for one in every if one.untested]
    if left:
        said.append(phrases.sentence(f"With {NOBODY}: {'; '.join(left)}"))
    return " ".join(said)


def _strength(driver: PublishedDriver) -> str:
    return f" ({driver.strength.value} link)" if driver.strength else ""


def _notes(network: DriverNetwork) -> list[str]:
    every = network.every_driver
    said = []
    if any(one.strength for one in every):
        said.append("The heavier a line, the stronger the link is thought to be; the word stands in the box.")
    if any(one.untested for one in every):
        said.append(f"Dashed: {NOBODY} or focus works on the driver.")
    if any(not item.tested for one in every for item in attached(one, network)):
        said.append("Open circle: works on the driver, without a test yet.")
    return said


def _table(network: DriverNetwork) -> DataTable:
    headings = ("Driver", "Belongs to", "Link", "Who works on it", "Tests")
    parents = network.parents
    rows = tuple(
        tuple(
            lettering.one_line(cell)
            for cell in (
                one.name,
                parents[one.id].name if one.id in parents else "the aim",
                one.strength.value if one.strength else "not rated",
                "; ".join(item.text for item in attached(one, network)) or _nobody(one),
                _tests(one),
            )
        )
        for one in network.every_driver
    )
    return DataTable(
        caption=f"Drivers of {lettering.one_line(network.title)} and who works on them",
        columns=tuple(Column(heading, numeric=False) for heading in headings),
        rows=rows,
        csv_header=tuple(heading.lower() for heading in headings),
        csv_rows=rows,
    )


def _tests(driver: PublishedDriver) -> str:
    if driver.tests:
        return str(len(driver.tests))
    if driver.foci:
        return "number not published"
    return NOBODY if driver.untested else _BENEATH


def _nobody(driver: PublishedDriver) -> str:
    return "nobody yet" if driver.untested else _BENEATH
