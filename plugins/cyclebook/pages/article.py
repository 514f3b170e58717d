"""The page of a case study or report, and the list of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import Multiples
from cyclebook.figures.phrases import listed
from cyclebook.pages.article_body import References, links_to_pages, render_body
from cyclebook.pages.article_figures import drawn, exhibit_id
from cyclebook.pages.citation import citation
from cyclebook.pages.exhibits import (
    Numbered,
    NumberedMultiples,
    exhibit_downloads,
    numbered_as,
    numbered_multiples,
)
from cyclebook.pages.frame import Frame
from cyclebook.pages.lists import rendered_list
from cyclebook.pages.page import (
    WORDS_SLOT,
    Download,
    Page,
    article_address,
    relative,
    shelf_address,
    storyboard_address,
)
from cyclebook.pages.prose import Prose
from cyclebook.pages.result import result_big, result_words
from cyclebook.pages.roster import TeamRow, team_row
from cyclebook.pages.templates import fill, markup
from cyclebook.pages.words import Speaker, capital, cause_words, goal_words
from cyclebook.published import (
    Absence,
    Absent,
    ArticleKind,
    ArticlePart,
    ExhibitFacts,
    FastFacts,
    Listed,
    Number,
    Picture,
    PublishedArticle,
    PublishedNetwork,
    PublishedStoryboard,
    PullQuote,
    SideBox,
    SmartGoal,
    Status,
    Text,
)
from cyclebook.published.days import day_text

_WORDS_A_MINUTE = 220


@dataclass(frozen=True, slots=True)
class ResultEntry:
    """One result in the strip that opens an article."""

    who: str
    link: str
    big: str | None
    words: str
    goal: str | None
    status: Status


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in a list."""

    eyebrow: str
    title: str
    link: str
    standfirst: str | None
    illustrative: bool
    teams: tuple[TeamRow, ...]


def shelf_name(kind: ArticleKind) -> str:
    """What a list of such articles is called."""
    return _("Case studies") if kind is ArticleKind.CASE_STUDY else _("Reports")


def whole_shelf(kind: ArticleKind) -> str:
    """What leads to a list of such articles."""
    return _("All case studies") if kind is ArticleKind.CASE_STUDY else _("All reports")


def article_page(article: PublishedArticle, network: PublishedNetwork, frame: Frame) -> Page:
    """Eyebrow, title, results; then the article with its exhibits; notes, sources and how to cite it."""
    address = article_address(article)
    references = References(article.body)
    exhibits = [part for part in article.body if isinstance(part, ExhibitFacts)]
    figures = {
        part.id: numbered_multiples(figure, address, references.name(part.id))
        if isinstance(figure, Multiples)
        else numbered_as(references.name(part.id), figure, address)
        for part in exhibits
        if (figure := drawn(part)) is not None
    }
    prose = Prose()
    write = partial(_block, address=address, references=references, figures=figures, prose=prose)
    body = render_body(_facts_first(article.body), references, write, prose)
    cause = cause_words(Speaker.ARTICLE, article.because) if article.because else None
    here = frame.at(address)
    url = f"{frame.site_url.rstrip('/')}/{address}" if frame.site_url else None
    html = fill(
        "article.html",
        article=article,
        frame=here,
        shelf=(shelf_name(article.kind), relative(shelf_address(article.kind), address)),
        by=_by_line(article, body.html),
        results=[_result(one, address) for one in article.storyboards],
        body=markup(links_to_pages(body.html, address)),
        notes=markup(links_to_pages(body.notes, address)) if body.notes else None,
        cause=cause,
        cite=citation(article, network.title, url),
    )
    last = [
        ("notes", _("Notes"), body.notes is not None or cause is not None),
        ("sources", _("Sources"), bool(article.sources)),
        ("cite", _("Cite this"), True),
    ]
    return Page(
        address,
        article.title,
        article.standfirst or article.title,
        html,
        (*body.sections, *((name, heading) for name, heading, present in last if present)),
        (*exhibit_downloads(figures.values()), *_files_of_lists(article, address)),
    )


def _files_of_lists(article: PublishedArticle, address: str) -> Iterator[Download]:
    for part in article.body:
        if isinstance(part, Listed):
            yield from rendered_list(part.listing, address).downloads


def _facts_first(body: tuple[ArticlePart, ...]) -> tuple[ArticlePart, ...]:
    """Fast facts of the opening stand before its first words, so that the margin has them from the top."""
    opening = next((n for n, part in enumerate(body) if isinstance(part, tuple) and _has_heading(part)), None)
    first = next((n for n, part in enumerate(body[:opening]) if isinstance(part, FastFacts)), None)
    return body if first is None else (body[first], *body[:first], *body[first + 1 :])


def _has_heading(text: Text) -> bool:
    return any(line.startswith("#") for part in text if isinstance(part, str) for line in part.split("\n"))


def shelf_page(kind: ArticleKind, articles: tuple[PublishedArticle, ...], frame: Frame) -> Page:
    """All articles of a kind, newest first."""
    address, name = shelf_address(kind), shelf_name(kind)
    html = fill(
        "articles.html",
        name=name,
        frame=frame.at(address),
        words=markup(WORDS_SLOT) if address in frame.worded else None,
        entries=[article_entry(article, address) for article in articles],
    )
    return Page(address, name, f"{name}: {'; '.join(one.title for one in articles)}", html)


