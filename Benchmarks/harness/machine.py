"""What the figures were measured on."""

import os
import platform


def processor():
    try:
        with open("/proc/cpuinfo") as lines:
            for line in lines:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def memory_gib():
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    except (ValueError, OSError):
        return float("nan")


def usable_cores():
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def load():
    return " ".join(f"{value:.2f}" for value in os.getloadavg())


def describe():
    return (
        f"{processor()}, {usable_cores()} cores, {memory_gib():.0f} GiB, "
        f"{platform.system()} {platform.release()}, load {load()}"
    )
