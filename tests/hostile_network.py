"""A network in which strings made to do harm stand wherever an author can write words.

The models say where that is: every key of the type `Text` gets the strings, so a new key is covered
once it exists. What is written down here are only the shapes: numbers, days and ids that must hold.
"""

import base64
import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel, BeforeValidator

from cyclebook.model.article import Article
from cyclebook.model.article_text import read_words
from cyclebook.model.cohort import Cohort
from cyclebook.model.convening import Convening
from cyclebook.model.fields import read_text
from cyclebook.model.network import Network
from cyclebook.model.storyboard import Storyboard
from cyclebook.reading.articles import BLOCKS
from cyclebook.reading.plain_text import is_unseen
from small_site import CONFIG, front_matter

OWN = Path(__file__).parent / "data/xss.json"
COHORT = "2026-spring"
SEARCHED = "quokka"
"""A word that stands with the strings: whoever searches for it gets them on the screen."""

_NOT_WORDS = {
    ("Storyboard", "continues"),
    ("Network", "schools"),
    ("Cohort", "schools"),
    ("Cohort", "network"),
    ("ExhibitBlock", "team"),
    ("SmartGoalBlock", "team"),
    ("Article", "storyboards"),
    ("ArticlePhoto", "file"),
    ("Photo", "file"),
    ("Convening", "storyboards"),
    ("ReportedFigure", "of"),
    ("ReportedFigure", "value"),
}
"""Keys that hold a path, a reference or a number, and are refused where they do not."""


def own_strings() -> list[str]:
    """The strings of this project."""
    return list(json.loads(OWN.read_text("utf-8"))["strings"])


def shared_strings() -> list[str]:
    """The large collection beside the checkout. Skips the test where there is none."""
    for folder in Path(__file__).resolve().parents:
        found = folder / "shared/vectors/xss.json"
        if found.is_file():
            return [one["payload"] for one in json.loads(found.read_text("utf-8"))["vectors"]]
    pytest.skip("xss.json does not lie in ../shared/vectors.")


def without_unseen(text: str) -> str:
    """The string as a file may hold it: hidden characters and wide spaces are refused by name."""
    told = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(" " if is_unseen(one) or unicodedata.category(one) == "Zs" else one for one in told)


@dataclass
class Filling:
    """Puts words into every key for words of a block, and notes which blocks it has filled."""

    words: str
    blocks: set[str] = field(default_factory=set)

    def of(self, model: type[BaseModel], shape: dict[str, Any]) -> dict[str, Any]:
        """The shape with words in it."""
        self.blocks.add(model.__name__)
        filled = deepcopy(shape)
        for name, one in model.model_fields.items():
            inner = block_in(one.annotation)
            given = filled.get(name)
            if isinstance(given, dict) and inner:
                filled[name] = self.of(inner, given)
            elif isinstance(given, list) and inner:
                filled[name] = [self._item(inner, item, index) for index, item in enumerate(given)]
            elif (
                (model.__name__, name) in _NOT_WORDS
                or not _is_text(one.annotation, one.metadata)
                or name == "weeks"
            ):
                continue
            elif _is_list(one.annotation):
                if inner is None:
                    filled[name] = [self.words] * max(1, len(given or ()))
            else:
                filled[name] = self.words
        return filled

    def _item(self, model: type[BaseModel], item: Any, index: int) -> Any:
        """An item of a list; from the third on it is short, so that the file stays below its limit."""
        if not isinstance(item, dict):
            return item
        return (self if index < 2 else Filling(SEARCHED, self.blocks)).of(model, item)


