"""The desk in a real browser; skipped where Chromium or selenium is missing."""
