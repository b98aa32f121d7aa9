"""Natural cubic splines: curves that are bent between their knots and straight beyond them."""

from journal.medium.numeric import NDArray, np

Array = NDArray[np.float64]

LEAST_SPACING = 0.02
"""Of the range of the values: knots nearer to each other than this are one."""


def quantile_knots(values: Array, at: Array) -> Array:
    """Knots at these quantiles of the values (each from 0 to 1, ascending); those too near to the one before are dropped."""
    wanted = np.quantile(values, at)
    apart = LEAST_SPACING * float(np.ptp(values))
    kept = [float(wanted[0])]
    for knot in wanted[1:]:
        if knot - kept[-1] >= apart > 0:
            kept.append(float(knot))
    return np.array(kept)


def bends(x: Array, knots: Array) -> Array:
    """The columns (len(x), knots - 2) of a natural spline beside 1 and x; none with fewer than three knots.

    The truncated power basis (Hastie, Tibshirani, Friedman 2009, 5.2.1), in units of the knots' range.
    """
    first, last = knots[0], knots[-1]
    if len(knots) < 3:  # noqa: PLR2004 - a bend needs one on each side
        return np.empty((len(x), 0))
    scaled, at = (x - first) / (last - first), (knots - first) / (last - first)
    cubes = np.maximum(scaled[:, None] - at, 0.0) ** 3
    slopes = (cubes[:, :-1] - cubes[:, -1:]) / (at[-1] - at[:-1])
    return np.asarray(slopes[:, :-1] - slopes[:, -1:])


def curvature(knots: Array) -> Array:
    """The integral over x of the product of second derivatives of each two bends.

    Second derivatives are straight between knots and 0 at both ends, which makes the integral exact.
    """
    at = (knots - knots[0]) / (knots[-1] - knots[0])
    rises = 6 * np.maximum(at[:, None] - at, 0.0)
    slopes = (rises[:, :-1] - rises[:, -1:]) / (at[-1] - at[:-1])
    second = slopes[:, :-1] - slopes[:, -1:]
    left, right, width = second[:-1], second[1:], np.diff(at)[:, None]
    ends = left.T @ (width * (2 * left + right)) + right.T @ (width * (left + 2 * right))
    return np.asarray(ends / 6 / (knots[-1] - knots[0]) ** 3)


def penalised_bends(knots: Array) -> Array:
    """What `bends` are multiplied by so that their curvature penalty becomes the identity (by eigenvalues)."""
    if len(knots) < 3:  # noqa: PLR2004
        return np.empty((0, 0))
    values, vectors = np.linalg.eigh(curvature(knots))
    return np.asarray(vectors / np.sqrt(values))
