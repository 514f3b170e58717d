"""The plugin's options in `mkdocs.yml`."""

from datetime import date

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config, ValidationError


class Day(BaseConfigOption[date]):
    """A calendar day, written 2026-04-17."""

    def run_validation(self, value: object) -> date:
        """The day itself; YAML has read it already unless it stands in quotes."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            message = f'"{value}" is not a day. Write year-month-day: 2026-04-17'
            raise ValidationError(message) from None


class Options(Config):
    """Options of the plugin `cyclebook`."""

    teams = c.Type(str, default="teams")
    """The folder of team files, beside `mkdocs.yml`."""

    as_of = c.Optional(Day())
    """The day that statuses and embargoes are judged on; else SOURCE_DATE_EPOCH, else today in UTC."""

    broken = c.Choice(("keep", "absent"), default="keep")
    """A team whose file has mistakes keeps its page of the last `cyclebook build`, marked, or has none."""
