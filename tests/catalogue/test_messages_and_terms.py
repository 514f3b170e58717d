"""Messages in the hub's own words: what is renamed, what is left alone, and how places are filled."""

import pytest
from markupsafe import Markup

from cyclebook.catalogue import Term, Terms, Voice, _, ngettext, speaking
from cyclebook.catalogue.messages import in_markup

TERMS = Terms.of(
    {
        "team": Term.named("Breakthrough team"),
        "cycle": Term.named("Cycle of Inquiry"),
        "idea": Term.named("Innovation"),
        "test": Term.named("Trial"),
        "priority": Term.named("Focus area"),
        "check_in": Term.named("Huddle"),
    }
)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Teams of this cohort", "Breakthrough teams of this cohort"),
        ("No team reported.", "No breakthrough team reported."),
        ("The team’s own story", "The breakthrough team’s own story"),
        ("The cycle ran for ten weeks.", "The Cycle of Inquiry ran for ten weeks."),
        ("Cycles that ended", "Cycles of Inquiry that ended"),
        ("An idea, a test", "An innovation, a trial"),
        ("A team, a cycle, an idea", "A breakthrough team, a Cycle of Inquiry, an innovation"),
        ("Change ideas and tests of change", "Innovations and trials"),
        ("Priorities", "Focus areas"),
        ("The next check-in", "The next huddle"),
        ("Steam, teamwork, tested, cycled", "Steam, teamwork, tested, cycled"),
    ],
)
def test_our_words_become_the_hubs(ours: str, theirs: str) -> None:
    """Whole words only, with the article and the capital letter that the new word needs."""
    assert TERMS.rename(ours) == theirs


def test_values_are_never_renamed() -> None:
    """What authors wrote goes into a message after the renaming; places keep their names."""
    with speaking(Voice(terms=TERMS)):
        said = _("{team} is a team of {cycle}", team="The Home team", cycle="cycle 4")
    assert said == "The Home team is a breakthrough team of cycle 4"
    assert _("{team} is a team", team="A") == "A is a team"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("Breakthrough team", "Breakthrough teams"),
        ("Cycle of Inquiry", "Cycles of Inquiry"),
        ("Study", "Studies"),
        ("Coach", "Coaches"),
        ("Survey", "Surveys"),
    ],
)
def test_usual_plurals(one: str, many: str) -> None:
    """A hub writes the singular only; the usual plural follows."""
    assert Term.named(one).many == many


def test_counts_choose_their_form_and_mark_thousands() -> None:
    """One team, 1,204 teams; renamed alike."""
    assert ngettext("{count} team", "{count} teams", 1) == "1 team"
    assert ngettext("{count} team", "{count} teams", 1204) == "1,204 teams"
    with speaking(Voice(terms=TERMS)):
        assert ngettext("{count} team", "{count} teams", 2) == "2 breakthrough teams"


def test_a_value_in_a_template_is_escaped_unless_it_is_markup() -> None:
    """A template's message escapes what comes from authors and keeps our own links."""
    said = in_markup("See {link} by {who} & others", link=Markup("<a>this</a>"), who="<b>")
    assert said == "See <a>this</a> by &lt;b&gt; &amp; others"


def test_a_site_speaks_in_its_words_until_its_end_only() -> None:
    """Words of one cohort do not stay for the next, not even after an error."""
    with pytest.raises(KeyError), speaking(Voice(terms=TERMS)):
        _("{missing}")
    assert _("team") == "team"
