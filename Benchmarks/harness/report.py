"""The table: one row a figure, with what it is compared with in the same run."""


class Report:
    def __init__(self):
        self.rows = []

    def add(self, scenario, figure, compared="", ratio="", busy=None, note=""):
        """`busy` is processor time by wall time: how many processors really worked."""
        processors = "" if busy is None else f"{busy:.2f}"
        row = (scenario, figure, compared, ratio, processors, note)
        self.rows.append(row)
        print("  " + "  ".join(part for part in row if part), flush=True)

    def print(self):
        head = ("scenario", "figure", "compared with", "ratio", "CPU/wall", "note")
        rows = [head] + self.rows
        widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
        print()
        for number, row in enumerate(rows):
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
            if number == 0:
                print("  ".join("-" * width for width in widths))


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def megabytes(value):
    return "n/a" if value is None else f"{value / 1e6:.0f} MB"


def quantile(values, share):
    """The smallest value that at least `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1))]
