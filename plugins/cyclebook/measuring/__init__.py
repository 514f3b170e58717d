"""Numbers from numbers: attainment, medians, weekly series. Pure functions on the model.

Hands its results to disclosure, which decides what a reader may have.
"""
