"""Files that the plugin hands to MkDocs, and the two names that a page can have."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel


def flat_name(name: str) -> str:
    """The other name of a page: "about.md" for "about/index.md"."""
    return f"{name.removesuffix('/index.md')}.md"


def nested_name(name: str) -> str:
    """ "about/index.md" for "about.md"; "index.md" stays."""
    return name if name.endswith("index.md") else f"{name.removesuffix('.md')}/index.md"


def generated_file(config: MkDocsConfig, name: str, content: str, *, in_nav: bool) -> File:
    """A file of the site with that content, in the navigation or not."""
    file = File.generated(config, name, content=content)
    if not in_nav:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    return file
