"""Archives: thousands of events, named in a manifest, to tables that other programs query."""
