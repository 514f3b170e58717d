"""Photos of storyboards and pictures of articles: their files, and whether the people in them agreed."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from cyclebook.model.file_kinds import PICTURES, ending
from cyclebook.model.photo import ArticlePhoto, Photo
from cyclebook.model.problem import Place, Problem, Severity
from cyclebook.reading.places import Places
from cyclebook.reading.regular_files import is_file, linked

_GOOD_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def check_photos(
    photos: Sequence[Photo], places: Places, folder: Path, shown: PurePosixPath
) -> Iterator[Problem]:
    """Photos of a storyboard: each lies in its folder, which is no link, and each file there is named."""
    if folder.is_symlink():
        if photos:
            yield linked(shown.with_suffix(""), "folder")
        return
    for index, photo in enumerate(photos):
        place = places.of_value(("photos", index, "file"))
        good = _GOOD_NAME.fullmatch(photo.file) and ending(photo.file) in PICTURES
        if not good:
            yield Problem(
                "bad-path",
                place,
                "{it} is not the name of a photo.",
                f"Write the file's name only, for example wall.jpg. Kinds: {', '.join(PICTURES)}",
                field="photos.file",
                it=photo.file,
            )
        elif (folder / photo.file).is_symlink() or not is_file(folder / photo.file):
            yield Problem(
                "missing-file",
                place,
                "There is no photo {it}.",
                f"Put the photo into the folder {folder.name}, beside the storyboard.",
                field="photos.file",
                it=photo.file,
                stand_in="with this name",
                public_hint="Put the photo into the folder with the storyboard's name, beside it.",
            )
        yield from check_consent(photo, places.of_value(("photos", index)))
    named = {photo.file for photo in photos}
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if ending(file) in PICTURES and file.name not in named and not file.is_symlink():
            yield Problem(
                "file-not-read",
                Place(shown.with_suffix("") / file.name),
                "This photo is on no page: the storyboard does not name it.",
                "Add it under photos: file, alt, and people: yes or no. Or move it away.",
                severity=Severity.WARNING,
            )


def check_consent(photo: ArticlePhoto, place: Place) -> Iterator[Problem]:
    """People who can be seen have agreed."""
    if photo.people and photo.photo_consent is None:
        yield Problem(
            "photo-consent",
            place,
            "People can be seen in this picture, and nobody says that they agreed.",
            "Add photo_consent: the day or the way in which all of them agreed; for children, "
            "their families. Or take another picture: hands, a wall of notes, an empty room.",
            field="photos.photo_consent",
        )


def undeclared(place: Place, file: str) -> Problem:
    """A picture of an article of which nobody says whether people can be seen."""
    return Problem(
        "photo-consent",
        place,
        "Nobody says whether people can be seen in {it}.",
        "Add to the front matter: photos: [{file: "
        + file
        + ", people: no}]. With people: yes, add photo_consent.",
        it=file,
        stand_in="this picture",
        public_hint="Add to the front matter: photos: [{file: meeting.jpg, people: no}]. "
        "With people: yes, add photo_consent.",
    )
