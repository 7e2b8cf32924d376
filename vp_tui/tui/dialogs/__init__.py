"""Questions and messages over a screen, at its lower edge, so that what they are about stays visible."""
