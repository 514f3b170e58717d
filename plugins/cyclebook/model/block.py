"""What all written blocks have in common."""

from pydantic import BaseModel, ConfigDict


class Block(BaseModel):
    """A set of keys in a file. Unknown keys are refused, a key without a value counts as not written."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
