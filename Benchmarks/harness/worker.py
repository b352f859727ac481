"""Programs under measurement: run once, or kept alive and told to build again and again."""

import json
import os
import resource
import subprocess
import threading
import time


def anonymous_bytes(pid):
    """Memory that is the process's own (not mapped files), or None where the system hides it."""
    try:
        with open(f"/proc/{pid}/status") as lines:
            for line in lines:
                if line.startswith("RssAnon:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


class MemoryWatch:
    """Samples a process's own memory and keeps the highest value."""

    def __init__(self, pid, every=0.005):
        self.pid, self.every = pid, every
        self.start = anonymous_bytes(pid)
        self.peak = self.start
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._sample, daemon=True)

    def _sample(self):
        while not self.stop.wait(self.every):
            value = anonymous_bytes(self.pid)
            if value is not None and self.peak is not None:
                self.peak = max(self.peak, value)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *unused):
        self.stop.set()
        self.thread.join()

    @property
    def growth(self):
        return None if self.peak is None else self.peak - self.start


class Worker:
    """A program that answers each line on its stdin with lines of JSON."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.hello = self.read()

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args[0]} ended early")
        return json.loads(line)

    def tell(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def ask(self, word):
        self.tell(word)
        return self.read()

    def ask_all(self, word):
        """All answers up to one that says `done`."""
        self.tell(word)
        answers = []
        while "done" not in (answer := self.read()):
            answers.append(answer)
        return answers

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def run_once(command, env=None):
    """Runs a program to its end: its last line of JSON (or None), wall and processor seconds, and
    the most memory it held, mapped files included."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env, text=True
    )
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with status {process.returncode}")
    lines = output.strip().splitlines()
    unit = 1 if resource.getpagesize() and os.uname().sysname == "Darwin" else 1024
    return {
        "result": json.loads(lines[-1]) if lines and lines[-1].startswith("{") else None,
        "seconds": wall,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_bytes": usage.ru_maxrss * unit,
    }
