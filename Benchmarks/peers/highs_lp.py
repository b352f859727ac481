"""HiGHS on an MPS file, one method a process: `highs_lp.py FILE METHOD THREADS SECONDS`.

Prints one JSON line. Reading the file is not timed. Methods that end in `-loose` stop at a relative
tolerance of 0.5 %, the gap that the planner certifies: their answers are not proved to be feasible.
"""

import json
import sys
import time

import highspy

METHODS = {
    "ipx": {"solver": "ipx", "run_crossover": "on"},
    "ipx-without-crossover": {"solver": "ipx", "run_crossover": "off"},
    "ipx-loose": {"solver": "ipx", "run_crossover": "off", "ipm_optimality_tolerance": 5e-3},
    "simplex": {"solver": "simplex"},
    "pdlp": {"solver": "pdlp"},
    "pdlp-loose": {"solver": "pdlp", "pdlp_optimality_tolerance": 5e-3},
}


def main():
    path, method, threads, limit = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
    model = highspy.Highs()
    options = {"output_flag": False, "threads": threads, "time_limit": limit, **METHODS[method]}
    for name, value in options.items():
        if model.setOptionValue(name, value) != highspy.HighsStatus.kOk:
            raise SystemExit(f"HiGHS knows no option {name} = {value}")
    if model.readModel(path) == highspy.HighsStatus.kError:
        raise SystemExit(f"HiGHS cannot read {path}")
    start, start_cpu = time.perf_counter(), time.process_time()
    model.run()
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    optimal = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    print(json.dumps({
        "seconds": seconds, "cpu_seconds": cpu, "optimal": optimal,
        "status": model.modelStatusToString(model.getModelStatus()),
        "objective": model.getInfo().objective_function_value if optimal else None,
        "columns": model.getNumCol(), "rows": model.getNumRow(),
    }), flush=True)


main()
