"""textlint finds, places and repairs what scraping, translation and injection do to text."""

__version__ = "0.1.0"
