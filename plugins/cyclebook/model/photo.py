"""Photos, and what a hub has to know of the people in them."""

from cyclebook.model.block import Block
from cyclebook.model.fields import Flag, Text


class ArticlePhoto(Block):
    """What a picture of an article shows of people."""

    file: Text
    """The picture, as the text names it."""
    people: Flag
    """Whether people can be seen, from behind and far away included: yes or no."""
    photo_consent: Text | None = None
    """The day, or the way, in which everyone in the picture agreed; for children, their families."""


class Photo(ArticlePhoto):
    """A photo of a storyboard, in the folder of the storyboard's name."""

    alt: Text
    """What the photo shows, for those who cannot see it."""
    caption: Text | None = None
    """A line under the photo."""
    credit: Text | None = None
    """Whose photo it is."""
