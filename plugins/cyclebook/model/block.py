"""What all written blocks have in common."""

from pydantic import BaseModel, ConfigDict


class Block(BaseModel):
    """A set of keys in a file. Unknown keys are refused, a key without a value counts as not written.

    The sentence under a key is its description in the authors' guide and in the JSON Schema.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, use_attribute_docstrings=True
    )
