"""The address of a page as a QR code, for paper."""

import io

import segno


def qr_code(url: str) -> str:
    """An SVG of `url` with error correction M and a quiet zone of four modules; black on white."""
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
    label = (
        '<svg role="img" aria-label="QR code of this page\'s address" focusable="false" data-search-exclude '
    )
    return drawn.getvalue().decode("utf-8").strip().replace("<svg ", label, 1)
