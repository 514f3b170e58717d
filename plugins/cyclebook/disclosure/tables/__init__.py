"""Tables of counts that add up: which numbers to hide so that the small ones cannot be worked out.

An *entry* is a cell, a row total, a column total or the grand total. An entry is small below
`smallest`; a zero is small too, unless zeros are public. Small entries are hidden. So are as few
others as it takes, cells and totals counted alike.

What is promised. An outsider sees every entry that is shown, and knows that rows and columns add up, that
counts are whole and not below zero, and this rule. For each small entry, 1 to 9 must all stay possible to
them (where `smallest` is 10), and 0 too where that takes no more hidden entries. And no two hidden entries
about different students may have a sum that is known and below `smallest`.

Whom it holds against.
- Someone who knows only that counts are not negative.
- Someone who knows, too, that a hidden entry is either small or hidden to protect one. What is withheld
  reads the same in both cases. Put any number from 1 to 9 for a small one, whatever that makes of the
  other hidden ones: each of them may be of either kind, so the rule excludes nothing.
- Where zeros are public none is ever hidden. So this person knows that a hidden entry is at least 1, and a
  hidden total at least the number of its cells that are not zero. Its band begins there.

Whom it does not hold against.
- Someone who runs this program on every table that they still think possible, and keeps those in which
  it hides the same places: that fewer hidden entries would not have done can tell a little. So that it
  tells no more, the choice between sets of the same size goes by place, never by value.
- Someone who knows a count from elsewhere: one of the students, another table, an earlier release.
- People who pool what they know.
"""

from cyclebook.disclosure.tables.protection import Protected, Withheld, protect

__all__ = ["Protected", "Withheld", "protect"]
