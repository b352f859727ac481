"""The planner against HiGHS on the same extensive form."""

import os
import tempfile

from harness import machine
from harness.plan_scenarios import timed
from harness.report import seconds
from harness.worker import run_once

# Those of `peers/highs_lp.py`.
METHODS = ("ipx", "ipx-without-crossover", "ipx-loose", "simplex", "pdlp", "pdlp-loose")
SCENARIOS = 20
FASTER = 20


def extensive_form(report, bench, directory, threads, python, peer, limit):
    """100 items × 20 scenarios in target mode: our time to 0.5 %, then every method of HiGHS."""
    file, path = tempfile.mkstemp(prefix="echelon-plan-", suffix=".mps")
    os.close(file)
    try:
        lines = timed(
            bench, directory, "target", threads, "--scenarios", str(SCENARIOS), "--export", path)
        end = next(line for line in lines if "cold" in line)
        ours = next((line for line in lines if line.get("certified") == 0.005), None)
        context = f"{threads} threads, load {machine.load()}"
        title = f"plan 100 items × {SCENARIOS} scenarios"
        if ours is None:
            report.add(f"{title}, to 0.5 %", "not reached", note=f"MISSED; {context}")
            return
        report.add(
            f"{title}, to 0.5 %", seconds(ours["seconds"]), "", "",
            ours["cpu_seconds"] / ours["seconds"],
            f"at {100 * end['gap']:.3f} % bound {end['bound']:.4f}, cost {end['cost']:.4f}; "
            f"{context}")
        runs = {
            method: run_highs(report, python, peer, path, method, threads, limit, ours)
            for method in METHODS}
    finally:
        os.remove(path)
    compare(report, runs, ours, limit)
    bracket(report, runs, end)


def run_highs(report, python, peer, path, method, threads, limit, ours):
    title = f"  HiGHS {method}"
    try:
        run = run_once([python, peer, path, method, str(threads), str(limit)])["result"]
    except RuntimeError as error:
        report.add(title, "failed", note=str(error))
        return None
    note = f"{run['rows']:,} rows, {run['columns']:,} columns"
    if run["objective"] is not None:
        note += f", objective {run['objective']:.4f}"
    else:
        note += f", {run['status']}"
    is_late = run["status"] == "Time limit reached"
    figure = seconds(run["seconds"])
    if not run["optimal"]:
        figure = f"not in {limit} s" if is_late else f"gave up, {figure}"
    report.add(
        title, figure, "ours / this",
        f"{'< ' if is_late else ''}{ours['seconds'] / run['seconds']:.3f}",
        run["cpu_seconds"] / run["seconds"], f"{note}; load {machine.load()}")
    return run


def compare(report, runs, ours, limit):
    done = {method: run for method, run in runs.items() if run and run["optimal"]}
    if not done:
        factor = limit / ours["seconds"]
        verdict = "" if factor >= FASTER else "limit too short to tell; "
        report.add(
            "  HiGHS' best / ours", f"more than {factor:.0f}", f"budget {FASTER}", "", None,
            f"{verdict}no method ended in {limit} s")
        return
    best = min(done, key=lambda method: done[method]["seconds"])
    factor = done[best]["seconds"] / ours["seconds"]
    processor = done[best]["cpu_seconds"] / ours["cpu_seconds"]
    verdict = "" if factor >= FASTER else "MISSED; "
    report.add(
        "  HiGHS' best / ours", f"{factor:.1f}", f"budget {FASTER}", f"{FASTER / factor:.2f}", None,
        f"{verdict}{best}; in processor time {processor:.1f}")


def bracket(report, runs, end):
    """HiGHS' optimum has to lie between our bound and our cost, but for its own tolerance."""
    exact = [
        run["objective"] for method, run in runs.items()
        if run and run["optimal"] and not method.endswith("-loose") and method != "pdlp"]
    if not exact:
        report.add("  HiGHS' optimum in our bracket", "not known", note="no exact method ended")
        return
    tolerance = 1e-6 * max(1, abs(end["cost"]))
    for optimum in exact:
        if not end["bound"] - tolerance <= optimum <= end["cost"] + tolerance:
            raise RuntimeError(
                f"HiGHS' optimum {optimum} is outside {end['bound']} … {end['cost']}")
    report.add(
        "  HiGHS' optimum in our bracket", "yes", "", "", None,
        f"{100 * (exact[0] - end['bound']) / abs(exact[0]):.3f} % above the bound, "
        f"{100 * (end['cost'] - exact[0]) / abs(exact[0]):.3f} % below the cost")
