"""What goes to the terminal: only changed cells, and no character that a terminal would obey."""
