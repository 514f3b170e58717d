"""What people wrote, typed: network, cohort and storyboard, and `Problem` for what is wrong with it.

Numbers here are raw: they have passed no privacy rule and must not reach a reader.
"""
