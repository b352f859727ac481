"""A program in a terminal of its own, with every byte it writes and when."""

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

from terminal.screen import Screen


class Session:
    """Bytes are only recorded while the program draws; looking at them comes afterwards, so that
    reading them never holds the program up."""

    def __init__(self, command, width=120, height=40, environment=None):
        self.width, self.height = width, height
        self.record = []  # (seconds since start, bytes)
        self.start = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", height, width, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], command, {**os.environ, **(environment or {})})

    def now(self):
        return time.perf_counter() - self.start

    def read(self, timeout):
        """Waits at most so long for output; returns whether there was any."""
        ready, _, _ = select.select([self.terminal], [], [], max(0, timeout))
        if not ready:
            return False
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            return False
        if data:
            self.record.append((self.now(), data))
        return bool(data)

    def settle(self, quiet, limit):
        """Reads until nothing has come for `quiet` seconds, or `limit` seconds are over."""
        end = self.now() + limit
        while self.now() < end and self.read(min(quiet, end - self.now())):
            pass

    def send(self, keys):
        os.write(self.terminal, keys.encode())
        return self.now()

    def frames(self, since=0):
        """The screen after each piece of output from `since` seconds on."""
        screen = Screen(self.width, self.height)
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        for moment, data in self.record:
            screen.feed(decoder.decode(data))
            if moment >= since:
                yield moment, screen

    def first(self, condition, since=0):
        """When the screen's text first satisfied `condition`, or None."""
        for moment, screen in self.frames(since):
            if condition(screen.text()):
                return moment
        return None

    def text(self):
        text = ""
        for _, screen in self.frames():
            text = screen.text()
        return text

    def close(self):
        try:
            os.kill(self.pid, signal.SIGTERM)
            self.settle(0.2, 2)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.terminal)
