"""From a design and its data to SVG, with no browser and no network.

The renderer starts its engine on the first call, and a process forked after that
call hangs: start worker processes before, or spawn them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert

from cyclebook.figures.marks import Datum

_VEGA_LITE = "6.4"


@dataclass(frozen=True, slots=True)
class Design:
    """A kind of chart as a Vega specification without data."""

    specification: str

    def filled(
        self,
        *,
        width: float,
        height: float,
        data: Mapping[str, Sequence[Datum]],
        parameters: Mapping[str, float],
    ) -> dict[str, Any]:
        """A copy of the specification with its size, its datasets and its parameters.

        Raises KeyError for a dataset or a parameter that the design does not have.
        """
        specification: dict[str, Any] = json.loads(self.specification)
        datasets = {one["name"]: one for one in specification["data"] if "source" not in one}
        signals = {one["name"]: one for one in specification.get("signals", [])}
        specification.update(width=width, height=height)
        for one in datasets.values():
            one["values"] = []
        for name, rows in data.items():
            datasets[name]["values"] = list(rows)
        for name, value in parameters.items():
            signals[name]["value"] = value
        return specification


def compiled(chart: alt.LayerChart) -> Design:
    """The design that an Altair chart describes. Slow (about 0.3 s): once for each kind of chart."""
    vega = vl_convert.vegalite_to_vega(chart.to_dict(), vl_version=_VEGA_LITE)
    return Design(json.dumps(vega))


def rendered(
    design: Design,
    *,
    width: float,
    height: float,
    data: Mapping[str, Sequence[Datum]],
    parameters: Mapping[str, float],
) -> str:
    """The SVG of a design filled with data, as the renderer writes it (about 5 ms)."""
    specification = design.filled(width=width, height=height, data=data, parameters=parameters)
    return vl_convert.vega_to_svg(specification, allowed_base_urls=[])
