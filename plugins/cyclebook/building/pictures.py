"""Pictures made anew for the site: what a camera wrote into a file, and where it was taken, stays behind.

A plain save would keep a JPEG's comment, so that the points alone go into a new picture.
"""

from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps

from cyclebook.model.file_kinds import PICTURES, ending
from cyclebook.pages.page import storyboard_address
from cyclebook.published import PublishedNetwork
from cyclebook.reading.personal.picture_facts import LONGEST_SIDE, MAX_BYTES, open_picture
from cyclebook.reading.regular_files import read_file

_QUALITY = 85


def is_picture(name: str) -> bool:
    """True for the name of a file that goes to the site as a new picture only."""
    return ending(name) in PICTURES


def new_picture(content: bytes) -> bytes:
    """The picture in its own format, upright, at most 1600 points on its longer side, and nothing else.

    The same bytes for the same picture. Raises `UnreadablePictureError` for what is no picture.
    """
    given = open_picture(content)
    kind = given.format
    upright = ImageOps.exif_transpose(given)
    clear = kind != "JPEG" and ("A" in upright.getbands() or "transparency" in upright.info)
    points = upright.convert("RGBA" if clear else "RGB")
    points.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    fresh = Image.frombytes(points.mode, points.size, points.tobytes())
    made = BytesIO()
    if kind == "JPEG":
        fresh.save(made, "JPEG", quality=_QUALITY, optimize=True)
    elif kind == "PNG":
        fresh.save(made, "PNG", optimize=True)
    else:
        fresh.save(made, "WEBP", quality=_QUALITY, method=4)
    return made.getvalue()


def photos_of(network: PublishedNetwork, teams: Path) -> dict[str, bytes]:
    """The photos of all published storyboards by their addresses; their files lie below `teams`.

    What is a link, too large or gone by now is left out: then a gate finds the picture missing.
    """
    made = {}
    for one in (one for cohort in network.cohorts for one in cohort.storyboards):
        for photo in one.photos:
            content = _photo(teams / one.cohort_slug / one.slug, photo.file)
            if content is not None:
                made[f"{storyboard_address(one)}{photo.file}"] = new_picture(content)
    return made


def _photo(folder: Path, name: str) -> bytes | None:
    """The bytes of a photo in a folder, None for what is not a plain file in a plain folder."""
    content = None if folder.is_symlink() else read_file(folder / name, PurePosixPath(name), MAX_BYTES)
    return content if isinstance(content, bytes) else None
