"""implicit's alternating least squares on the matrix that `bench matrix` wrote:
`implicit_als.py MATRIX FACTORS ITERATIONS THREADS`.

Fits once for each line on stdin and answers with one JSON line: the time of `fit` alone.
"""

import json
import os
import sys
import time

# Linear algebra must not take threads besides those asked for.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

from implicit.als import AlternatingLeastSquares

from implicit_cosine import read_matrix


def main():
    path, factors, iterations, threads = sys.argv[1], *map(int, sys.argv[2:5])
    matrix = read_matrix(path)
    print(json.dumps({"ready": 1, "entries": int(matrix.nnz)}), flush=True)
    for _ in sys.stdin:
        model = AlternatingLeastSquares(
            factors=factors, iterations=iterations, regularization=20, alpha=2, use_gpu=False,
            num_threads=threads, random_state=1)
        start, start_cpu = time.perf_counter(), time.process_time()
        model.fit(matrix, show_progress=False)
        seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
        print(json.dumps({"seconds": seconds, "cpu_seconds": cpu}), flush=True)


main()