def article_entry(article: PublishedArticle, address: str) -> ArticleEntry:
    """An article as a list shows it, with links from the page at `address`."""
    return ArticleEntry(
        article.eyebrow,
        article.title,
        relative(article_address(article), address),
        article.standfirst,
        article.illustrative,
        tuple(team_row(one, address) for one in article.storyboards),
    )


def _by_line(article: PublishedArticle, body: str) -> str:
    """ "By Cyclebook editors. 1 June 2026. Six minutes to read."."""
    minutes = max(1, round(len(markup(body).striptags().split()) / _WORDS_A_MINUTE))
    told = [
        _("By {names}", names=listed(article.by)) if article.by else "",
        day_text(article.day) if article.day else "",
        ngettext("{count} minute to read", "{count} minutes to read", minutes),
    ]
    return "".join(f"{part.rstrip('.')}. " for part in told if part).strip()


def _result(one: PublishedStoryboard, address: str) -> ResultEntry:
    return ResultEntry(
        who=f"{one.name}, {one.focus}" if one.focus else one.name,
        link=relative(storyboard_address(one), address),
        big=result_big(one),
        words=result_words(one),
        goal=goal_words(one.goal) if one.withheld is None else None,
        status=one.goal.status,
    )


def _block(
    part: ArticlePart,
    level: int,
    *,
    address: str,
    references: References,
    figures: dict[str, Numbered | NumberedMultiples],
    prose: Prose,
) -> str:
    """The HTML of a block. `level` is that of a heading in it."""

    def told(text: Text) -> Markup | None:
        marked = references.marked(text)
        return (
            markup(references.links_in(links_to_pages(prose.html(marked), address)))
            if marked.strip()
            else None
        )

    if isinstance(part, Listed):
        return str(rendered_list(part.listing, address, told(part.note)).html)
    if isinstance(part, ExhibitFacts):
        back = references.back(part.id)
        figure = figures.get(part.id)
        many = figure if isinstance(figure, NumberedMultiples) else None
        return fill(
            "_exhibit.html",
            id=exhibit_id(part.id),
            called=references.name(part.id),
            figure=figure,
            about=many.multiples if many else figure.exhibit if isinstance(figure, Numbered) else None,
            many=many,
            label=part.alt or (many.multiples.alt_title if many else None),
            absent=part.absent or _("The numbers of this exhibit are withheld under the privacy policy."),
            note=told(part.note),
            back=f"#{back}" if back else None,
        )
    name = f"box-{references.next_box()}"
    if isinstance(part, FastFacts):
        return fill("_fast_facts.html", id=name, facts=part, note=told(part.note))
    if isinstance(part, PullQuote):
        return fill("_pull_quote.html", quote=part, words=told(part.text))
    if isinstance(part, SideBox):
        return fill("_side_box.html", id=name, box=part, level=level, words=told(part.text))
    if isinstance(part, SmartGoal):
        return fill("_smart_goal.html", id=name, **_goal_facts(part, address), note=told(part.note))
    assert isinstance(part, Picture)  # noqa: S101 - words never come here
    return fill("_picture.html", picture=part, link=relative(part.file, address))


def _goal_facts(part: SmartGoal, address: str) -> dict[str, object]:
    one = part.storyboard
    if one is None or one.withheld:
        words = _no_goal(one.withheld if one else None)
        return {"label": _("SMART goal"), "statement": words, "rows": [], "link": None, "told_at": None}
    goal = one.goal
    size = goal.group_size
    rows = [
        (_("Who"), goal.group or (_students(size) if isinstance(size, Number) else None)),
        _chosen(goal.chosen),
        (_("From"), goal.worded(goal.baseline)),
        (_("To"), goal.worded(goal.target)),
        (_("By"), day_text(one.end) if one.end else None),
    ]
    return {
        "label": _("SMART goal, {team}", team=one.name),
        "statement": goal.statement or capital(goal.measure),
        "rows": [(label, words) for label, words in rows if words],
        "link": relative(storyboard_address(one), address),
        "told_at": _("The storyboard of {team}", team=one.name),
    }


def _no_goal(withheld: Absent | None) -> str:
    """Why a goal is not shown."""
    if withheld is None:
        return _("The goal of this team is not published yet.")
    match withheld.because:
        case Absence.SMALL_GROUP:
            return _("The goal of this team is withheld, fewer than 10 students.")
        case Absence.UNKNOWN_GROUP:
            return _("The goal of this team is withheld, group size not known.")
        case _other:
            return _("The goal of this team is withheld under the privacy policy.")


def _students(size: Number) -> str:
    return ngettext("{number} student", "{number} students", int(size.value), number=size.short)


def _chosen(selection: str | None) -> tuple[str, str | None]:
    """ "Chosen", "for low attendance"; a sentence that begins otherwise stands as it is."""
    if selection and selection.startswith("Chosen "):
        return _("Chosen"), selection.removeprefix("Chosen ").rstrip(".")
    return _("How chosen"), selection.rstrip(".") if selection else None
