"""The templates of files that leave the site, and the environment that fills them. Everything is escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cyclebook.catalogue import TEMPLATE_GLOBALS


@cache
def _environment() -> Environment:
    package = Path(__file__).parents[1]
    places = (package / "templates/outputs", package.parents[1] / "templates/outputs")
    environment = Environment(
        loader=FileSystemLoader(places),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(TEMPLATE_GLOBALS)
    return environment


def fill(template: str, /, **facts: object) -> str:
    """Fill a template of an output."""
    return _environment().get_template(template).render(**facts)
