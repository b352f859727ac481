"""implicit's cosine item-item index on the matrix that `bench matrix` wrote.

Fits once for each line `build` on stdin and answers with one JSON line: the time of `fit` alone.
"""

import json
import os
import sys
import time
import warnings

# Linear algebra must not take threads besides those asked for.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
import scipy.sparse as sparse
from implicit.nearest_neighbours import CosineRecommender


# It converts its own transposed matrix and says so each time.
warnings.filterwarnings("ignore", module="implicit")


def read_matrix(path):
    customers, items, entries = np.fromfile(path, dtype="<i8", count=3)
    offsets = np.fromfile(path, dtype="<i8", count=customers + 1, offset=24)
    numbers = np.fromfile(path, dtype="<i4", count=entries, offset=24 + 8 * (customers + 1))
    ones = np.ones(entries, dtype=np.float64)
    return sparse.csr_matrix((ones, numbers, offsets.astype(np.int32)), shape=(customers, items))


def main():
    path, neighbours, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    matrix = read_matrix(path)
    print(json.dumps({"ready": 1, "entries": int(matrix.nnz)}), flush=True)
    for line in sys.stdin:
        if line.strip() != "build":
            break
        model = CosineRecommender(K=neighbours, num_threads=threads)
        start, start_cpu = time.perf_counter(), time.process_time()
        model.fit(matrix, show_progress=False)
        seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
        stored = int(model.similarity.nnz)
        print(json.dumps({"seconds": seconds, "cpu_seconds": cpu, "stored": stored}), flush=True)


if __name__ == "__main__":
    main()
