"""Decisions of assembly learned from coded documents, and how far they hold."""
