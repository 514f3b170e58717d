"""How many teams a district has: as the hub or a source gives it, else as many as are shown."""

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import phrases
from cyclebook.published import DriverNetwork, PublishedDistrict


def teams_counted(district: PublishedDistrict, network: DriverNetwork) -> int | None:
    """The number of dots: teams launched, else storyboards shown; None where it is not published."""
    if district.said:
        return district.launched
    return len(network.counted(district.storyboards))


def teams_told(district: PublishedDistrict, network: DriverNetwork) -> str:
    """ "four teams", "no team", "not published", "two storyboards here"."""
    count = teams_counted(district, network)
    if count is None:
        return _("not published")
    if not district.said:
        return _storyboards(count)
    return _teams(count) if count else _("no team")


def all_told(network: DriverNetwork) -> str:
    """The districts and their teams together: "eight districts, 21 teams"."""
    every = len(network.districts)
    districts = ngettext("{number} district", "{number} districts", every, number=phrases.numeral(every))
    counts = [teams_counted(one, network) for one in network.districts]
    if None in counts:
        return districts
    whole = sum(count or 0 for count in counts)
    if all(one.said for one in network.districts):
        return f"{districts}, {_teams(whole)}"
    if any(one.said for one in network.districts):
        return districts
    return f"{districts}, {_storyboards(whole)}"


def _teams(count: int) -> str:
    return ngettext("{number} team", "{number} teams", count, number=phrases.numeral(count))


def _storyboards(count: int) -> str:
    return ngettext(
        "{number} storyboard here", "{number} storyboards here", count, number=phrases.numeral(count)
    )
