"""The colours of every drawing, as names from the site's token file.

A drawing carries names, never values, so that dark mode, print and forced colours
need no second drawing.
"""

PAPER = "var(--book-paper)"
TINT = "var(--book-tint)"
INK = "var(--book-ink)"
INK_2 = "var(--book-ink-2)"
INK_3 = "var(--book-ink-3)"
RULE = "var(--book-rule)"
RULE_2 = "var(--book-rule-2)"
DATA = "var(--book-data)"
DATA_WASH = "var(--book-data-wash)"
MARK = "var(--book-mark)"
