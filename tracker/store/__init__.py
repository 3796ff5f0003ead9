"""The register on disk: the only place that knows SQL, SQLite and files of ours."""
