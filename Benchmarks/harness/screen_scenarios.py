"""The workbench in a terminal: from exec to a picture, and from a key to its effect."""

import glob
import os
import random
import re
import tempfile

from harness.report import quantile, seconds
from terminal.session import Session

CURSOR = "▌"
# What a table row looks like: an item's id in the first columns.
ROW = re.compile(r"^.I\d{4,} ", re.MULTILINE)
# What the screen says while related items are counted.
WORKING = re.compile(r"counting|relating|building", re.IGNORECASE)


def open_workbench(echelon, directory):
    """The workbench on its items, with settings of its own so that it starts as new."""
    state = tempfile.mkdtemp(prefix="echelon-state-")
    environment = {
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "COLORTERM": "",
        "XDG_STATE_HOME": state, "XDG_CONFIG_HOME": state,
    }
    return Session([echelon, directory], environment=environment)


def starting(report, echelon, directory, rows, repeats):
    """Cached data: the first open of the directory was another scenario."""
    paints, usable = [], []
    for _ in range(repeats * 3 + 1):
        session = open_workbench(echelon, directory)
        session.settle(quiet=0.6, limit=10)
        paints.append(session.first(lambda text: text.strip() != ""))
        usable.append(session.first(lambda text: ROW.search(text) is not None))
        session.close()
    # The first one found neither program nor data in memory.
    paints, usable = paints[1:], usable[1:]
    if None in paints or None in usable:
        report.add(f"workbench, {rows:,} rows", "no picture", note="the program drew no table")
        return
    for title, times, budget in (
        ("exec to first paint", paints, 0.06), ("exec to table rows", usable, 0.3)
    ):
        middle = quantile(times, 0.5)
        report.add(
            f"{title}, {rows:,} rows", seconds(middle), f"budget {seconds(budget)}",
            f"{middle / budget:.2f}", None, f"best {seconds(min(times))}, worst {seconds(max(times))}")


def cursor_row(text):
    for number, line in enumerate(text.split("\n")):
        if line.startswith(CURSOR):
            return number
    return None


def press_keys(session, count, pause):
    """Presses j and k in turns of ten; returns when each was sent."""
    sent = []
    for number in range(count):
        session.settle(quiet=pause, limit=pause)
        sent.append(session.send("j" if number // 10 % 2 == 0 else "k"))
    session.settle(quiet=0.3, limit=2)
    return sent


def effects(session, sent):
    """For each key: seconds to the first byte after it and to the cursor in its new row, and
    whether counting went on at that time."""
    found = []
    frames = [(moment, cursor_row(screen.text()), bool(WORKING.search(screen.text())))
              for moment, screen in session.frames()]
    for number, moment in enumerate(sent):
        before = [frame for frame in frames if frame[0] <= moment]
        end = sent[number + 1] if number + 1 < len(sent) else float("inf")
        after = [frame for frame in frames if moment < frame[0] <= end]
        moved = next((frame for frame in after if frame[1] not in (None, before[-1][1])), None)
        if before and moved:
            found.append((after[0][0] - moment, moved[0] - moment, before[-1][2]))
    return found


def latency(report, title, times, unanswered):
    if len(times) < 20:
        report.add(title, "too few keys", note=f"{len(times)} answered")
        return
    middle, late, worst = quantile(times, 0.5), quantile(times, 0.95), max(times)
    for name, value, budget in (("p50", middle, 0.005), ("p95", late, 0.016), ("max", worst, 0.05)):
        report.add(
            f"{title}, {name}", seconds(value), f"budget {seconds(budget)}",
            f"{value / budget:.2f}", None,
            f"{len(times)} keys, {unanswered} without effect" if name == "p50" else "")


def keys_idle(report, echelon, directory, rows, count):
    session = open_workbench(echelon, directory)
    session.settle(quiet=2, limit=20)
    sent = press_keys(session, count, 0.04)
    quiet_from = session.now()
    session.settle(quiet=3, limit=3)
    idle = sum(len(data) for moment, data in session.record if moment > quiet_from + 0.5)
    found = effects(session, sent)
    session.close()
    idle_only = [moved for _, moved, is_working in found if not is_working]
    latency(report, f"key to cursor, idle, {rows:,} rows", idle_only, len(sent) - len(found))
    report.add("bytes written while idle", str(idle), "budget 0")


def keys_working(report, echelon, directory, rows, wanted):
    """Keys pressed from the first table on, as fast as a held key repeats, as long as related items
    are counted; the program is started again, with nothing counted yet, until enough keys fell into
    that time."""
    times, unanswered = [], 0
    pauses = random.Random(1)
    for _ in range(20):
        for kept in glob.glob(os.path.join(directory, ".echelon-cache", "related-*")):
            os.remove(kept)
        session = open_workbench(echelon, directory)
        while not any(b"Buyers" in data for _, data in session.record) and session.now() < 10:
            session.read(1)
        sent = press_keys(session, 60, pauses.uniform(0.028, 0.04))
        found = effects(session, sent)
        working = [moved for _, moved, is_working in found if is_working]
        times += working
        session.close()
        if len(times) >= wanted:
            break
    latency(report, f"key to cursor, index building, {rows:,} rows", times, unanswered)


def workbench(report, echelon, shops, repeats, quick):
    for rows, directory in shops:
        starting(report, echelon, directory, rows, repeats)
    rows, directory = shops[-1]
    keys_idle(report, echelon, directory, rows, 100 if quick else 300)
    keys_working(report, echelon, directory, rows, 100 if quick else 300)
