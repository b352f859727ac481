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
    every = os.path.join(BUILD, "data")
    ours = os.path.join(every, generator_version())
    directory = os.path.join(ours, f"{rows}")
    if not os.path.exists(os.path.join(directory, "purchases.csv")):
        print(f"writing a shop of {rows:,} purchases …", flush=True)
        if not os.path.exists(ours):
            shutil.rmtree(every, ignore_errors=True)
            os.makedirs(ours)
        subprocess.run(
            [echelon, "sample", directory, "--items", str(items), "--customers", str(customers),
             "--purchases", str(rows), "--quiet", "--overwrite"],
            check=True, stdout=subprocess.DEVNULL,
        )
    return directory


def matrix(bench, directory):
    """Who bought what, once each, as a file that the peers read."""
    path = os.path.join(directory, "matrix.bin")
    if not os.path.exists(path):
        subprocess.run([bench, "matrix", directory, path], check=True, stdout=subprocess.DEVNULL)
    return path


def peer_python():
    """A Python that has `implicit`, or None with a word on why not."""
    environment = os.path.join(BUILD, "venv")
    python = os.path.join(environment, "bin", "python")
    try:
        if not os.path.exists(python):
            print("installing implicit …", flush=True)
            subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        if subprocess.run([python, "-c", "import implicit"], stderr=subprocess.DEVNULL).returncode:
            requirements = os.path.join(HERE, "peers", "requirements.txt")
            subprocess.run([python, "-m", "pip", "install", "-q", "-r", requirements], check=True)
        return python
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"no implicit to compare with: {error}", flush=True)
        return None


def counting_floor():
    """The C program, or None without a C compiler."""
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return None
    program = os.path.join(BUILD, "counting_floor")
    source = os.path.join(HERE, "peers", "counting_floor.c")
    subprocess.run([compiler, "-O3", "-pthread", "-o", program, source], check=True)
    return program