def block_in(annotation: Any) -> type[BaseModel] | None:
    """The block inside an annotation such as `list[Member] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for one in get_args(annotation) if (found := block_in(one))), None)


def every_block(model: type[BaseModel], seen: set[str] | None = None) -> set[str]:
    """The names of a model and of all blocks below it."""
    seen = set() if seen is None else seen
    if model.__name__ not in seen:
        seen.add(model.__name__)
        for one in model.model_fields.values():
            for inner in _blocks_in(one.annotation):
                every_block(inner, seen)
    return seen


def _blocks_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in get_args(annotation):
        yield from _blocks_in(one)


def _is_text(annotation: Any, metadata: list[Any]) -> bool:
    """True for `Text`, and for a union or list of it."""
    if any(isinstance(one, BeforeValidator) and one.func in (read_text, read_words) for one in metadata):
        return True
    if get_origin(annotation) is Annotated:
        inner, *notes = get_args(annotation)
        return _is_text(inner, notes)
    return any(_is_text(one, []) for one in get_args(annotation))


def _is_list(annotation: Any) -> bool:
    if get_origin(annotation) in (Union, UnionType):
        return any(_is_list(one) for one in get_args(annotation))
    return get_origin(annotation) is list


MODELS: tuple[type[BaseModel], ...] = (Network, Cohort, Convening, Article, Storyboard, *BLOCKS.values())
"""All that an author writes: the front matter of each kind of file, and the blocks of articles."""

STORYBOARD: dict[str, Any] = {
    "district": "riverside",
    "priority": "attendance",
    "drivers": ["morning-routines"],
    "team": [{"lead": True}, {}],
    "root_cause": [{}, {}, {}],
    "fishbone": [{"causes": [{}, {}]}, {"causes": [{}]}, {"causes": [{}]}],
    "goal": {
        "kind": "count",
        "baseline": 21,
        "target": 40,
        "of": 52,
        "better": "higher",
        "start": "2026-02-02",
        "end": "2026-04-10",
        "result": 43,
        "revised": [{"week": 3, "target": 40, "was": 45}],
    },
    "measures": [
        {"id": "on-time", "kind": "outcome", "of": 52, "goal": 40, "better": "higher", "unit": None},
        {"id": "calls", "kind": "process", "cumulative": True, "targets": {4: 30, 10: 90}},
        {"id": "late", "kind": "balancing", "better": "lower"},
    ],
    "comparison": {"groups": [{"of": 50, "result": 20}, {"of": 52, "result": 43}]},
    "groups": [{"of": 30, "baseline": 12, "result": 25}, {"of": 22, "baseline": 9, "result": 18}],
    "tests": [
        {"driver": "morning-routines", "weeks": [3, 10], "decision": "adopt"},
        {"weeks": [4, 6], "decision": "adapt"},
    ],
    "actions": [{"week": 3, "done": True}],
    "support": [{"week": 3}],
    "other_results": [{"before": 10, "value": 20, "of": 52}],
    "follow_up": [{"date": "2026-06-05", "value": 41, "of": 52}],
    "sources": [{"id": "own"}],
    "photos": [{"file": "gate.png", "people": "no"}],
}
WEEKS = [
    {
        "week": week,
        "date": str(date(2026, 2, 6) + timedelta(weeks=week - 1)),
        "on-time": 20 + 2 * week,
        "calls": 5 * week,
        "late": 9 - week,
    }
    for week in range(1, 9)
]
_WITHOUT_RESULT = {key: value for key, value in STORYBOARD["goal"].items() if key != "result"}
STORYBOARDS: dict[str, dict[str, Any]] = {
    "counted": {**STORYBOARD, "weeks": WEEKS},
    "reported": {
        **STORYBOARD,
        "weeks": WEEKS,
        "reported": {"status": "met", "source": "hub"},
        "goal": _WITHOUT_RESULT,
    },
    "withdrawn": {**STORYBOARD, "weeks": WEEKS, "withdrawn": {"week": 5}, "goal": _WITHOUT_RESULT},
    "tabled": {**STORYBOARD, "weeks": "tabled.csv"},
    "narrowed": {**STORYBOARD, "weeks": WEEKS, "privacy": {"policy": "banded"}},
}
REPORTED = [{"value": "75%", "of": "78", "source": "hub"}]
SOURCES = [{"id": "hub", "url": "https://example.org/report"}]
EVENTS = [{"sessions": 3}]
DRIVERS = [
    {"id": "mornings", "strength": "strong", "drivers": [{"id": "morning-routines"}, {"id": "way"}]},
    {"id": "evenings", "drivers": [{"id": "homework"}]},
]
STAGES = {"plan": "", "do": "", "study": "", "act": ""}
DISTRICTS = [{"id": "riverside", "teams": 3, "foci": [{"driver": "morning-routines"}]}]
NETWORK: dict[str, Any] = {
    "aim": {},
    "districts": DISTRICTS,
    "priorities": [{"id": "attendance"}],
    "drivers": DRIVERS,
    "ideas": [{"id": "cart", "driver": "way"}],
    "events": EVENTS,
    "terms": {"stages": STAGES},
    "privacy": {
        "policy": "open",
        "approved": {},
        "measures": [{"measure": "late", "policy": "open", "approved": {}}],
    },
    "reported": REPORTED,
    "sources": SOURCES,
    "schools": "schools.csv",
    "schools_source": "hub",
    "people": [{"role": "Principal", "consent": "2026-01-10"}],
    "allow": [{}],
}
COHORT_FILE: dict[str, Any] = {
    "start": "2026-02-02",
    "weeks": 10,
    "check_ins": [3, 6, 9],
    "sponsors": [{}],
    "coaches": [{}],
    "teams_taking_part": 3,
    "teams_by_district": [{"teams": 3}],
    "reported": REPORTED,
    "sources": [{"id": "cohort"}],
    "comparisons": [{"groups": [{"of": 50, "result": 20}, {"of": 52, "result": 43}], "source": "hub"}],
    "distributions": [
        {
            "bands": ["", "", ""],
            "groups": [{"of": 50, "shares": ["20%", "30%", "50%"]}, {"of": 60, "shares": [20, 20, 20]}],
        }
    ],
    "privacy": {"policy": "open", "approved": {}},
}
OTHER_COHORT: dict[str, Any] = {
    **COHORT_FILE,
    "aim": {},
    "drivers": DRIVERS,
    "districts": DISTRICTS,
    "events": EVENTS,
    "terms": {"stages": STAGES},
}
"""A cohort that describes a network of its own."""
CONVENING: dict[str, Any] = {
    "date": "2026-04-16",
    "end": "12:45",
    "time_zone": "America/Los_Angeles",
    "agenda": [{"time": "9:00", "minutes": 45}, {"time": "10:00"}],
    "cohorts": [COHORT],
    "stations": [{"driver": "way"}],
    "walk": {"minutes": 45},
    "sources": [{"id": "meeting", "url": "https://example.org/meeting"}],
}
ARTICLE: dict[str, Any] = {
    "date": "2026-05-01",
    "storyboards": [f"{COHORT}/team-1"],
    "sources": [{"id": "article", "url": "https://example.org/article"}],
    "by": ["", ""],
    "photos": [{"file": "x'onerror='alert`50`'.png", "people": "no"}],
}
OPTIONS: dict[str, dict[str, Any]] = {
    "exhibit": {"id": "weekly", "figure": "run-chart", "team": f"{COHORT}/team-1", "source": "hub"},
    "fast-facts": {"facts": [{}, {}], "source": "hub"},
    "pull-quote": {},
    "side-box": {},
    "smart-goal": {"team": f"{COHORT}/team-1"},
    "storyboards": {"cohort": COHORT},
    "ideas": {"limit": 3},
    "cohort-summary": {"cohort": COHORT},
    "run-charts": {"cohort": COHORT},
}
PICTURE = "x'onerror='alert`50`'.png"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC"
)
"""A picture of one point."""
_WORDS_OF_A_QUOTE = 10
HEADINGS = ("Why it matters", "Week 2", "What went well", "What could be better", "What's next")


def bodies(strings: list[str]) -> str:
    """Markdown with the strings in paragraphs, lists, tables, headings, notes, code and as links."""
    told = []
    for number, string in enumerate(strings, 1):
        line = " ".join(string.split())
        fenced = "```" in string or "~~~" in string  # could open a piece of code and never close it
        one = line if fenced else string
        forms = (
            f"{SEARCHED} {one}",
            f"- {line}",
            f"| {SEARCHED} | {line} |\n|---|---|\n| {line} | x |",
            f"### {SEARCHED} {line}",
            f"Noted.[^n{number}]\n\n[^n{number}]: {line}",
            f"[press]({line}) and [press][r{number}] and <{line}> and `{line}`\n\n[r{number}]: {line}",
            f'!!! note "{line}"\n    {line}',
            f"{SEARCHED}\n:   {line}",
            f"- [x] {line}",
        )
        told.append(forms[number % len(forms)])
    return "\n\n".join(told)


def network(chunks: list[list[str]]) -> dict[str, str | bytes]:
    """The files of a project with one storyboard and one article for each chunk of the strings.

    The network, the cohorts, the convening and the files of the second cohort hold all of them.
    """
    files: dict[str, str | bytes] = {
        "mkdocs.yml": CONFIG,
        "content/index.md": "---\ntitle: Home\n---\nTeams of our network.\n",
    }
    every = [one for chunk in chunks for one in chunk]
    first = Filling(_joined(every))
    files["teams/network.md"] = front_matter(_with_terms(first.of(Network, NETWORK)))
    files["teams/schools.csv"] = _schools(every)
    files["teams/2025-fall/tabled.csv"] = _weekly(every)
    own = first.of(Cohort, COHORT_FILE)
    other = first.of(Cohort, OTHER_COHORT) | {"network": "Another network"}
    files[f"teams/{COHORT}/cohort.md"] = front_matter(own) + bodies(every)
    files["teams/2025-fall/cohort.md"] = front_matter(_with_terms(other)) + bodies(every)
    for name, shape in STORYBOARDS.items():
        files[f"teams/2025-fall/{name}/gate.png"] = PNG
        files[f"teams/2025-fall/{name}.md"] = _storyboard(chunks[0], Filling(_joined(chunks[0])), shape)
    meeting = first.of(Convening, CONVENING)
    heard = _no_pictures("\n".join(f'- "{" ".join(one.split())}" — {SEARCHED}' for one in _short(every)))
    files["content/convenings/spring.md"] = f"{front_matter(meeting)}{_no_pictures(bodies(every))}\n"
    files["content/convenings/slips.md"] = (
        f"{front_matter({**meeting, 'title': 'Slips'})}## What we heard\n{heard}\n"
    )
    for number, chunk in enumerate(chunks, 1):
        filling = Filling(_joined(chunk))
        files[f"teams/{COHORT}/team-{number}/gate.png"] = PNG
        files[f"teams/{COHORT}/team-{number}.md"] = _storyboard(chunk, filling)
        filling = Filling(_joined(chunk[::-1]))
        blocks = "\n\n".join(_block(name, filling, chunk) for name in OPTIONS)
        files[f"content/case-studies/{PICTURE}"] = PNG
        files[f"content/case-studies/article-{number}.md"] = (
            f"{front_matter(filling.of(Article, ARTICLE))}{_no_pictures(bodies(chunk))}\n\n"
            f'![{_alt(chunk)}]({PICTURE} "{_alt(chunk)}")\n\n{blocks}\n'
        )
    return files


def filled_blocks(words: str) -> set[str]:
    """The names of all blocks that `network` fills."""
    filling = Filling(words)
    for model, shape in (
        (Network, NETWORK),
        (Cohort, OTHER_COHORT),
        (Convening, CONVENING),
        (Article, ARTICLE),
        *((Storyboard, shape) for shape in STORYBOARDS.values()),
        *((BLOCKS[name], shape) for name, shape in OPTIONS.items()),
    ):
        filling.of(model, shape)
    return filling.blocks


def _joined(chunk: list[str]) -> str:
    return f"{SEARCHED} " + " ".join(chunk)


def _short(chunk: list[str]) -> list[str]:
    return [one for one in chunk if len(one.split()) < 20 and '"' not in one]


def _alt(chunk: list[str]) -> str:
    """Words for a picture, which hold no brackets and no quotation marks that would end them."""
    return re.sub(r"[\[\]]", "", " ".join(" ".join(chunk).split()))


def _no_pictures(text: str) -> str:
    """An article has its pictures on lines of their own, and is refused where one stands elsewhere."""
    return text.replace("![", "! [")


def _with_terms(data: dict[str, Any]) -> dict[str, Any]:
    """Terms are short and without angle brackets: what they may hold, they hold."""
    words = {"team": "team\" onfocus='alert(1)' & x", "cohort": "javascript:alert(1) / &lt;b&gt;"}
    return data | {"terms": data["terms"] | words}


def _storyboard(chunk: list[str], filling: Filling, shape: dict[str, Any] | None = None) -> str:
    data = filling.of(Storyboard, shape or STORYBOARDS["counted"])
    parts = [chunk[index :: len(HEADINGS)] for index in range(len(HEADINGS))]
    body = "".join(f"## {head}\n\n{bodies(part)}\n\n" for head, part in zip(HEADINGS, parts, strict=True))
    own = "".join(f"## {SEARCHED} {' '.join(one.split())}\n\nSo it was.\n\n" for one in chunk[:3])
    return f"{front_matter(data)}{body}{own}"


def _weekly(chunk: list[str]) -> str:
    """Weekly rows whose cells for words hold the strings."""
    rows = [[*WEEKS[0], "note", "next"]]
    for row, one in zip(WEEKS, chunk, strict=False):
        words = " ".join(one.split())
        rows.append([*map(str, row.values()), words, f"{SEARCHED} {words}"])
    return _csv(rows)


def _schools(chunk: list[str]) -> str:
    """Schools of which every name, and the name of every figure, is one of the strings."""
    names = [" ".join(one.split()) for one in chunk if one.strip()]
    rows = [["school", "district", "level", names[0], names[1], "participating"]]
    for number, one in enumerate(names):
        rows.append([one, one, one, str(10 + number), str(90 - number), "yes" if number % 2 else "no"])
    return _csv(rows)


def _csv(rows: list[list[str]]) -> str:
    sheet = io.StringIO()
    csv.writer(sheet, lineterminator="\n").writerows(rows)
    return sheet.getvalue()


def _block(name: str, filling: Filling, chunk: list[str]) -> str:
    options = filling.of(BLOCKS[name], OPTIONS[name])
    if name == "pull-quote":
        options = {key: " ".join(str(value).split()[:_WORDS_OF_A_QUOTE]) for key, value in options.items()}
    written = "\n".join(
        f"    {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in options.items()
    )
    words = _no_pictures(" ".join(re.sub(r"^/+", "", " ".join(one.split())) for one in chunk[:2]))
    if name == "pull-quote":
        words = " ".join(words.split()[:_WORDS_OF_A_QUOTE])
    return f"/// {name}\n{written}\n\n{words}\n///"
