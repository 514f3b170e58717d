"""Numbers from numbers: attainment, weekly series, run charts, intervals. Pure functions on the model.

Hands its results to disclosure, which decides what a reader may have.
"""
