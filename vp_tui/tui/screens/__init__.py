"""Screens: compose and handlers, no rules and no input or output of their own."""
