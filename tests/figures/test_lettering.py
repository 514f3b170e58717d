"""The estimate of text widths."""

from hypothesis import given
from hypothesis import strategies as st

from cyclebook.figures import lettering


def test_widths_are_those_of_the_font_or_a_little_more():
    # Advance widths of the served font: T 536, e 496, s 419, t 338, n 547, o 542 …
    assert 1.0 <= lettering.width("Test", 1000) / (536 + 496 + 419 + 338) <= 1.1
    assert 1.0 <= lettering.width("not collected", 1000) / 5527 <= 1.1
    assert 1.0 <= lettering.width("74 of 80", 1000, bold=True) / (4 * 513 + 2 * 200 + 549 + 317) <= 1.1


def test_an_accent_takes_no_room_and_an_unknown_letter_a_whole_em():
    assert lettering.width("é", 10) == lettering.width("e", 10) == lettering.width("e\u0301", 10)
    assert lettering.width("学", 10) >= 10


def test_a_text_that_fits_stays_whole():
    assert lettering.fitted("Calls home", 14, 200) == "Calls home"


def test_a_long_text_is_cut_with_an_ellipsis_and_no_space_before_it():
    assert lettering.fitted("Breakfast in the classroom", 14, 75) == "Breakfast…"


@given(st.text(max_size=60), st.floats(20, 400))
def test_a_fitted_text_fits_or_is_as_short_as_can_be(text, room):
    fitted = lettering.fitted(text, 14, room)
    assert lettering.width(fitted, 14) <= room or len(fitted) <= 2


@given(st.text(max_size=60))
def test_one_line_has_no_line_ends_and_no_control_characters(text):
    line = lettering.one_line(text)
    assert line == line.strip()
    assert all(character.isprintable() or character == "\u200b" or ord(character) > 127 for character in line)


def test_a_paragraph_is_broken_between_words_into_lines_of_about_one_length():
    assert lettering.wrapped("Friends wait for each other", 14, 150) == ("Friends wait", "for each other")
    assert lettering.wrapped("Calls", 14, 150) == ("Calls",)
    assert lettering.wrapped("", 14, 150) == ("",)


def test_a_word_without_room_is_broken_and_the_last_line_cut():
    assert "".join(lettering.wrapped("breakfastbreakfast", 14, 60)) == "breakfastbreakfast"
    assert lettering.wrapped("one two three four five six", 14, 60, most=2)[-1].endswith("…")


@given(st.text(max_size=90), st.floats(30, 300))
def test_no_line_of_a_paragraph_is_wider_than_its_room(text, room):
    lines = lettering.wrapped(text, 14, room)
    assert all(lettering.width(line, 14) <= room or len(line) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
