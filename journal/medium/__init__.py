"""The tolerable medium: which activity goes with tolerable pain in one person's diary, and how sure that is."""

import os

# Before numpy is imported: with several threads its sums differ in the last digit from run to run.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
