"""Which of many sources tell the same event: sources in, a manifest out."""
