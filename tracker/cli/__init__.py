"""The command line: a thin door to the services. Its names and keys are a public interface and stay."""

from tracker.cli.parser import parse
from tracker.cli.running import execute

__all__ = ["execute", "parse"]
