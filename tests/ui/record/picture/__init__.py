"""The picture of relations: where things stand, and how one walks them."""
