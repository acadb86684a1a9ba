"""Sources to accounts, accounts to a comparison: the table of contents."""
