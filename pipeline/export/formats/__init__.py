"""One module a format, of its name; ``pipeline.export`` finds them."""
