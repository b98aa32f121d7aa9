"""The person: screens, widgets, plots, sound and the command line."""

__version__ = "0.1.0"
