"""The address of a page as a QR code, for paper."""

import io
from html import escape

import segno

from cyclebook.catalogue import _


def qr_code(url: str, label: str | None = None) -> str:
    """An SVG of `url` with error correction M and a quiet zone of four modules; black on white.

    `label` replaces its text alternative.
    """
    told = escape(label or _("QR code of this page’s address"), quote=False).replace('"', "&quot;")
    drawn = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        drawn,
        kind="svg",
        xmldecl=False,
        border=4,
        omitsize=True,
        svgclass="colophon__qr",
        lineclass=None,
        light="#fff",
    )
    named = f'<svg role="img" aria-label="{told}" focusable="false" data-search-exclude '
    return drawn.getvalue().decode("utf-8").strip().replace("<svg ", named, 1)
