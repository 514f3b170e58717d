"""A line as a reader gets it: escapes of YAML and HTML, emphasis and wide digits undone."""

import html
import re
import unicodedata

_YAML_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_MARKS = re.compile(r"[*`\\]|<!--|-->|</?[A-Za-z]{1,10}>")


def as_read(line: str) -> str | None:
    """The line without what hides its words from a search; None where it hides none."""
    if line.isascii() and not any(one in line for one in "&\\*`<"):
        return None
    shown = _YAML_ESCAPE.sub(_letter, line)
    shown = unicodedata.normalize("NFKC", _MARKS.sub("", html.unescape(shown)))
    return None if shown == line else shown


def _letter(found: re.Match[str]) -> str:
    code = int(found[1] or found[2] or found[3], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]
