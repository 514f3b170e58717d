"""Write templates/messages.pot anew: `make messages`."""

from pathlib import Path

from extraction import as_template, messages

if __name__ == "__main__":
    repository = Path(__file__).parents[2]
    catalog = messages(repository)
    (repository / "templates" / "messages.pot").write_text(as_template(catalog), "utf-8")
    print(f"{len(catalog)} messages in templates/messages.pot")  # noqa: T201
