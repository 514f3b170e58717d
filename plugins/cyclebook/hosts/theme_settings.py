"""The theme as our pages need it: our templates, styles and scripts, light and dark."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from cyclebook.building import THEME

_STYLES = ("assets/cyclebook/tokens.css", "assets/cyclebook/book.css")
_SCRIPTS = ("assets/cyclebook/roster.js", "assets/cyclebook/ideas.js")
"""Sorting and filters of a cohort's table and of change ideas; every page reads without them."""

_PALETTE = [
    {
        "media": f"(prefers-color-scheme: {kind})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": icon, "name": f"Switch to {other} mode"},
    }
    for kind, scheme, icon, other in (
        ("light", "default", "material/weather-night", "dark"),
        ("dark", "slate", "material/weather-sunny", "light"),
    )
]
"""Light and dark, in the colours of our stylesheet; a palette in `mkdocs.yml` wins."""


def settle_theme(config: MkDocsConfig) -> None:
    """Lay our templates over the theme, ours before those of the theme, the user's before ours."""
    theme = str(THEME)
    if theme not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
    config.theme["font"] = False  # the site's own fonts; Material's default asks another host
    if "palette" not in config.theme:
        config.theme["palette"] = _PALETTE
    config.extra_css[:0] = [style for style in _STYLES if style not in config.extra_css]
    known = {str(script) for script in config.extra_javascript}
    config.extra_javascript.extend(script for script in _SCRIPTS if script not in known)


def in_theme(name: str, config: MkDocsConfig) -> bool:
    """True where the theme, too, has a file of this name; its Markdown is never copied to a site."""
    return not name.endswith(".md") and any((Path(folder) / name).is_file() for folder in config.theme.dirs)
