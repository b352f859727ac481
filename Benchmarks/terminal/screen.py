"""A terminal's screen as text: as much of xterm as ncurses uses to draw."""

import re

SEQUENCE = re.compile(
    r"\x1b\[([?>=!]?)([0-9;:]*)([ -/]*)([@-~])"  # CSI
    r"|\x1b[PX^_\]].*?(?:\x07|\x1b\\)"  # strings (titles, palettes, clipboard)
    r"|\x1b[()*+].|\x1b[ -/]*[0-~]",  # character sets and the rest
    re.DOTALL,
)
UNFINISHED = re.compile(
    r"\x1b(\[[0-9;:?>=! -/]*|[PX^_\]]((?!\x07|\x1b\\).)*|[()*+ #]?)?$", re.DOTALL)


class Screen:
    """Characters only; colours and attributes are read over."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.rows = [[" "] * width for _ in range(height)]
        self.row = self.column = 0
        self.top, self.bottom = 0, height - 1
        self.pending = ""
        self.last = " "

    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.rows)

    def feed(self, text):
        text = self.pending + text
        cut = UNFINISHED.search(text)
        self.pending = text[cut.start():] if cut else ""
        text = text[:cut.start()] if cut else text
        place = 0
        for match in SEQUENCE.finditer(text):
            self._print(text[place:match.start()])
            if match.group(4):
                self._control(match.group(1), match.group(2), match.group(4))
            elif match.group() == "\x1bM":
                self._reverse_line()
            place = match.end()
        self._print(text[place:])

    def _print(self, text):
        for character in text:
            if character == "\r":
                self.column = 0
            elif character == "\n":
                self._line_feed()
            elif character == "\b":
                self.column = max(0, self.column - 1)
            elif character == "\t":
                self.column = min(self.width - 1, (self.column // 8 + 1) * 8)
            elif character >= " ":
                if self.column >= self.width:
                    self.column = 0
                    self._line_feed()
                self.rows[self.row][self.column] = self.last = character
                self.column += 1

    def _line_feed(self):
        if self.row == self.bottom:
            self._scroll(self.top, 1)
        else:
            self.row = min(self.height - 1, self.row + 1)

    def _reverse_line(self):
        if self.row == self.top:
            self._scroll(self.top, -1)
        else:
            self.row = max(0, self.row - 1)

    def _scroll(self, top, lines):
        for _ in range(abs(lines)):
            if lines > 0:
                del self.rows[top]
                self.rows.insert(self.bottom, [" "] * self.width)
            else:
                del self.rows[self.bottom]
                self.rows.insert(top, [" "] * self.width)

    def _control(self, private, text, final):
        if private:
            return
        numbers = [int(part) if part.isdigit() else 0 for part in re.split("[;:]", text)]
        first = max(1, numbers[0])
        row = self.rows[self.row]
        if final in "Hf":
            self._move(first - 1, max(1, numbers[1] if len(numbers) > 1 else 1) - 1)
        elif final in "ABCD":
            down, right = {"A": (-1, 0), "B": (1, 0), "C": (0, 1), "D": (0, -1)}[final]
            self._move(self.row + down * first, min(self.column, self.width - 1) + right * first)
        elif final == "d":
            self._move(first - 1, self.column)
        elif final in "G`":
            self._move(self.row, first - 1)
        elif final == "J":
            self._erase_screen(numbers[0])
        elif final == "K":
            start = self.column if numbers[0] == 0 else 0
            end = self.column + 1 if numbers[0] == 1 else self.width
            row[start:end] = [" "] * (min(end, self.width) - start)
        elif final == "X":
            end = min(self.width, self.column + first)
            row[self.column:end] = [" "] * (end - self.column)
        elif final == "@":
            row[self.column:self.column] = [" "] * first
            del row[self.width:]
        elif final == "P":
            del row[self.column:self.column + first]
            row.extend([" "] * (self.width - len(row)))
        elif final in "LM":
            self._scroll(self.row, -first if final == "L" else first)
        elif final in "ST":
            self._scroll(self.top, first if final == "S" else -first)
        elif final == "b":
            self._print(self.last * first)
        elif final == "r":
            last = numbers[1] if len(numbers) > 1 and numbers[1] else self.height
            self.top, self.bottom = first - 1, last - 1
            self._move(0, 0)

    def _move(self, row, column):
        self.row = min(self.height - 1, max(0, row))
        self.column = min(self.width - 1, max(0, column))

    def _erase_screen(self, part):
        if part in (0, 1):
            row = self.rows[self.row]
            kept = row[:self.column] + [" "] * self.width if part == 0 else (
                [" "] * (self.column + 1) + row[self.column + 1:])
            self.rows[self.row] = kept[:self.width]
        for number in range(self.height):
            if part >= 2 or (part == 0 and number > self.row) or (part == 1 and number < self.row):
                self.rows[number] = [" "] * self.width
