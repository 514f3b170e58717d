"""Pictures that people bring: decoded within limits, and the words that a camera wrote into them."""

import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
LONGEST_SIDE = 1600
"""Pixels: no page shows a picture wider."""

_TOO_MANY = f"has more than {MAX_PIXELS // 1_000_000} million points"
_SMALLEST_WORDS = 3
_MOST_WORDS = 100_000


class UnreadablePictureError(Exception):
    """A file that is no picture we can read; the text says why, as the end of "This picture …"."""


def open_picture(content: bytes) -> ImageFile.ImageFile:
    """A decoded picture, reduced while decoding where its format can do that.

    Raises `UnreadablePictureError` for another format, a broken file, and more bytes or pixels than the
    limits: the size in the header is looked at before anything is decoded.
    """
    if len(content) > MAX_BYTES:
        raise UnreadablePictureError(f"is larger than {MAX_BYTES // 1_000_000} MB")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = Image.open(BytesIO(content), formats=FORMATS)
        except Image.DecompressionBombError:
            raise UnreadablePictureError(_TOO_MANY) from None
        except Exception:  # noqa: BLE001 - a decoder fails in any way on hostile bytes
            raise UnreadablePictureError("is not a JPEG, PNG or WebP file") from None
        width, height = picture.size
        if width * height > MAX_PIXELS:
            raise UnreadablePictureError(_TOO_MANY)
        try:
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture.load()
        except Exception:  # noqa: BLE001 - see above
            raise UnreadablePictureError("is broken: it ends too soon, or was damaged") from None
    return picture


def fault_of(content: bytes) -> str | None:
    """Why a picture cannot be shown, as the end of "This picture …"; None where it can."""
    try:
        open_picture(content)
    except UnreadablePictureError as error:
        return str(error)
    return None


def picture_words(path: Path) -> Iterator[str]:
    """Texts inside a picture: EXIF, IPTC, XMP, comments, text chunks. Nothing for one that cannot be read."""
    if path.stat().st_size > MAX_BYTES:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path, formats=FORMATS) as picture:
                yield from _words(list(_inside(picture)))
        except Exception:  # noqa: BLE001 - what cannot be read is reported where it is used
            return


def _inside(picture: ImageFile.ImageFile) -> Iterator[object]:
    if picture.width * picture.height <= MAX_PIXELS and picture.format == "PNG":
        picture.load()  # chunks behind the points
    yield from picture.info.values()
    exif = picture.getexif()
    yield from exif.values()
    for part in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo):
        yield from exif.get_ifd(part).values()
    yield from (IptcImagePlugin.getiptcinfo(picture) or {}).values()


def _words(found: list[object]) -> Iterator[str]:
    for one in found:
        if isinstance(one, bytes):
            yield from _decoded(one[:_MOST_WORDS])
        elif isinstance(one, str) and len(one) >= _SMALLEST_WORDS:
            yield one[:_MOST_WORDS]
        elif isinstance(one, list | tuple):
            yield from _words(list(one))
        elif isinstance(one, Mapping):
            yield from _words(list(one.values()))


def _decoded(content: bytes) -> Iterator[str]:
    """Bytes as text: as they are, and as the two-byte letters that Windows writes."""
    yield content.decode("utf-8", errors="replace").replace("\x00", " ")
    yield content.decode("utf-16-le", errors="replace").replace("\x00", " ")
