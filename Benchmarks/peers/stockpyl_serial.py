"""stockpyl's simulator on two stages in a row: `stockpyl_serial.py PERIODS`.

Prints one JSON line: time, and the means of stock on hand and of customers who wait.
"""

import json
import sys
import time

from stockpyl.sim import simulation
from stockpyl.supply_chain_network import serial_system

WARM_UP = 100


def level(state):
    """Net stock; newer versions keep it by product."""
    value = state.inventory_level
    return sum(value.values()) if isinstance(value, dict) else value


def main():
    periods = int(sys.argv[1])
    network = serial_system(
        num_nodes=2, node_order_in_system=[2, 1], node_order_in_lists=[2, 1],
        shipment_lead_time=[4, 2], demand_type="P", mean=2, policy_type="BS",
        base_stock_level=[10, 8], local_holding_cost=[1, 1], stockout_cost=[0, 10])
    start, start_cpu = time.perf_counter(), time.process_time()
    simulation(network, periods, rand_seed=1, progress_bar=False)
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    levels = {
        node.index: [level(state) for state in node.state_vars[WARM_UP:periods]]
        for node in network.nodes}
    count = periods - WARM_UP
    print(json.dumps({
        "seconds": seconds, "cpu_seconds": cpu, "periods": periods,
        "stock": sum(max(0, value) for values in levels.values() for value in values) / count,
        "backlog": sum(max(0, -value) for value in levels[1]) / count,
    }), flush=True)


main()
