"""Building the relatedness index, in turns with implicit and with a plain loop in C."""

from harness.report import megabytes, seconds
from harness.worker import MemoryWatch, Worker

NEIGHBOURS = 50


def building(report, bench, directory, matrix, rows, repeats, threads, python, floor, peer_script):
    workers = {"ours": Worker([
        bench, "index", directory, "--limit", str(NEIGHBOURS), "--threads", str(threads)])}
    if python:
        workers["implicit"] = Worker([python, peer_script, matrix, str(NEIGHBOURS), str(threads)])
    if floor:
        workers["C"] = Worker([floor, matrix, str(threads)])
    runs = {name: [] for name in workers}
    growth = {}
    for turn in range(repeats):
        for name, worker in workers.items():
            if turn == 0:
                with MemoryWatch(worker.process.pid) as watch:
                    runs[name].append(worker.ask("build"))
                growth[name] = watch.growth
            else:
                runs[name].append(worker.ask("build"))
    best = {name: min(times, key=lambda run: run["seconds"]) for name, times in runs.items()}
    for name in workers:
        add_build(report, name, best, growth[name], rows)
    rescoring(report, workers["ours"], rows, repeats)
    for worker in workers.values():
        worker.close()


def add_build(report, name, best, growth, rows):
    run, ours = best[name], best["ours"]
    titles = {
        "ours": f"index {rows:,} rows, corrected, top {NEIGHBOURS}",
        "implicit": f"  implicit CosineRecommender(K={NEIGHBOURS}).fit",
        "C": "  counting alone, C -O3",
    }
    note = f"memory +{megabytes(growth)}"
    if growth is not None:
        # What is left when it is done: pools of 8 bytes an entry and lists of 24, or a matrix of 12.
        output = run["pool"] * 8 + run["items"] * NEIGHBOURS * 24 if name == "ours" else (
            run.get("stored", 0) * 12)
        note += f", of it output {megabytes(output)}, rest {(growth - output) / rows:.1f} B/line"
    if name == "ours":
        note += f"; prepare {seconds(run['prepare_seconds'])}"
        note += f", pools {seconds(run['pool_seconds'])}, lists {seconds(run['list_seconds'])}"
    else:
        note += f"; ours / this in processor time {ours['cpu_seconds'] / run['cpu_seconds']:.2f}"
    report.add(
        titles[name], seconds(run["seconds"]),
        "" if name == "ours" else "ours / this",
        "" if name == "ours" else f"{ours['seconds'] / run['seconds']:.2f}",
        run["cpu_seconds"] / run["seconds"], note,
    )


def rescoring(report, worker, rows, repeats):
    """All lists of the index under another metric or κ."""
    turns = [worker.ask_all("rescore") for _ in range(repeats)]
    labels = ("κ 25", "cosine", "llr", "naive")
    for place, label in enumerate(labels):
        run = min((turn[place] for turn in turns), key=lambda run: run["seconds"])
        # The budget is that of a million purchases: it grows with the items.
        has_budget = rows == 1_000_000
        report.add(
            f"re-score all lists, {rows:,} rows, {label}", seconds(run["seconds"]),
            "budget 200.0 ms" if has_budget else "",
            f"{run['seconds'] / 0.2:.2f}" if has_budget else "",
            run["cpu_seconds"] / run["seconds"],
            f"processor time {seconds(run['cpu_seconds'])}",
        )
