"""The ground the rest stands on: standard library only, nothing about the register."""
