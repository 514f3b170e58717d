"""The address of a page as a QR code, for paper."""

import io

import segno


def qr_code(url: str, label: str = "QR code of this page's address") -> str:
    """An SVG of `url` with error correction M and a quiet zone of four modules; black on white.

    `label` is its text alternative: our own words, without quotes or angle brackets.
    """
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
    named = f'<svg role="img" aria-label="{label}" focusable="false" data-search-exclude '
    return drawn.getvalue().decode("utf-8").strip().replace("<svg ", named, 1)
