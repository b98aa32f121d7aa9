"""The parts of the estimate against numbers that nobody here has made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.medium.gls import CollinearError, gls, independent
from journal.medium.numeric import np
from journal.medium.splines import bends, curvature, penalised_bends, quantile_knots
from journal.medium.student import quantile, tail, two_sided
from tests.journal.medium.oracles import furthest, needed, reference, table

NO_CORRELATION = np.array([0.0])
DIARIES = ["diary_Ulog", "diary_flat"]


def quadratic(x: np.ndarray) -> np.ndarray:
    return np.column_stack([np.ones(len(x)), x, x * x])


@needed
def test_student_s_t_agrees_with_r() -> None:
    r = reference("oracle_R.json")
    found = [
        1 - tail(x, df) if x > 0 else tail(-x, df) for x, df in zip(r["tp"]["x"], r["tp"]["df"], strict=True)
    ]
    assert furthest(found, r["tp"]["p"]) < 1e-9
    found = [quantile(p, df) for p, df in zip(r["tq"]["p"], r["tq"]["df"], strict=True)]
    assert furthest(found, r["tq"]["q"]) < 1e-9


@given(st.floats(-50, 50), st.floats(1, 500))
def test_the_two_tails_of_student_s_t_are_one(t: float, df: float) -> None:
    assert tail(t, df) + tail(-t, df) == pytest.approx(1)
    assert two_sided(t, df) == two_sided(-t, df)


def test_the_tail_of_student_s_t_has_no_surprise_at_its_ends() -> None:
    assert tail(float("inf"), 5) == 0
    assert tail(float("-inf"), 5) == 1
    assert tail(0.0, 5) == 0.5
    assert tail(float("nan"), 5) == 1


@needed
@pytest.mark.parametrize("name", DIARIES)
def test_least_squares_and_hc3_agree_with_r(name: str) -> None:
    r, diary = reference("oracle_R.json")[name], table(f"{name}.csv")
    fit = gls(quadratic(diary["x"] / 50), diary["y"], diary["t"].astype(np.int64), NO_CORRELATION)
    assert furthest(fit.coef, r["coef"]) < 1e-8
    assert furthest(fit.cov, r["vcov"]) < 1e-8
    assert furthest(fit.robust, r["hc3"]) < 1e-8
    assert fit.df == r["df"]


@needed
@pytest.mark.parametrize("name", DIARIES)
def test_gaps_between_days_are_weighed_as_nlme_weighs_them(name: str) -> None:
    r, diary = reference("oracle_R.json")[name]["gls_car1"], table(f"{name}.csv")
    fit = gls(quadratic(diary["x"] / 50), diary["y"], diary["t"].astype(np.int64), np.array([r["phi"]]))
    assert furthest(fit.coef, r["coef"]) < 1e-8
    assert furthest(fit.cov, r["vcov"]) < 1e-8


@needed
@pytest.mark.parametrize(
    ("name", "x", "y"), [("cars", "speed", "dist"), *((one, "x", "y") for one in DIARIES)]
)
def test_a_natural_spline_agrees_with_r(name: str, x: str, y: str) -> None:
    values = table(f"{name}.csv")
    r = reference("oracle_R.json")["cars_dist_speed" if name == "cars" else name]
    knots = np.quantile(values[x], [0.05, 0.35, 0.65, 0.95])
    columns = np.column_stack([np.ones(len(values[x])), values[x], bends(values[x], knots)])
    fit = gls(columns, values[y], np.arange(len(columns)), NO_CORRELATION)
    assert furthest(columns @ fit.coef, r["ns_fitted"]) < 1e-8


@needed
def test_nine_digits_of_the_certified_values_of_pontius_are_found() -> None:
    certified, values = reference("nist/certified.json")["pontius"], table("nist/pontius.csv")
    fit = gls(quadratic(values["x"]), values["y"], np.arange(len(values["x"])), NO_CORRELATION)
    assert furthest(fit.coef, certified["beta"]) < 1e-9
    assert furthest(np.sqrt(np.diag(fit.cov)), certified["sd"]) < 1e-9


def test_a_spline_is_straight_beyond_its_outermost_knots() -> None:
    knots = np.array([0.0, 1.0, 2.0, 4.0])
    left, right = bends(np.array([-3.0, -2.0, -1.0]), knots), bends(np.array([5.0, 6.0, 7.0]), knots)
    assert np.allclose(left, 0)
    assert np.allclose(np.diff(right, n=2, axis=0), 0)


def test_the_curvature_of_bends_is_that_of_their_second_differences() -> None:
    knots = np.array([0, 0.1, 0.4, 0.5, 0.8, 1.3, 2.0])
    x = np.linspace(0, 2, 20_001)
    step = x[1]
    second = np.diff(bends(x, knots), n=2, axis=0) / step**2
    assert np.allclose(second.T @ second * step, curvature(knots), rtol=1e-3)


def test_penalised_bends_cost_one_each_and_nothing_together() -> None:
    knots = np.array([0, 0.2, 0.5, 1.1, 2.0])
    turned = penalised_bends(knots)
    assert np.allclose(turned.T @ curvature(knots) @ turned, np.eye(3), atol=1e-8)


def test_knots_too_near_to_each_other_are_one() -> None:
    values = np.array([0.0] * 50 + [1.0, 2.0, 3.0])
    assert len(quantile_knots(values, np.array([0.05, 0.35, 0.65, 0.95]))) < 3
    assert bends(values, quantile_knots(values, np.array([0.05, 0.35, 0.65]))).shape == (53, 0)
    assert list(quantile_knots(np.zeros(9), np.array([0.1, 0.5, 0.9]))) == [0]


def test_negative_correlation_turns_with_every_day_of_a_gap() -> None:
    days = np.array([0, 1, 3, 4, 8])
    response = np.array([1.0, 4.0, 2.0, 8.0, 5.0])
    rho = -0.25
    gaps = np.abs(days[:, None] - days)
    whole = np.sign(rho) ** gaps * abs(rho) ** gaps
    columns = np.column_stack([np.ones(5), days])
    weight = np.linalg.inv(whole)
    expected = np.linalg.solve(columns.T @ weight @ columns, columns.T @ weight @ response)
    assert np.allclose(gls(columns, response, days, np.array([rho])).coef, expected)


def test_columns_that_say_the_same_are_left_out_or_refused() -> None:
    one, x = np.ones(10), np.arange(10.0)
    assert independent(np.column_stack([one, x, 2 * x + 3]), core=2).shape == (10, 2)
    with pytest.raises(CollinearError):
        independent(np.column_stack([one, 5 * one]), core=2)
    with pytest.raises(CollinearError):
        gls(np.column_stack([one, one]), x, np.arange(10))
    with pytest.raises(CollinearError):
        gls(np.ones((2, 2)), x[:2], np.arange(2))
