"""Pictures for tests, made on the spot, with what cameras write into them."""

from io import BytesIO

from PIL import Image


def picture(kind: str = "JPEG", size: tuple[int, int] = (8, 4), **kept: object) -> bytes:
    """A grey picture with a red left half; `kept` goes to Pillow's save: exif, comment, pnginfo."""
    drawn = Image.new("RGB", size, (128, 128, 128))
    drawn.paste((200, 0, 0), (0, 0, size[0] // 2, size[1]))
    made = BytesIO()
    drawn.save(made, kind, **kept)
    return made.getvalue()
