"""Finding a free place."""

from cyclebook.figures.marks import Box, Label, Rule
from cyclebook.figures.placing import Obstacle, best_place, nearest_free_heights

PAGE = Box(0, 0, 200, 100)


def label(x: float, y: float) -> Label:
    return Label(x, y, "12", 10, "ink")


def test_the_first_free_place_wins():
    assert best_place([label(10, 50), label(60, 50)], taken=[], lines=[], within=PAGE) == label(10, 50)


def test_a_taken_place_is_never_chosen():
    taken = [Box(5, 40, 30, 60)]
    assert best_place([label(10, 50), label(60, 50)], taken=taken, lines=[], within=PAGE) == label(60, 50)
    assert best_place([label(10, 50)], taken=taken, lines=[], within=PAGE) is None


def test_a_line_may_be_crossed_when_there_is_nothing_better():
    line = Obstacle(Rule(0, 48, 40, 48, "ink"), 1)
    assert best_place([label(10, 50), label(60, 50)], taken=[], lines=[line], within=PAGE) == label(60, 50)
    assert best_place([label(10, 50)], taken=[], lines=[line], within=PAGE) == label(10, 50)


def test_a_place_off_the_page_is_none():
    assert best_place([label(195, 50), label(10, 3)], taken=[], lines=[], within=PAGE) is None


def test_a_slanted_line_crosses_only_the_boxes_it_runs_through():
    line = Rule(0, 0, 100, 100, "ink")
    assert line.crosses(Box(40, 40, 60, 60))
    assert not line.crosses(Box(40, 70, 60, 90))
    assert not line.crosses(Box(120, 110, 130, 140))


def test_blocks_in_a_column_keep_apart_and_near_to_where_they_want_to_be():
    tops = nearest_free_heights([(50, 14), (52, 14)], taken=[(20, 30)], top=0, bottom=100)
    assert tops == [50, 66]


def test_a_block_without_room_has_no_place():
    assert nearest_free_heights([(5, 14)], taken=[(0, 10)], top=0, bottom=20) == [None]


def test_an_upright_text_is_as_high_as_it_is_long():
    upright = Label(50, 50, "not collected", 14, "ink", "middle", turned=True).box
    assert upright.bottom - upright.top > 5 * (upright.right - upright.left)
