"""Training the learned methods; the factorization in turns with implicit's."""

import os

from harness.report import seconds
from harness.worker import Worker

FACTORS, ITERATIONS = 64, 15
# Seconds that were promised for a shop of some 3,600 items and 400,000 rows.
BUDGETS = {"linear-autoencoder": 5, "autoencoder": 60}


def learning(report, bench, directory, matrix, name, repeats, threads, python, peers):
    ours = Worker([
        bench, "learn", directory, "--threads", str(threads), "--factors", str(FACTORS),
        "--iterations", str(ITERATIONS)])
    workers = {"ours": ours}
    if python:
        workers["implicit"] = Worker([
            python, os.path.join(peers, "implicit_als.py"), matrix, str(FACTORS), str(ITERATIONS),
            str(threads)])
    runs = {who: [] for who in workers}
    for _ in range(repeats):
        for who, worker in workers.items():
            runs[who].append(worker.ask("factorization"))
    best = {who: min(times, key=lambda run: run["seconds"]) for who, times in runs.items()}
    add(report, f"factorization {FACTORS} × {ITERATIONS}, {name}", best["ours"])
    if "implicit" in best:
        run = best["implicit"]
        add(
            report, "  implicit AlternatingLeastSquares.fit", run, "ours / this",
            f"{best['ours']['seconds'] / run['seconds']:.2f}",
            f"in processor time {best['ours']['cpu_seconds'] / run['cpu_seconds']:.2f}; "
            "at most 1.5")
        workers["implicit"].close()
    for method, budget in BUDGETS.items():
        run = min((ours.ask(method) for _ in range(1 if method == "autoencoder" else repeats)),
                  key=lambda run: run["seconds"])
        add(report, f"{method}, {name}", run, f"budget {budget} s",
            f"{run['seconds'] / budget:.2f}")
    ours.close()


def add(report, title, run, against="", ratio="", note=""):
    note = note or f"processor time {seconds(run['cpu_seconds'])}"
    report.add(
        title, seconds(run["seconds"]), against, ratio, run["cpu_seconds"] / run["seconds"], note)
