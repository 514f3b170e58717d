"""What a team tells in words: the sections of its story, its fishbone, why it stopped."""

from collections.abc import Iterator

from cyclebook.catalogue import _
from cyclebook.disclosure.weeks import WEEK_HEADING
from cyclebook.model.storyboard import Storyboard, StoryboardFile, Withdrawal
from cyclebook.published import Bone, Cause, Fishbone, Section

_LONGEST_EFFECT = 60
_KNOWN_HEADINGS = {
    "why it matters": "why_it_matters",
    "what went well": "went_well",
    "what could be better": "could_be_better",
    "what could have gone better": "could_be_better",
    "what's next": "whats_next",
    "what’s next": "whats_next",
    "we offer": "we_offer",
    "we ask": "we_ask",
}


def withdrawal_words(written: Withdrawal | None) -> str | None:
    """When and why the team stopped, as a sentence."""
    if written is None:
        return None
    because = (written.because or "").rstrip(".")
    if written.week and because:
        return _("The team stopped in week {week}: {because}.", week=written.week, because=because)
    if written.week:
        return _("The team stopped in week {week}.", week=written.week)
    return _("The team stopped: {because}.", because=because) if because else _("The team stopped.")


def publish_fishbone(written: Storyboard) -> Fishbone | None:
    """The team's fishbone; its head is the problem, or the focus where that is too long for a drawing."""
    if not written.fishbone:
        return None
    effect = written.problem or written.title
    if len(effect) > _LONGEST_EFFECT:
        effect = written.focus or written.title
    bones = tuple(
        Bone(one.name, tuple(Cause(cause.cause, cause.evidence) for cause in one.causes))
        for one in written.fishbone
        if one.causes
    )
    return Fishbone(effect, bones) if bones else None


def known_sections(file: StoryboardFile) -> dict[str, str]:
    """The sections that have a place of their own on the page, by that place."""
    sections: dict[str, str] = {}
    for section in file.body:
        name = _KNOWN_HEADINGS.get(section.heading.strip().lower())
        if name:
            sections[name] = (
                f"{sections[name]}\n\n{section.markdown}" if name in sections else section.markdown
            )
    return sections


def told_story(file: StoryboardFile) -> Iterator[Section]:
    """The team's own sections, in order: every heading that has no place of its own."""
    for section in file.body:
        heading = section.heading.strip()
        if heading.lower() not in _KNOWN_HEADINGS and not WEEK_HEADING.fullmatch(heading):
            yield Section(heading, section.markdown)
