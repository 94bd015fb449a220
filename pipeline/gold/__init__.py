"""Gold that is cared for: checked, agreed on by coders, added to by reviewers."""
