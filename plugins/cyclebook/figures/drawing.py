"""From the renderer's SVG to ours: named, described, and nothing a page does not need.

The renderer writes roles, labels with exact values, class names, a font and a
background for every mark; a page's reader gets one image with a title and a
description instead. Clip paths are numbered by a counter of the whole process, so
their ids are written anew.
"""

import re
from html import escape
from xml.etree import ElementTree as ET

from cyclebook.figures.exhibit import Drawing, Variant
from cyclebook.figures.lettering import one_line

_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")
_TRANSLATE = re.compile(r"translate\(([-\d.e]+),([-\d.e]+)\)")
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?|-?\d+e-?\d+")
_GEOMETRY = frozenset(
    {"d", "transform", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"}
)
_WORDLESS = frozenset({"class", "role", "style", "font-family", "version"})
_DEFAULTS = frozenset(
    {("opacity", "1"), ("font-weight", "400"), ("text-anchor", "start"), ("transform", "translate(0,0)")}
)
_INVISIBLE = frozenset({"background", "foreground"})


def drawing(svg: str, *, figure: str, variant: Variant, title: str, description: str) -> Drawing:
    """The renderer's `svg` as a drawing of `figure`, named by `title` and described by `description`."""
    root = ET.fromstring(svg)  # noqa: S314  (our own renderer wrote it)
    name = f"{figure}-{variant}"
    _number_clips_anew(root, name)
    body = "".join(_element(child) for child in root)
    return framed(
        body, figure=figure, variant=variant, title=title, description=description, size=_size(root)
    )


def framed(
    body: str,
    *,
    figure: str,
    variant: Variant,
    title: str,
    description: str,
    size: tuple[int, int],
    fixed_width: bool = False,
) -> Drawing:
    """A drawing around `body`. It fills its column unless `fixed_width` holds it at its own size."""
    width, height = size
    name = escape(f"{figure}-{variant}")
    return Drawing(
        f'<svg class="chart chart--{variant}" role="img" '
        f'aria-labelledby="{name}-t" aria-describedby="{name}-d" '
        f'focusable="false" data-search-exclude="" viewBox="0 0 {width} {height}" '
        f'width="{width if fixed_width else "100%"}">'
        f'<title id="{name}-t">{escape(one_line(title))}</title>'
        f'<desc id="{name}-d">{escape(one_line(description))}</desc>'
        f"{body}</svg>",
        variant,
    )


def _size(root: ET.Element) -> tuple[int, int]:
    _, _, width, height = root.attrib["viewBox"].split()
    return round(float(width)), round(float(height))


def _number_clips_anew(root: ET.Element, name: str) -> None:
    named = [element for element in root.iter() if "id" in element.attrib]
    new = {element.attrib["id"]: f"{name}-{number}" for number, element in enumerate(named, start=1)}
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, new[value])
            elif key == "clip-path":  # other attributes carry an author's words, and these may say anything
                element.set(key, f"url(#{new[value[5:-1]]})")


def _element(element: ET.Element) -> str:
    if element.get("class") in _INVISIBLE:
        return ""
    tag = element.tag.rpartition("}")[2]
    attributes = {k: v for k, v in element.attrib.items() if _speaks(k, v)}
    if "stroke" not in attributes:
        attributes.pop("stroke-width", None)
    tag, attributes = _simpler(tag, attributes)
    # The design hands over the words of a text as its description: see `design.layers.texts`.
    words = element.get("aria-label", "") if tag == "text" else element.text or ""
    inner = escape(words, quote=False) + "".join(_element(child) for child in element)
    if tag == "g" and (not inner or not attributes):
        return inner
    written = "".join(f' {key}="{escape(_rounded(key, value))}"' for key, value in attributes.items())
    return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"


def _speaks(key: str, value: str) -> bool:
    return key not in _WORDLESS and not key.startswith("aria-") and (key, value) not in _DEFAULTS


def _simpler(tag: str, attributes: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The same shape in fewer words: a circle as a circle, a moved text or line at its own place."""
    moved = _TRANSLATE.fullmatch(attributes.get("transform", ""))
    x, y = (float(moved[1]), float(moved[2])) if moved else (0.0, 0.0)
    rest = {k: v.removesuffix("px") for k, v in attributes.items() if not (moved and k == "transform")}
    if tag == "path" and moved and (circle := _CIRCLE.fullmatch(rest.get("d", ""))):
        rest.pop("d")
        return "circle", {"cx": f"{x:.2f}", "cy": f"{y:.2f}", "r": circle[1], **rest}
    if tag == "line":
        x2, y2 = x + float(rest.pop("x2", 0)), y + float(rest.pop("y2", 0))
        return tag, {"x1": f"{x:.2f}", "y1": f"{y:.2f}", "x2": f"{x2:.2f}", "y2": f"{y2:.2f}", **rest}
    if tag == "text" and moved:
        return tag, {"x": f"{x:.2f}", "y": f"{y:.2f}", **rest}
    return tag, {**rest, **({"transform": attributes["transform"]} if moved else {})}


def _rounded(key: str, value: str) -> str:
    if key not in _GEOMETRY:
        return value
    return _NUMBER.sub(lambda found: f"{round(float(found[0]), 2) + 0:g}", value)
