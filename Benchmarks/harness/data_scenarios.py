"""Opening files and importing."""

import os
import shutil
import tempfile

from harness.report import megabytes, seconds
from harness.worker import run_once


def opening(report, bench, directory, rows, repeats, threads):
    """Reading CSV, the first open with its cache, and the cached open."""
    size = os.path.getsize(os.path.join(directory, "purchases.csv"))
    for mode, budget in (("parse", None), ("first", None), ("cached", 0.3)):
        count = repeats if mode != "cached" else repeats * 3
        command = [bench, "open", directory, "--mode", mode, "--threads", str(threads)]
        runs = [run_once(command) for _ in range(count)]
        best = min(runs, key=lambda run: run["result"]["seconds"])
        result = best["result"]
        time = result["seconds"]
        budget = {("first", 1_000_000): 2.0, ("first", 10_000_000): 6.0}.get((mode, rows), budget)
        speed = ""
        if mode != "cached":
            speed = f"{rows / time / 1e6:.1f} M rows/s, {size / time / 1e6:.0f} MB/s"
        report.add(
            f"open {rows:,} rows, {mode}", seconds(time),
            f"budget {seconds(budget)}" if budget else "",
            f"{time / budget:.2f}" if budget else "",
            result["cpu_seconds"] / time if mode != "cached" else None,
            f"{speed}{', ' if speed else ''}"
            f"peak RSS {megabytes(result['peak_bytes'] or best['peak_bytes'])}",
        )


def online_retail(report, echelon, repeats):
    """Importing the file that ECHELON_ONLINE_RETAIL names."""
    path = os.environ.get("ECHELON_ONLINE_RETAIL")
    if not path:
        print("  (set ECHELON_ONLINE_RETAIL to the path of online-retail.csv to time its import)")
        return
    parent = tempfile.mkdtemp(prefix="echelon-import-")
    try:
        runs = []
        for number in range(repeats):
            target = os.path.join(parent, str(number))
            runs.append(run_once(
                [echelon, "import", path, "--into", target, "--preset", "online-retail", "--quiet"]
            ))
        best = min(runs, key=lambda run: run["seconds"])
        report.add(
            "import Online Retail", seconds(best["seconds"]), "budget 2.00 s",
            f"{best['seconds'] / 2:.2f}", best["cpu_seconds"] / best["seconds"],
            f"peak RSS {megabytes(best['peak_bytes'])}",
        )
    finally:
        shutil.rmtree(parent)
