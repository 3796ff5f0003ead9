"""XML from files of others, read without the entities by which a small file can grow or reach out."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

BROKEN = (ParseError, DefusedXmlException, ValueError)
"""What is raised for XML that is not whole, or that holds what it must not."""


def parsed(content: bytes) -> Element:
    """Give the root of a document. Raises one of BROKEN."""
    root: Element = fromstring(content)
    return root


def local(tag: str) -> str:
    """Give the name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]
