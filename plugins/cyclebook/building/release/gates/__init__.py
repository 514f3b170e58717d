"""What is looked for in a finished tree before it is published: each gate in a module of its own.

A gate takes the tree and yields what it has against it; it changes nothing.
"""
