"""Measures Gongshi against what a user would run instead, in one sitting: the commands of a comparison take turns,
and what counts is the ratio of their medians. Prints a table and writes output/bench.json:
[{name, value, unit, limit, holds}]."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time

PLACE = os.path.abspath(sys.argv[1])
ROWS = int(os.environ.get("ROWS", "2000000"))
TURNS = int(os.environ.get("TURNS", "5"))
GONGSHI = os.path.abspath(os.environ.get("GONGSHI", ".build/release/gongshi"))
results = []


def run(command, before=None):
    """Wall seconds, processor seconds and peak memory (MB) of a command's process."""
    if before:
        before()
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(command)} failed:\n{error.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(commands, turns=TURNS):
    """Medians of (wall, processor, memory) of each command, run in turn after one round of warming up."""
    runs = {name: [] for name in commands}
    for turn in range(turns + 1):
        for name, (command, before) in commands.items():
            measured = run(command, before)
            if turn > 0:
                runs[name].append(measured)
    return {name: [statistics.median(figure) for figure in zip(*all)] for name, all in runs.items()}


def note(name, value, unit, limit=None):
    holds = None if limit is None else value <= limit
    results.append({"name": name, "value": round(value, 3), "unit": unit, "limit": limit, "holds": holds})
    bound = "" if limit is None else f"  (at most {limit}: {'holds' if holds else 'MISSED'})"
    print(f"  {name:<58}{value:>9.2f} {unit}{bound}", flush=True)


def ingest():
    folder = os.path.join(PLACE, "work")
    entries = os.path.join(folder, "input/register/2025/entries.csv")
    if not os.path.exists(entries) or os.environ.get("ROWS"):
        os.makedirs(os.path.dirname(entries), exist_ok=True)
        subprocess.run([os.path.join(PLACE, "generate"), str(ROWS), entries], check=True)
    size = os.path.getsize(entries) / 1e6
    print(f"Ingest of {ROWS} rows, 12 columns, {size:.0f} MB; medians of {TURNS} turns")
    output = os.path.join(folder, "output")
    database = os.path.join(PLACE, "peer.duckdb")

    def clean():
        shutil.rmtree(output, ignore_errors=True)
        if os.path.exists(database):
            os.remove(database)

    query = (
        "import duckdb, sys; duckdb.connect(sys.argv[2]).execute("
        "f\"CREATE TABLE entries AS SELECT * FROM read_csv('{sys.argv[1]}')\")"
    )
    commands = {
        "gongshi": (
            [GONGSHI, "run", "register", "--period", "2025", "--through", "ingest", "--quiet",
             "--pipelines", "Bench/pipelines", "--input", os.path.join(folder, "input"), "--output", output],
            clean,
        ),
        "libcsv": ([os.path.join(PLACE, "pass"), entries], None),
        "duckdb": ([sys.executable, "-c", query, entries, database], clean),
    }
    medians = compare(commands)
    for name, (wall, processor, memory) in medians.items():
        note(f"{name}: time", wall, "s")
        note(f"{name}: processor time", processor, "s")
        note(f"{name}: peak memory", memory, "MB", 150 if name == "gongshi" else None)
    note("ingest with all checks / plain libcsv pass", medians["gongshi"][0] / medians["libcsv"][0], "×", 2.5)
    note("ingest with all checks / DuckDB read_csv", medians["gongshi"][0] / medians["duckdb"][0], "×", 1.0)
    clean()


def small():
    print("The small real job: department-budget 2025, whole process, cold start")
    output = os.path.join(PLACE, "small")
    command = [GONGSHI, "run", "department-budget", "--period", "2025", "--quiet", "--output", output]
    wall, processor, memory = compare(
        {"job": (command, lambda: shutil.rmtree(output, ignore_errors=True))}, turns=9)["job"]
    note("small job: time", wall * 1000, "ms")
    note("small job: processor time", processor * 1000, "ms", 150)
    note("small job: peak memory", memory, "MB", 60)
    shutil.rmtree(output, ignore_errors=True)


ingest()
small()
os.makedirs("output", exist_ok=True)
with open("output/bench.json", "w") as file:
    json.dump(results, file, ensure_ascii=False, indent=1)
missed = [result["name"] for result in results if result["holds"] is False]
print("All limits hold." if not missed else "Missed: " + "; ".join(missed))
