"""What a citation says, for comparing it with another or with a table of cases."""

from tracker.records.citation import Citation

Values = tuple[str, ...]


def values_of(citation: Citation) -> Values:
    """Give all a citation says but its words; an empty text for what it leaves out."""
    plain = (citation.kind, citation.chamber, citation.session, citation.dossier, ";".join(citation.also))
    return tuple(value or "" for value in (*plain, citation.chapter, citation.number))
