"""Recommendations for all customers, and for one."""

import json
import subprocess

from harness.report import seconds


def recommending(report, bench, directory, rows, repeats, threads):
    runs = []
    for _ in range(repeats):
        output = subprocess.run(
            [bench, "recommend", directory, "--threads", str(threads)],
            check=True, stdout=subprocess.PIPE, text=True).stdout
        runs.append([json.loads(line) for line in output.splitlines()])
    best = min((run[0] for run in runs), key=lambda run: run["seconds"])
    rate = best["customers"] / best["seconds"]
    report.add(
        f"recommend to all, {rows:,} rows", f"{rate:,.0f} customers/s", "budget 20,000/s",
        f"{rate / 20_000:.2f}", best["cpu_seconds"] / best["seconds"],
        f"{best['customers']:,.0f} customers in {seconds(best['seconds'])}; more is better")
    one = min((run[1] for run in runs), key=lambda run: run["p99"])
    report.add(
        f"recommend to one, {rows:,} rows", f"p99 {one['p99']:.2f} ms", "budget 5.0 ms",
        f"{one['p99'] / 5:.2f}", None,
        f"p50 {one['p50']:.2f} ms; longest history ({one['longest_lines']:,.0f} lines) "
        f"{one['longest']:.2f} ms")
