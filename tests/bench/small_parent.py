"""A program that runs a command and prints its exit code, its seconds, and the most kB that it held.

By itself, since Linux counts the memory of the process that starts a program as the program's own: the bench holds much
more than this does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

if __name__ == "__main__":
    began = time.perf_counter()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    print(os.waitstatus_to_exitcode(status), time.perf_counter() - began, used.ru_maxrss)
