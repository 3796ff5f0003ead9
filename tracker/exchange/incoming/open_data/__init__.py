"""Open data of both Chambers, as anybody downloads it: pages of JSON, or several of them in a .zip."""
