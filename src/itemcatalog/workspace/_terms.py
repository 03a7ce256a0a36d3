"""``[lexicon]``: an office's own terms for matching (CSV term,class,canonical,note,source)."""

from __future__ import annotations

from itemcatalog.errors import ConfigurationError, SourceError, UsageError
from itemcatalog.files import decode, read_bytes
from itemcatalog.matching import Term
from itemcatalog.matching import read_terms as terms_of
from itemcatalog.workspace._model import Workspace

__all__ = ["read_terms"]


def read_terms(workspace: Workspace) -> tuple[Term, ...]:
    """Return the terms of all files of ``[lexicon]``; raise ``ConfigurationError`` naming file and line."""
    terms: list[Term] = []
    for path in workspace.lexicon:
        shown = workspace.shown(path)
        try:
            terms += terms_of(decode(read_bytes(path, name=shown)).text, shown)
        except (SourceError, UsageError) as error:
            raise ConfigurationError(str(error), key="lexicon.source") from error
    return tuple(terms)
