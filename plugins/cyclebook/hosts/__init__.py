"""The MkDocs plugin and the command line: thin, and the only rooms that know MkDocs or a terminal."""
