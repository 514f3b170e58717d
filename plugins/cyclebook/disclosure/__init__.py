"""The only door out: raw numbers go in, published facts come out, under the hub's privacy policy.

Nothing else may make the types of `published`.
"""

from cyclebook.disclosure.articles import publish_articles
from cyclebook.disclosure.convenings import publish_convenings
from cyclebook.disclosure.lists import ListFacts, publish_hub_lists
from cyclebook.disclosure.networks import publish
from cyclebook.disclosure.storyboards import embargoed

__all__ = [
    "ListFacts",
    "embargoed",
    "publish",
    "publish_articles",
    "publish_convenings",
    "publish_hub_lists",
]
