"""One module a format, of its name; ``incidents.pipeline.export`` finds them."""
