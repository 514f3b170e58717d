"""Pictures for the site: what a camera wrote stays behind, and hostile files are refused."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from cyclebook.building import new_picture
from cyclebook.reading.personal.picture_facts import UnreadablePictureError, fault_of, picture_words
from small_pictures import picture


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = "Ana Prueba at the gate"
    exif.get_ifd(0x8825).update({1: "N", 2: (40.0, 26.0, 46.2), 3: "W", 4: (79.0, 58.0, 56.4)})
    return exif


def _chunks() -> PngImagePlugin.PngInfo:
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Comment", "Ana Prueba", zip=True)
    chunks.add_itxt("XML:com.adobe.xmp", "<x>Ana Prueba</x>")
    return chunks


PICTURES = {
    "JPEG": picture(size=(2000, 500), exif=_exif(), comment=b"Ana Prueba", icc_profile=b"Ana Prueba"),
    "PNG": picture("PNG", size=(500, 2000), exif=_exif(), pnginfo=_chunks()),
    "WEBP": picture("WEBP", size=(2000, 2000), exif=_exif(), xmp=b"<x>Ana Prueba</x>"),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_only_the_points_are_kept(kind: str) -> None:
    """No EXIF, place, comment, profile or text chunk; at most 1600 points; the same bytes each time."""
    made = new_picture(PICTURES[kind])

    again = Image.open(BytesIO(made))
    again.load()
    assert again.format == kind
    assert max(again.size) == 1600
    assert not any(name in again.info for name in ("exif", "comment", "icc_profile", "xmp", "Comment"))
    assert dict(again.getexif()) == {}
    assert b"Prueba" not in made
    assert made == new_picture(PICTURES[kind])


@pytest.mark.parametrize("kind", PICTURES)
def test_what_a_camera_wrote_is_read(kind: str, tmp_path) -> None:
    """The name in each kind of picture is among its words."""
    file = tmp_path / "a"
    file.write_bytes(PICTURES[kind])

    assert any("Ana Prueba" in words for words in picture_words(file))


def test_a_picture_is_upright_and_keeps_what_shines_through() -> None:
    """A turned photo is turned back; a PNG keeps its transparent points."""
    turned = Image.Exif()
    turned[0x0112] = 6
    assert Image.open(BytesIO(new_picture(picture(size=(40, 20), exif=turned)))).size == (20, 40)
    clear = BytesIO()
    Image.new("RGBA", (4, 4), (1, 2, 3, 0)).save(clear, "PNG")
    assert Image.open(BytesIO(new_picture(clear.getvalue()))).getpixel((0, 0))[3] == 0


def _bomb() -> bytes:
    """A PNG of some hundred bytes whose head promises 60,000 by 60,000 points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (_bomb(), "points"),
        (b"", "is not a JPEG"),
        (b"<svg/>", "is not a JPEG"),
        (b"GIF89a" + b"\0" * 99, "is not a JPEG"),
        (picture(size=(640, 480))[:-500], "is broken"),
        (b"\0" * 20_000_001, "20 MB"),
    ],
    ids=["bomb", "empty", "svg", "gif", "cut", "large"],
)
def test_what_is_no_picture_is_refused(content: bytes, why: str) -> None:
    """Other kinds, broken files, too many bytes or points: said, and never decoded."""
    assert why in (fault_of(content) or "")
    with pytest.raises(UnreadablePictureError):
        new_picture(content)
