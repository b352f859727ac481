"""The simulator: a whole shop many times over, and two stages in a row against stockpyl."""

import json
import subprocess

from harness import machine
from harness.report import megabytes, seconds
from harness.worker import run_once

# What it must show on two quiet cores.
SHOP_BUDGET = 30.0
FASTER = 1_000
# Long enough for means to within a few per cent; stockpyl takes some seconds.
PEER_PERIODS, OUR_DAYS, OUR_REPLICATIONS = 10_000, 100_000, 4


def simulated(bench, directory, threads, *options):
    command = [bench, "simulate", directory, "--threads", str(threads), *options]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output.strip().splitlines()[-1])


def whole_shop(report, bench, directory, items, threads):
    """Fifteen facilities, 180 days after a warm-up, 32 replications, with doors that hold back."""
    run = simulated(bench, directory, threads)
    verdict = "" if run["seconds"] <= SHOP_BUDGET else "MISSED; "
    report.add(
        f"simulate {items:,} items × 15 facilities × 180 days × 32", seconds(run["seconds"]),
        f"budget {seconds(SHOP_BUDGET)}", f"{run['seconds'] / SHOP_BUDGET:.2f}",
        run["cpu_seconds"] / run["seconds"],
        f"{verdict}{run['days']:.0f} days with the warm-up, peak {megabytes(run['peak_bytes'])}; "
        f"{threads} threads, load {machine.load()}")


def serial(report, bench, directory, python, peer):
    """One thread each; what counts is processor time a simulated day."""
    ours = simulated(
        bench, directory, 1, "--serial", "--days", str(OUR_DAYS), "--replications",
        str(OUR_REPLICATIONS))
    per_day = ours["cpu_seconds"] / (ours["days"] * ours["replications"])
    title = "simulate two stages in a row, a day"
    means = f"stock {ours['stock']:.3f}, waiting {ours['backlog']:.3f}"
    report.add(title, f"{per_day * 1e9:.0f} ns", "", "", None, f"{means}; processor time")
    if not python:
        return
    theirs = run_once([python, peer, str(PEER_PERIODS)])["result"]
    their_day = theirs["cpu_seconds"] / theirs["periods"]
    factor = their_day / per_day
    verdict = "" if factor >= FASTER else "MISSED; "
    report.add(
        "  stockpyl", f"{their_day * 1e6:.0f} µs", f"budget {FASTER:,} ×", f"{factor:,.0f} ×", None,
        f"{verdict}stock {theirs['stock']:.3f}, waiting {theirs['backlog']:.3f}; "
        f"load {machine.load()}")
    for name in ("stock", "backlog"):
        # Means of ten thousand correlated periods: within a tenth, or they are two systems.
        if abs(ours[name] - theirs[name]) > 0.1 * max(ours[name], theirs[name]):
            raise RuntimeError(f"the two disagree: {name} {ours[name]} and {theirs[name]}")
