import os

# As `journal.medium` does it, but before a test's own numpy: a process a core, and one thread each.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
