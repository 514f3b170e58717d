"""E-mail and street addresses, telephone numbers, ids and days of birth, by their shapes.

Each pattern has bounded repetitions only, so that a hostile line costs no more than its length.
"""

import re
from collections.abc import Iterator

from cyclebook.reading.personal.found import Found

_AFTER_AT = re.compile(r"(?<=[\w.+-])@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_LONGEST_MAILBOX = 64

_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])(?P<rest>\d{3}[ .-]\d{4})(?![\w-])"
    r"|(?<![\w+])\+\d{1,3}(?:[ .()-]{1,2}\d{1,4}){2,6}(?!\w)"
    r"|(?i:\b(?:phone|telephone|tel|call|cell|mobile|fax)\b)[:. ]{1,3}"
    r"(?P<labelled>\d{3}[ .-]?\d{4}|\d{10})(?!\w)"
)
_SOCIAL_SECURITY = re.compile(r"(?<![\w.-])\d{3}([- ])\d{2}\1\d{4}(?![\w-])")
_LABELLED_ID = re.compile(
    r"\b(?:(?:student|pupil|learner|state|sis|national|local|district|case)[ _-]?"
    r"(?:id|no|nr|number|identifier)|ssid|ssn|social security(?: number)?|lasid|sasid|perm[ _-]?id)\b"
    r"[\"'.:;,#=()| ]{0,4}(?:is |number |no\. ?)?[\"'#]{0,2}(?P<id>[A-Z]{0,2}\d[\d-]{3,14})(?![\d-])"
    r"|\bid(?: number| no\.?)?[\"':#= ]{1,3}(?P<bare>\d{6,14})(?!\d)",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_BIRTH = re.compile(
    r"\b(?:born|dob|d\.o\.b|date of birth|birth[ _-]?dates?|birthdays?|b-day)\b[^\n]{0,20}?"
    rf"(?P<day>\b\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}\b|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? \d{{4}}\b)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?<![\w.,/-])\d{1,5}[A-Za-z]? (?:[NSEW]\.? |North |South |East |West )?"
    r"(?:(?:[A-Z][\w'’-]{0,24}|\d{1,3}(?:st|nd|rd|th)) ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Terrace|Circle"
    r"|Parkway|Pkwy|Highway|Hwy)\b(?! (?:Elementary|Middle|High|School|Academy|Primary|Early))"
    r"|\bP\. ?O\. ?Box \d{1,6}\b|\bPO Box \d{1,6}\b"
)


def contacts_in(text: str) -> Iterator[Found]:
    """Personal data by shape, in the order of the kinds."""
    for found in _AFTER_AT.finditer(text):
        start = found.start()
        while start and found.start() - start < _LONGEST_MAILBOX and _in_mailbox(text[start - 1]):
            start -= 1
        yield Found(start, found.end(), "an e-mail address", f"{text[start]}***@***")
    for found in _SOCIAL_SECURITY.finditer(text):
        yield Found(found.start(), found.end(), "a national id number", "***")
    for found in _LABELLED_ID.finditer(text):
        group = "id" if found["id"] else "bare"
        yield Found(found.start(group), found.end(group), "the id of a person", "***")
    for found in _PHONE.finditer(text):
        start = found.start("labelled") if found["labelled"] else found.start()
        digits = [one for one in text[start : found.end()].removeprefix("+1") if one.isdigit()]
        yield Found(start, found.end(), "a phone number", f"{''.join(digits[:3])}-***")
    for found in _BIRTH.finditer(text):
        yield Found(found.start("day"), found.end("day"), "a day of birth", "***")
    for found in _STREET.finditer(text):
        yield Found(found.start(), found.end(), "a street address", "***")


def _in_mailbox(one: str) -> bool:
    return one.isalnum() or one in "._+-%"
