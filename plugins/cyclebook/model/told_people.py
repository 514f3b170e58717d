"""Ways to tell how many people did something: "seven of our scholars", "all but two", "nobody was late".

A share, a difference and "everyone" are counts as well, once the size of the group is known.
"""

import re

from cyclebook.model.labelled_numbers import harmless, of_things
from cyclebook.model.number_words import LARGE_WORD, NUMBER, SMALL_WORD

PEOPLE = (
    r"(?:students?|children|child|families|family|parents?|learners?|kids?|pupils?|readers?|boys?|girls?|"
    r"seniors?|freshm[ae]n|sophomores?|scholars?|teens?|teenagers?|youths?|mothers?|fathers?|mom?s|dads?|"
    r"guardians?|caregivers?|attendees?|participants?|\w*graders?|kindergartn?e?n?ers?|newcomers?)"
)
_WHOSE = r"(?:(?:the|these|those|our|all|my|their|your|this)\s+)"
_ADJECTIVES = (
    r"(?:(?!(?:for|with|per|to|where|that|who|whom|of|and|or|in|on|at|by|from|ideas?|rooms?|tables|lessons|"
    r"minutes?|hours?|days|weeks|buses|classes|meetings|check-ins|steps|teachers?|coach(?:es)?|adults?|staff|"
    r"counselors?|aides?)\b)[a-z-]+\s+){0,2}"
)
_NOT = r"(?:\s+not|n[’']t)?"
_PLAIN_STATE = r"(?:on\s+time|late|absent|present|tardy|on\s+track)"
_STATE = (
    rf"(?:{_PLAIN_STATE}|early|there|here|back|ready|proficient|passing|enrolled|eligible|"
    r"suspended|seated|at\s+goal|at\s+(?:the\s+)?(?:goal|school|level|grade\s+level)|"
    r"in\s+(?:class|school|(?:the|their)\s+(?:rooms?|seats?|class(?:room)?))|in\s+by|out\s+of\s+class)"
)
_BE = rf"(?:was|were|is|are|has\s+been|have\s+been|had\s+been|being){_NOT}"
_DID = (
    r"(?:came|arrived|made\s+it|attended|passed|failed|missed|finished|met|reached|stayed|showed\s+up|returned|"
    r"turned|handed|signed|improved|succeeded|graduated|joined|left|completed|submitted|earned|scored)"
)
_ENDS = (
    r"(?=\s*(?:[.,;:!?)—–]|$)|\s+(?:since|from|than|in|at|by|on|and|or|to|this|last|compared|over|after|before|"
    r"again|today|too|but|while|when|because|each|every|for|within|points?|percentage)\b)"
)
_WERE = rf"{_BE}\s+(?:all\s+|both\s+|already\s+|still\s+)?{_STATE}"
_OUTCOME = rf"(?:{_DID}|did(?:n[’']t|\s+not)?|{_WERE}|{_PLAIN_STATE}{_ENDS})"
AFTER_COUNT = re.compile(
    rf"\s+(?:more\s+|fewer\s+|others?\s+|of\s+them\s+)?"
    rf"(?:{_OUTCOME}|{_STATE}{_ENDS}|come|arrive|{_BE}|had|has|have|could|would|will|did|got|needed|said|chose|took|walked|"
    rf"answered|read|asked|remained|so\s+far|this\s+week|last\s+week|in\s+all)(?!\w)",
    re.IGNORECASE,
)
"""What follows a number of people: "thirty-one came"."""
PERSONS = re.compile(
    rf"\b(?P<count>{NUMBER})\s+(?:(?:out\s+)?of\s+{_WHOSE}{{0,2}})?{_ADJECTIVES}{PEOPLE}\b", re.IGNORECASE
)
_COUNT = rf"(?!(?:19|20)[0-9]{{2}}\b){NUMBER}"
_PATTERNS = (
    rf"\b(?:{LARGE_WORD}|{SMALL_WORD}|one)(?:\s+and\s+a\s+half)?[\s-]{{1,2}}(?:percent|per\s?cent|percentage|pct)\b",
    r"\b(?:one|a)\s+hundred\s+(?:percent|per\s?cent)\b",
    rf"\b{NUMBER}\s+of\s+(?:them|those|us\s+all)\b",
    rf"\b(?:{LARGE_WORD}|{SMALL_WORD}|one)\s+(?:(?:more|fewer|less)\s+(?:than|{_DID}|{_BE})\b|(?:fewer|less){_ENDS})",
    rf"\b{NUMBER}\s+(?:short|(?:above|below|over|under|beyond|ahead\s+of)\s+(?:the|our)\s+(?:goal|target|baseline))\b",
    rf"\b(?:goal|target|short|missed|beat|ahead|behind|above|below)\b[^.\n]{{0,30}}\bby\s+{_COUNT}\b{_ENDS}",
    (
        rf"\b(?:up|down|rose|risen|fell|fallen|grew|grown|dropped|gained|lost|increased?|improved|decreased?|climbed|"
        rf"jumped|went|rise|drop|gain)\s+(?:(?:up|down)\s+)?(?:(?:by|to|of|from)\s+)?{_COUNT}\b{_ENDS}"
    ),
    rf"\bfrom\s+{_COUNT}\s+(?:up\s+|down\s+)?to\s+{_COUNT}\b{_ENDS}",
    (
        rf"\b(?:only|just|exactly|at\s+least|at\s+most|more\s+than|fewer\s+than|almost|nearly)\s+(?:{SMALL_WORD}|one)"
        rf"\s+(?:{_DID}|{_BE})\b"
    ),
    (
        r"(?<!no )(?<!this )(?<!that )(?<!each )(?<!every )(?<!the )(?<!which )(?<!another )(?<!any )(?<!no-)"
        rf"\bone\s+(?:{_DID}|{_BE}\s+{_STATE})\b"
    ),
)
_NUMBERED = tuple(re.compile(one, re.IGNORECASE) for one in _PATTERNS)
_ALL_BUT = re.compile(
    rf"\b(?:all|everyone|everybody)\s+(?:but|except|save)\s+(?:for\s+)?{NUMBER}\b", re.IGNORECASE
)
_IN = re.compile(rf"\b{NUMBER}\s+(?:out\s+of|in)\s+(?:every\s+)?{_COUNT}\b", re.IGNORECASE)
_GROUP = r"(?:class|group|grade|cohort)\b(?!\s+(?:period|time))"
_PART = r"(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_SEVERAL_PARTS = re.compile(rf"\b(?!two\s+quarters){NUMBER}[\s-]{_PART}s\b|[⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞½]", re.IGNORECASE)
_PART_OF = re.compile(
    rf"\b(?:a|one)[\s-]{_PART}(?=\s+of\b|\s+(?:{_DID}|{_BE})\b)|\b(?:one|a)[\s-]half(?=\s+of\b)|"
    rf"\bhalf(?=\s+(?:(?:of\s+)?{_WHOSE}{{0,2}}{_ADJECTIVES}{PEOPLE}|(?:of\s+)?{_WHOSE}{{0,2}}{_GROUP}|of\s+them|"
    rf"{_DID}|{_BE})\b)",
    re.IGNORECASE,
)
_OF_NO_PEOPLE = re.compile(
    r"\s+of\s+(?:(?:an?|the|our|each|every|all|this|that|its|my)\s+){0,2}(?:way|time|page|project|work|text|"
    r"book|plan|list|space|cycle|hour|day|week|month|year|lesson|class\s+time|period|room|building|money|mile)s?\b",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|over|under|below|above|(?:more|less|fewer)\s+than|"
    r"at\s+(?:least|most)|close\s+to|near|predict(?:ed|s)?|expect(?:ed|s)?|hoped\s+for|aimed\s+for)\s+$",
    re.IGNORECASE,
)
_NEAR = 30
_EVERYONE = re.compile(
    r"\b(?:everyone|everybody|nobody|no\s+one|no-one|none|(?<!we )all|all\s+of\s+(?:them|us|the\s+group)|"
    rf"(?:all|every|each|no|not\s+(?:one|a\s+single))\s+(?:of\s+)?{_WHOSE}{{0,2}}{_ADJECTIVES}{PEOPLE}|"
    r"the\s+(?:whole|entire|full)\s+(?:class|group|grade|cohort))"
    rf"(?:[’']s|\s+(?:has|have|had|else|again|but\s+{NUMBER}))?\s+{_OUTCOME}(?!\w)|"
    rf"\b(?:none|not\s+one|not\s+a\s+single\s+one)\s+of\s+(?:them\b|{_WHOSE}{{0,2}}{_ADJECTIVES}{PEOPLE}\b)",
    re.IGNORECASE,
)
_BEFORE_A_VERB = re.compile(rf"(?<![\w^])(?<!\w-)(?<![0-9][:./,])(?!one\b){NUMBER}(?![\w-])", re.IGNORECASE)


def tells_people(text: str, *, predicts: bool = False) -> bool:
    """True where a text tells how many people, what share of them, how many more, or that it was everyone.

    "About half of the group" and "we predicted a third" are no counts: so teams are asked to write. Nor is
    any fraction where a text `predicts`.
    """
    if PERSONS.search(text) or _EVERYONE.search(text) or any(one.search(text) for one in _NUMBERED):
        return True
    if any(not of_things(text, one.end()) for one in _ALL_BUT.finditer(text)):
        return True
    return (not predicts and _tells_part(text)) or any(
        AFTER_COUNT.match(text, found.end()) and not harmless(text, *found.span(), (), follows=AFTER_COUNT)
        for found in _BEFORE_A_VERB.finditer(text)
    )


def _tells_part(text: str) -> bool:
    """True where a text tells a part of people: two thirds, three in five."""
    return any(
        not of_things(text, found.end())
        and not _OF_NO_PEOPLE.match(text, found.end())
        and not _ROUGHLY.search(text[max(0, found.start() - _NEAR) : found.start()])
        for way in (_IN, _SEVERAL_PARTS, _PART_OF)
        for found in way.finditer(text)
    )
