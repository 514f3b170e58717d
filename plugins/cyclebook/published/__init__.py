"""The facts a reader may have, as types only.

Everything below this room (figures, pages) accepts these types and no others.
Only `disclosure` makes them.
"""

from cyclebook.published.article import (
    ArticleKind,
    ArticlePart,
    ExhibitFacts,
    FastFacts,
    FigureKind,
    Picture,
    PublishedArticle,
    PullQuote,
    Reference,
    SideBox,
    SmartGoal,
    Text,
)
from cyclebook.published.cohort import (
    CohortComparison,
    CohortDistribution,
    PublishedCohort,
    ReportedFact,
    Tally,
)
from cyclebook.published.comparison import (
    BeforeAfter,
    ComparedGroup,
    Comparison,
    Distribution,
    DistributionRow,
)
from cyclebook.published.cycle import Break, Cycle
from cyclebook.published.fishbone import Bone, Cause, Fishbone
from cyclebook.published.network import Policy, PublishedDistrict, PublishedNetwork, PublishedPriority
from cyclebook.published.run_reading import RunLine, RunReading, RunReason, RunRule, RunSays
from cyclebook.published.series import GoalStep, Measure, Point, Series
from cyclebook.published.sources import Source
from cyclebook.published.storyboard import (
    Action,
    Decision,
    FollowUp,
    Goal,
    GoalVersion,
    GroupResult,
    PublishedStoryboard,
    Role,
    Section,
    Status,
    Support,
    Test,
    WeekEntry,
    Why,
)
from cyclebook.published.values import Absence, Absent, Band, Better, Form, Known, Number, Value

__all__ = [
    "Absence",
    "Absent",
    "Action",
    "ArticleKind",
    "ArticlePart",
    "Band",
    "BeforeAfter",
    "Better",
    "Bone",
    "Break",
    "Cause",
    "CohortComparison",
    "CohortDistribution",
    "ComparedGroup",
    "Comparison",
    "Cycle",
    "Decision",
    "Distribution",
    "DistributionRow",
    "ExhibitFacts",
    "FastFacts",
    "FigureKind",
    "Fishbone",
    "FollowUp",
    "Form",
    "Goal",
    "GoalStep",
    "GoalVersion",
    "GroupResult",
    "Known",
    "Measure",
    "Number",
    "Picture",
    "Point",
    "Policy",
    "PublishedArticle",
    "PublishedCohort",
    "PublishedDistrict",
    "PublishedNetwork",
    "PublishedPriority",
    "PublishedStoryboard",
    "PullQuote",
    "Reference",
    "ReportedFact",
    "Role",
    "RunLine",
    "RunReading",
    "RunReason",
    "RunRule",
    "RunSays",
    "Section",
    "Series",
    "SideBox",
    "SmartGoal",
    "Source",
    "Status",
    "Support",
    "Tally",
    "Test",
    "Text",
    "Value",
    "WeekEntry",
    "Why",
]
