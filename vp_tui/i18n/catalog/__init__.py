"""One module per subject, each a table of (Dutch, English) texts."""
