"""What a figure is called on its page, and the words that lead to it and to its data.

Each kind says its sentences whole: in many languages the words around a name change with it.
"""

from dataclasses import dataclass

from cyclebook.catalogue import _


@dataclass(frozen=True, slots=True)
class FigureName:
    """A figure of a page of our own: "Figure 2"."""

    number: int

    @property
    def name(self) -> str:
        return _("Figure {number}", number=self.number)

    @property
    def data(self) -> str:
        return _("Data for figure {number}", number=self.number)

    @property
    def csv(self) -> str:
        return _("Download figure {number} as CSV", number=self.number)

    @property
    def notes(self) -> str:
        """What the notes in the margin are called."""
        return _("Notes to figure {number}", number=self.number)


@dataclass(frozen=True, slots=True)
class ExhibitName:
    """An exhibit of an article: "Exhibit 2"."""

    number: int

    @property
    def name(self) -> str:
        return _("Exhibit {number}", number=self.number)

    @property
    def data(self) -> str:
        return _("Show the data of exhibit {number}", number=self.number)

    @property
    def csv(self) -> str:
        return _("Download exhibit {number} as CSV", number=self.number)

    @property
    def back(self) -> str:
        """The way back from an exhibit to the text that refers to it."""
        return _("Back to the text on exhibit {number}", number=self.number)


@dataclass(frozen=True, slots=True)
class ChartsName:
    """Small run charts that an author put into a page: "Charts 2"."""

    number: int

    @property
    def name(self) -> str:
        return _("Charts {number}", number=self.number)

    @property
    def data(self) -> str:
        return _("Data for charts {number}", number=self.number)

    @property
    def csv(self) -> str:
        return _("Download charts {number} as CSV", number=self.number)


NameOfFigure = FigureName | ExhibitName | ChartsName


def name_of(figure: str) -> FigureName | ChartsName:
    """The name of a figure whose id carries its number: "figure-2", "charts-1"."""
    kind, _hyphen, number = figure.rpartition("-")
    return ChartsName(int(number)) if kind == "charts" else FigureName(int(number))
