"""Tests of tracker/bootstrap: real starts in throw-away copies of the checkout, without a network."""
