"""Planning: cold solves, solves after a change, prices of a standing plan, whole cases, memory."""

import json
import subprocess

from harness import machine
from harness.report import megabytes, seconds

CHANGES = (
    "one capacity", "one penalty", "one cut-off", "all cut-offs of a speed", "one item's demand")
# What has a budget: one capacity, one penalty, one cut-off. A change of data has none: all of its
# scenarios are drawn anew.
BUDGETED = 3
# Seconds. A process (one size, one mode: a cold solve, five warm ones, whole cases) ends within 90
# of them, but for forecast and compiling; only the largest size has a budget that takes so long.
COLD_LIMIT, LARGEST_COLD_LIMIT, WARM_LIMIT = 20, 60, 3

# What the planner must show on two quiet cores. The sample has 2,000 items: what holds there holds
# for fewer.
SAMPLE = 2_000


def cold_budget(items, gap):
    if items <= SAMPLE:
        return {0.01: 3.0, 0.001: 15.0}.get(gap)
    return {0.01: 60.0}.get(gap) if items == 20_000 else None


def warm_budget(items, change, gap):
    if items > SAMPLE or change >= BUDGETED:
        return None
    return {0.01: 0.3, 0.005: 1.0}.get(gap)


def percent(gap):
    return f"{100 * gap:g} %"


def timed(bench, directory, mode, threads, *options):
    """The lines that `bench plan` writes."""
    command = [bench, "plan", directory, "--mode", mode, "--threads", str(threads), *options]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def solving(report, bench, directory, items, mode, threads):
    context = f"{threads} threads, load {machine.load()}"
    lines = timed(
        bench, directory, mode, threads, "--warm-limit", str(WARM_LIMIT), "--limit",
        str(LARGEST_COLD_LIMIT if items == 20_000 else COLD_LIMIT))
    title = f"plan {items:,} items, {mode}"
    cold(report, title, items, lines, context)
    warm(report, title, items, lines)
    standing(report, title, items, lines)


def cold(report, title, items, lines, context):
    shape = next(line for line in lines if "forecast_seconds" in line)
    compiled = next(line for line in lines if "compile_seconds" in line)["compile_seconds"]
    end = next(line for line in lines if "cold" in line)
    reached = {line["certified"]: line for line in lines if line.get("change") == -1}
    for gap in (0.05, 0.01, 0.005, 0.001):
        budget = cold_budget(items, gap)
        line = reached.get(gap)
        if line:
            note = f"{line['iterations']:.0f} iterations"
        else:
            note = f"after {end['iterations']:.0f} iterations {100 * end['gap']:.3f} %"
        if gap == 0.05:
            note += (
                f"; {context}; {shape['facilities']:.0f} facilities, "
                f"{shape['regions']:.0f} regions, {shape['speeds']:.0f} speeds; forecast "
                f"(not counted) {seconds(shape['forecast_seconds'])}, scenarios and compiling (counted) "
                f"{seconds(compiled)}")
        against(report, f"{title}, cold to {percent(gap)}", line, end, budget, note)
    memory(report, title, items, end["peak_bytes"])


def memory(report, title, items, peak):
    budget = 6e9 if items == 20_000 else None
    report.add(
        f"{title}, peak memory", megabytes(peak), "budget 6000 MB" if budget else "",
        f"{peak / budget:.2f}" if budget else "", None,
        missed(peak, budget) + "VmHWM after the cold solve, data and forecast included")


def warm(report, title, items, lines):
    for number, name in enumerate(CHANGES):
        end = next(line for line in lines if line.get("warm") == number)
        reached = {line["certified"]: line for line in lines if line.get("change") == number}
        for gap in (0.01, 0.005):
            line = reached.get(gap)
            note = f"{line['iterations']:.0f} iterations" if line else (
                f"ended at {100 * end['gap']:.3f} %")
            note += f", scenarios and compiling {seconds(end['compile_seconds'])}"
            against(
                report, f"{title}, {name}, warm to {percent(gap)}", line, end,
                warm_budget(items, number, gap), note)


def standing(report, title, items, lines):
    line = next(line for line in lines if "reprice_seconds" in line)
    time, budget = line["reprice_seconds"], 0.005 if items <= SAMPLE else None
    report.add(
        f"{title}, priced anew", f"{time * 1e6:.0f} µs",
        f"budget {seconds(budget)}" if budget else "",
        f"{time / budget:.2f}" if budget else "", None,
        missed(time, budget) + "all penalties +10 %")
    line = next(line for line in lines if "whole_seconds" in line)
    extra = 100 * (line["cost"] / line["fractional_cost"] - 1) if line["fractional_cost"] else 0
    report.add(
        f"{title}, whole cases", seconds(line["whole_seconds"]), "", "",
        line["cpu_seconds"] / line["whole_seconds"],
        f"cost {extra:+.2f} %, gap {100 * line['gap']:.2f} %"
        + ("" if line["is_rounding"] else "; time includes solving that found nothing better"))


def missed(value, budget):
    return "MISSED; " if budget and value > budget else ""


def against(report, title, line, end, budget, note):
    """A row for a gap that was reached, or was not in the time there is."""
    compared = f"budget {seconds(budget)}" if budget else ""
    if line is None:
        report.add(
            title, f"not in {seconds(end['seconds'])}", compared, "",
            end["cpu_seconds"] / end["seconds"], ("MISSED; " if budget else "") + note)
        return
    time = line["seconds"]
    report.add(
        title, seconds(time), compared, f"{time / budget:.2f}" if budget else "",
        line["cpu_seconds"] / time, missed(time, budget) + note)
