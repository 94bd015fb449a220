"""Outside benchmarks, read and answered by the pipeline's own stages."""
