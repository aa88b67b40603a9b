"""The rules that come with textlint, one folder a category. Imported as `textlint_rules`."""
