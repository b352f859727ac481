"""Builds what is measured, makes the data, and sets up the peers."""

import glob
import hashlib
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(HERE)
BUILD = os.path.join(HERE, ".build")

# Rows of purchases.csv: items, customers.
SHOPS = {200_000: (2_000, 5_000), 1_000_000: (20_000, 50_000), 10_000_000: (50_000, 500_000)}


def swift(directory, product):
    """Builds a product with optimisation and returns the path of the program."""
    command = ["swift", "build", "-c", "release", "--product", product]
    subprocess.run(command, cwd=directory, check=True, stdout=subprocess.DEVNULL)
    where = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"],
        cwd=directory, check=True, stdout=subprocess.PIPE, text=True,
    )
    return os.path.join(where.stdout.strip(), product)


def programs():
    print("building echelon and bench …", flush=True)
    return swift(ROOT, "echelon"), swift(HERE, "bench")


def generator_version():
    """A name for today's generator: shops that another one wrote are written again."""
    digest = hashlib.sha256()
    sources = os.path.join(ROOT, "Sources", "RetailData", "Sample", "**", "*.swift")
    for path in sorted(glob.glob(sources, recursive=True)):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()[:12]


def shop(echelon, rows):
    """The directory of a generated shop with that many purchase lines."""
    items, customers = SHOPS[rows]
    return sample(echelon, f"{rows}", items, customers, rows)


def plan_shop(echelon, items):
    """The directory of a generated shop with that many items, made for planning: fifteen facilities
    in three echelons, twelve regions, three speeds."""
    customers, rows = max(500, items * 5 // 2), min(1_000_000, max(15_000, items * 100))
    return sample(echelon, f"plan-{items}", items, customers, rows, "--facilities", "15")


def online_retail(echelon):
    """The directory of the shop in the file that ECHELON_ONLINE_RETAIL names; None without."""
    path = os.environ.get("ECHELON_ONLINE_RETAIL")
    if not path:
        return None
    directory = os.path.join(BUILD, "data", "online-retail")
    if not os.path.exists(os.path.join(directory, "purchases.csv")):
        subprocess.run(
            [echelon, "import", path, "--into", directory, "--preset", "online-retail", "--quiet"],
            check=True, stdout=subprocess.DEVNULL)
    return directory


def sample(echelon, name, items, customers, rows, *options):
    every = os.path.join(BUILD, "data")
    ours = os.path.join(every, generator_version())
    directory = os.path.join(ours, name)
    if not os.path.exists(os.path.join(directory, "purchases.csv")):
        print(f"writing a shop of {items:,} items and {rows:,} purchases …", flush=True)
        if not os.path.exists(ours):
            shutil.rmtree(every, ignore_errors=True)
            os.makedirs(ours)
        subprocess.run(
            [echelon, "sample", directory, "--items", str(items), "--customers", str(customers),
             "--purchases", str(rows), *options, "--quiet", "--overwrite"],
            check=True, stdout=subprocess.DEVNULL,
        )
    return directory


def matrix(bench, directory):
    """Who bought what, once each, as a file that the peers read."""
    path = os.path.join(directory, "matrix.bin")
    if not os.path.exists(path):
        subprocess.run([bench, "matrix", directory, path], check=True, stdout=subprocess.DEVNULL)
    return path


def peer_python(module="implicit", environment="venv", requirements="requirements.txt"):
    """A Python that has a peer's `module`, or None with a word on why not."""
    environment = os.path.join(BUILD, environment)
    python = os.path.join(environment, "bin", "python")
    try:
        if not os.path.exists(python):
            print(f"installing {module} …", flush=True)
            subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        if subprocess.run([python, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode:
            path = os.path.join(HERE, "peers", requirements)
            subprocess.run([python, "-m", "pip", "install", "-q", "-r", path], check=True)
        return python
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"no {module} to compare with: {error}", flush=True)
        return None


def highs_python():
    """A Python that has HiGHS: in an environment of its own, as it wants other libraries."""
    return peer_python("highspy", "venv-highs", "requirements-highs.txt")


def counting_floor():
    """The C program, or None without a C compiler."""
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return None
    program = os.path.join(BUILD, "counting_floor")
    source = os.path.join(HERE, "peers", "counting_floor.c")
    subprocess.run([compiler, "-O3", "-pthread", "-o", program, source], check=True)
    return program
