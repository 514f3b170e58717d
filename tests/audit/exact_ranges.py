"""Ranges by scipy's integer programming: what the audit's own solver is held against."""

from collections.abc import Hashable

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from cyclebook.audit.ranges import Unknowns

_ENDLESS = (3, 4)


def exact_range(unknowns: Unknowns, key: Hashable) -> tuple[int, int | None]:
    """The least and the greatest value of an unknown under all sums; None without a limit."""
    keys = list(unknowns.bounds)
    rows = np.array([[one.terms.get(name, 0) for name in keys] for one in unknowns.sums])
    limits = LinearConstraint(rows, [one.least for one in unknowns.sums], [one.most for one in unknowns.sums])
    bounds = Bounds(
        [unknowns.bounds[name][0] for name in keys],
        [np.inf if (most := unknowns.bounds[name][1]) is None else most for name in keys],
    )
    ends: list[int | None] = []
    for sign in (1, -1):
        goal = np.zeros(len(keys))
        goal[keys.index(key)] = sign
        found = milp(goal, constraints=limits, bounds=bounds, integrality=np.ones(len(keys)))
        if found.status in _ENDLESS:
            ends.append(None)
            continue
        assert found.success, found.message
        ends.append(round(sign * found.fun))
    assert ends[0] is not None
    return ends[0], ends[1]
