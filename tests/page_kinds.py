"""The kinds of pages that a browser looks at, each by an example."""

KINDS = {
    "home": "",
    "list of cohorts": "cohorts/",
    "cohort": "cohorts/2020-spring/",
    "invented cohort": "cohorts/2026-winter/",
    "storyboard with few weeks": "cohorts/2020-fall/edison-attendance/",
    "storyboard without weeks": "cohorts/2020-spring/fremont-graduation/",
    "storyboard that fell short": "cohorts/2020-spring/bethune-geometry/",
    "storyboard filled in": "cohorts/2026-winter/alder-ferry-assignments/",
    "case study": "case-studies/los-angeles-2018/",
    "case study with many exhibits": "case-studies/distance-learning-2020/",
    "list of case studies": "case-studies/",
    "list of ideas": "ideas/",
    "ideas by driver": "ideas/by-driver/",
    "idea": "ideas/one-quiz-of-five-questions-every-friday/",
    "invented idea": "ideas/an-adult-at-the-door-and-in-the-hall-in-the-last-minutes/",
    "page of the hub": "how-a-cycle-runs/",
    "about": "about/",
    "how we read the numbers": "how-we-read-the-numbers/",
    "guide": "guide/",
    "guide to keys": "guide/fields/",
    "guide to problems": "guide/problems/",
    "guide to privacy": "guide/privacy/",
    "not found": "no/such/page/",
}
STORYBOARDS = {kind: path for kind, path in KINDS.items() if kind.startswith("storyboard")}
