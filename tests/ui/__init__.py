"""Tests of tracker/ui: widgets through real keys and clicks."""
