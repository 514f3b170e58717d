"""Reading a drawing back: its texts, circles, ids and colours."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from cyclebook.figures.exhibit import Drawing
from cyclebook.figures.marks import Box, Label

TOKENS = Path(__file__).parents[2] / "templates/theme/assets/cyclebook/tokens.css"


def tree(drawing: Drawing) -> ET.Element:
    return ET.fromstring(drawing.svg)  # noqa: S314  (our own drawing)


def size(drawing: Drawing) -> Box:
    _, _, width, height = map(float, tree(drawing).attrib["viewBox"].split())
    return Box(0, 0, width, height)


def labels(drawing: Drawing) -> list[Label]:
    found = []
    for element in tree(drawing).iter("text"):
        x, y = element.get("x"), element.get("y")
        turned = element.get("transform")
        if turned:
            x, y = re.fullmatch(r"translate\((.+),(.+)\) rotate\(-90\)", turned).groups()
        found.append(
            Label(
                float(x),
                float(y),
                element.text or "",
                float(element.get("font-size")),
                element.get("fill"),
                element.get("text-anchor", "start"),
                bold=element.get("font-weight") == "600",
                turned=bool(turned),
            )
        )
    return found


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in labels(drawing)]


def circles(drawing: Drawing, fill: str) -> list[tuple[float, float]]:
    return [
        (float(one.get("cx")), float(one.get("cy")))
        for one in tree(drawing).iter("circle")
        if one.get("fill") == fill
    ]


def upright_lines(drawing: Drawing) -> list[Box]:
    """Where the thin upright lines of a scale run."""
    return [
        Box(float(one.get("x1")), float(one.get("y1")), float(one.get("x2")), float(one.get("y2")))
        for one in tree(drawing).iter("line")
        if one.get("x1") == one.get("x2") and (one.get("stroke") or "").startswith("var(--book-rule")
    ]


def assert_readable(drawing: Drawing) -> None:
    """No text leaves the drawing, and no two texts touch."""
    paper, found = size(drawing), labels(drawing)
    for label in found:
        box = label.box
        assert box.left >= -0.6, label
        assert box.right <= paper.right + 0.6, label
        assert box.top >= 0, label
        assert box.bottom <= paper.bottom, label
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            assert not one.box.meets(other.box, -0.5), (one, other)


def assert_clean(drawing: Drawing) -> None:
    """One named image, no inline style, nothing spoken by its parts, only colours by name."""
    root = tree(drawing)
    assert [root[0].tag, root[1].tag] == ["title", "desc"]
    assert root.get("aria-labelledby") == root[0].get("id")
    assert root.get("aria-describedby") == root[1].get("id")
    assert root.get("role") == "img"
    for element in list(root.iter())[1:]:
        assert not {"style", "class", "role", "font-family"} & set(element.attrib)
        assert not [key for key in element.attrib if key.startswith("aria-")]
        for key in ("fill", "stroke"):
            colour = element.get(key, "none")
            assert colour == "none" or colour.startswith("var(--book-")
    ids = re.findall(r'\bid="([^"]+)"', drawing.svg)
    assert len(ids) == len(set(ids))
    assert not re.search(r"\d\.\d{3}", re.sub(r"<(title|desc|text).*?</\1>", "", drawing.svg))
    if TOKENS.exists():
        known = set(re.findall(r"(--book-[\w-]+)\s*:", TOKENS.read_text(encoding="utf-8")))
        assert set(re.findall(r"var\((--book-[\w-]+)\)", drawing.svg)) <= known
