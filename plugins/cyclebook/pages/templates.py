"""Our templates and the environment that fills them. Everything is escaped unless it is our own markup."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cyclebook.catalogue import TEMPLATE_GLOBALS


def _folder() -> Path:
    """In the wheel the templates lie inside the package; in a checkout, at its top."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"


TEMPLATES = _folder()
THEME = TEMPLATES / "theme"
"""What goes over the MkDocs theme: frame templates, stylesheets, fonts."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(TEMPLATE_GLOBALS)
    return environment


def fill(template: str, /, **facts: object) -> str:
    """Fill a page template."""
    return _environment().get_template(template).render(**facts)


def markup(html: str) -> Markup:
    """HTML of our own making, or sanitised, that must not be escaped again."""
    return Markup(html)  # noqa: S704 - callers hand over drawings and sanitised prose only
