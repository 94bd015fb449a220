"""What is known: groups, weapons, targets, countries, places."""
