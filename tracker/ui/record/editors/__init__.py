"""The inputs of a form, one for each sort of value, chosen by the field's declaration."""
