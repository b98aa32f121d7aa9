"""numpy on one thread. The only module that imports numpy: `from journal.medium.numeric import np`."""

import os

# OpenBLAS reads this when numpy is imported. With several threads, sums differ in the last digit from run to run.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["ArrayLike", "NDArray", "np"]
