"""From the renderer's SVG to ours."""

from cyclebook.figures.drawing import drawing

RENDERED = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"
 class="marks" width="740" height="500" viewBox="0 0 740 500"><defs><clipPath id="clip17"><rect x="0" y="0"
 width="740" height="500"/></clipPath></defs><g fill="none" transform="translate(0,0)"><g class="mark-group
 role-frame root" role="graphics-object" aria-roledescription="group mark container"><path class="background"
 aria-hidden="true" d="M0,0h740v500h-740Z"/><g clip-path="url(#clip17)"><path style="x" d="M1.2345,2L3e-7,4"
 stroke="var(--book-data)"/></g><path transform="translate(64.9,216.19230769)"
 d="M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0"
 fill="var(--book-data)" opacity="1"/><line transform="translate(34,10)" x2="6" y2="0" stroke="red"/>
 <text aria-label="5 &lt; 6 &amp; &quot;so&quot;" text-anchor="start" transform="translate(5,30)"
 font-family="sans-serif" font-size="14px" font-weight="600" fill="var(--book-ink)" stroke-width="4"/>
 <text aria-label="up" transform="translate(3,4) rotate(-90)" font-size="14px"/></g></g></svg>"""


def cleaned() -> str:
    made = drawing(RENDERED, figure="figure-1", variant="wide", title="A & B", description='"C" < D')
    assert made.variant == "wide"
    return made.svg


def test_the_drawing_is_one_named_and_described_image():
    assert cleaned().startswith(
        '<svg class="chart chart--wide" role="img" '
        'aria-labelledby="figure-1-wide-t" aria-describedby="figure-1-wide-d" '
        'focusable="false" data-search-exclude="" viewBox="0 0 740 500" width="100%">'
        '<title id="figure-1-wide-t">A &amp; B</title>'
        '<desc id="figure-1-wide-d">&quot;C&quot; &lt; D</desc>'
    )


def test_clip_paths_are_numbered_anew_for_each_drawing():
    assert '<clipPath id="figure-1-wide-1">' in cleaned()
    assert 'clip-path="url(#figure-1-wide-1)"' in cleaned()
    assert "clip17" not in cleaned()


def test_roles_labels_styles_fonts_and_backgrounds_go():
    body = cleaned().split("</desc>")[1]
    for gone in ("role", "aria-", "style", "font-family", "class", "M0,0h740", "opacity"):
        assert gone not in body


def test_shapes_stand_at_their_own_place_with_two_decimals():
    assert '<circle cx="64.9" cy="216.19" r="5" fill="var(--book-data)"/>' in cleaned()
    assert '<line x1="34" y1="10" x2="40" y2="10" stroke="red"/>' in cleaned()
    assert 'd="M1.23,2L0,4"' in cleaned()


def test_a_text_gets_its_words_back_escaped():
    start = '<text x="5" y="30" font-size="14" font-weight="600" fill="var(--book-ink)">'
    assert f'{start}5 &lt; 6 &amp; "so"</text>' in cleaned()
    assert '<text transform="translate(3,4) rotate(-90)" font-size="14">up</text>' in cleaned()


def test_a_text_that_looks_like_a_reference_is_a_text():
    """An author's words may begin as the address of a clip path does."""
    svg = RENDERED.replace('aria-label="up"', 'aria-label="url(#up)"')
    assert (
        ">url(#up)</text>" in drawing(svg, figure="figure-1", variant="wide", title="A", description="B").svg
    )
