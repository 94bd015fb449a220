"""What is known: groups, weapons, targets, countries, places. No code but scripts that build a table."""
