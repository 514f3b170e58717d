"""Round steps for the ticks of a scale."""

import math

_STEPS = (1, 2, 5, 10)


def round_step(extent: float, wanted: int) -> float:
    """A round step that divides `extent` into about `wanted` parts; at least 1 unless all is smaller."""
    if extent <= 0:
        return 1.0
    rough = extent / wanted
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * s for s in _STEPS if size * s >= rough * 0.999)
    return max(step, 1.0) if extent >= 1 else step
