"""The catalogue holds every message of the code, and the code hides none from it."""

import ast
from pathlib import Path

import pytest
from extraction import as_template, messages

CALLS = {"_", "N_", "ngettext", "pgettext"}


def modules(repository: Path) -> list[Path]:
    return sorted((repository / "plugins" / "cyclebook").rglob("*.py"))


def test_the_file_for_translators_is_up_to_date(repository: Path) -> None:
    """`make messages` writes it; a message that is added, changed or gone shows here."""
    written = (repository / "templates" / "messages.pot").read_text("utf-8")
    assert written == as_template(messages(repository)), "run: make messages"


def test_messages_are_written_out(repository: Path) -> None:
    """A message put together by code cannot be found: an f-string or a sum inside a call is a mistake."""
    wrong = [
        f"{path.relative_to(repository)}:{call.lineno}"
        for path in modules(repository)
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in CALLS
        if any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in call.args[:2])
    ]
    assert not wrong


def test_nothing_hides_the_underscore(repository: Path) -> None:
    """In a module that says messages, no variable is called `_`: it would take the place of the call."""
    wrong = []
    for path in modules(repository):
        tree = ast.parse(path.read_text("utf-8"))
        if not any(
            isinstance(node, ast.ImportFrom) and any(one.name == "_" for one in node.names)
            for node in ast.walk(tree)
        ):
            continue
        wrong += [
            f"{path.relative_to(repository)}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and node.id == "_" and isinstance(node.ctx, ast.Store)
        ]
    assert not wrong


def test_messages_are_not_said_while_a_module_loads(repository: Path) -> None:
    """Words are in force for a site; at import time there is none. Tables of words use `N_`."""
    wrong = []
    for path in modules(repository):
        tree = ast.parse(path.read_text("utf-8"))
        inside = {
            node
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for node in ast.walk(function)
        }
        wrong += [
            f"{path.relative_to(repository)}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in CALLS - {"N_"}
            and node not in inside
        ]
    assert not wrong


@pytest.mark.parametrize("word", ["cohort", "team", "storyboard", "cycle"])
def test_a_term_is_a_noun_in_every_message(repository: Path, word: str) -> None:
    """The words that a hub may rename stand in messages: else renaming would do nothing."""
    assert any(word in str(message.id) for message in messages(repository))
