"""The command line: a thin door to the services. Its names and keys are a public interface and stay.

Nothing is imported here: the window needs ``parser`` alone, and its start must not pay for the rest.
"""
