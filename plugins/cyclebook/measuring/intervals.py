"""Intervals at 95% for counts of people: of one group, and of the difference between two.

Agree with R 4.2.2 (`prop.test` without correction) and statsmodels (`confint_proportions_2indep`,
method "newcomb").
"""

import math

Z = 1.959963984540054
"""The 97.5% quantile of the normal distribution."""


def wilson(x: int, n: int) -> tuple[float, float]:
    """The long-run rates, from 0 to 1, that `x` of `n` would fit.

    Raises ValueError for counts that cannot be. E. B. Wilson, Journal of the American
    Statistical Association 22 (1927).
    """
    _check(x, n)
    return _wilson(x, n, 1.0)


def newcombe(x1: int, n1: int, x2: int, n2: int, *, design_effect: float = 1.0) -> tuple[float, float]:
    """Low and high end of the difference x1/n1 - x2/n2, from -1 to 1.

    With results by school, give a `design_effect` of 1 or more: each group then counts
    as so many times fewer people. Raises ValueError for counts that cannot be.
    R. G. Newcombe, Statistics in Medicine 17 (1998), method 10.
    """
    _check(x1, n1)
    _check(x2, n2)
    if not 1 <= design_effect < math.inf:
        raise ValueError(f"A design effect is 1 or more: not {design_effect!r}.")
    first, second = x1 / n1, x2 / n2
    low1, high1 = _wilson(x1, n1, design_effect)
    low2, high2 = _wilson(x2, n2, design_effect)
    difference = first - second
    return (
        difference - math.hypot(first - low1, high2 - second),
        difference + math.hypot(high1 - first, second - low2),
    )


def risk_ratio(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float, float]:
    """The rate of the first group divided by that of the second, with its low and high end.

    Raises ValueError for counts that cannot be, and where one is 0: there is no ratio
    then. D. Katz and others, Biometrics 34 (1978).
    """
    _check(x1, n1)
    _check(x2, n2)
    if x1 == 0 or x2 == 0:
        raise ValueError("There is no ratio where a count is 0. Leave it out.")
    ratio = (x1 * n2) / (x2 * n1)
    spread = Z * math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2)
    return ratio, ratio * math.exp(-spread), ratio * math.exp(spread)


def design_effect(m: float, icc: float) -> float:
    """How many times wider, in variance, results are in schools of `m` students that are alike by `icc`.

    Raises ValueError for fewer than one student a school and an `icc` outside 0 to 1.
    L. Kish, Survey Sampling (1965).
    """
    if not 1 <= m < math.inf:
        raise ValueError(f"A school has at least one student: not {m!r}.")
    if not 0 <= icc <= 1:
        raise ValueError(f"An intraclass correlation lies between 0 and 1: not {icc!r}.")
    return 1 + (m - 1) * icc


def _wilson(x: int, n: int, widened: float) -> tuple[float, float]:
    rate, people = x / n, n / widened
    centre = (rate + Z * Z / (2 * people)) / (1 + Z * Z / people)
    half = Z / (1 + Z * Z / people) * math.sqrt(rate * (1 - rate) / people + Z * Z / (4 * people * people))
    # At the ends of the scale the formula gives 0 and 1; rounding need not.
    return (0.0 if x == 0 else centre - half), (1.0 if x == n else centre + half)


def _check(x: int, n: int) -> None:
    if any(isinstance(one, bool) or not isinstance(one, int) for one in (x, n)):
        raise ValueError(f"Counts of people are whole numbers: not {x!r} of {n!r}.")
    if n < 1:
        raise ValueError("There is no rate in a group of nobody.")
    if not 0 <= x <= n:
        raise ValueError(f"The count is between 0 and the size of the group: not {x} of {n}.")
