"""The messages of the code and the templates, found by Babel as translators' tools find them."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

_METHODS = [("**.py", "python"), ("**.html", "jinja2")]
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def messages(repository: Path) -> Catalog:
    """Every message, without its places in the code: those change with every line."""
    catalog = Catalog(project="Cyclebook", charset="utf-8", fuzzy=False)
    for folder in ("plugins/cyclebook", "templates"):
        for _file, _line, message, _comments, context in extract_from_dir(
            repository / folder, _METHODS, keywords=_KEYWORDS
        ):
            catalog.add(message, context=context)
    return catalog


def as_template(catalog: Catalog) -> str:
    """The text of `messages.pot`, sorted, with no clock and no tool in its head."""
    written = BytesIO()
    write_po(written, catalog, sort_output=True, omit_header=True, width=0)
    return _HEAD + written.getvalue().decode()


_HEAD = """# Every sentence and label that readers of a site meet. To speak another language, copy this file
# to translations/es.po beside mkdocs.yml (es: the language of the theme) and translate it.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
