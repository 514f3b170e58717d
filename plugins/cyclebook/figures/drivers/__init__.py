"""The driver diagram: from the aim through its drivers to the teams and districts that test them.

Hands on: `driver_diagram`, which makes an `Exhibit`, and `attached`, its words about one driver.
"""

from cyclebook.figures.drivers.attached import Attached, attached
from cyclebook.figures.drivers.diagram import driver_diagram

__all__ = ["Attached", "attached", "driver_diagram"]
