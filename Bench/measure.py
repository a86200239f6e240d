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


def compare(commands, turns=TURNS, warming=1):
    """Medians of (wall, processor, memory) of each command, run in turn after a round of warming up."""
    runs = {name: [] for name in commands}
    for turn in range(turns + warming):
        for name, (command, before) in commands.items():
            measured = run(command, before)
            if turn >= warming:
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


def district_input(rows):
    """The registers of a district with 400 contracts a unit."""
    folder = os.path.join(PLACE, "districts", str(rows), "sme-reserve", "2024")
    if not os.path.exists(folder):
        os.makedirs(folder)
        subprocess.run([os.path.join(PLACE, "contracts"), str(rows), str(rows // 400), folder], check=True)
    return folder


def district_job(rows, output):
    folder = os.path.join(PLACE, "districts", str(rows))
    return [GONGSHI, "run", "sme-reserve", "--period", "2024", "--quiet", "--input", folder, "--output", output]


def district():
    rows = int(os.environ.get("CONTRACTS", "2000000"))
    turns = int(os.environ.get("DISTRICT_TURNS", "1"))
    folder, small_folder = district_input(rows), district_input(rows // 10)
    print(f"A district of {rows} contracts and {rows // 400} units: findings, notices, pages, workbooks; {turns} turns")
    output = os.path.join(PLACE, "district")

    def clean():
        shutil.rmtree(output, ignore_errors=True)
        os.makedirs(output)

    contracts = os.path.join(folder, "contracts.csv")
    script = os.path.join("Bench", "district.py")
    commands = {
        "gongshi": (district_job(rows, output), clean),
        "DuckDB and XlsxWriter": ([sys.executable, script, "duckdb", folder, output], clean),
        "pandas and openpyxl, a tenth": ([sys.executable, script, "pandas", small_folder, output], clean),
        "libcsv": ([os.path.join(PLACE, "pass"), contracts], clean),
        "SQLite load": ([os.path.join(PLACE, "load"), contracts, os.path.join(output, "load.db")], clean),
        "libxlsxwriter": ([os.path.join(PLACE, "workbooks"), str(rows), str(rows // 400), output], clean),
    }
    medians = compare(commands, turns, warming=0)
    for name, (wall, processor, memory) in medians.items():
        note(f"{name}: time", wall, "s")
        note(f"{name}: peak memory", memory, "MB", 400 if name == "gongshi" else None)
    own = medians["gongshi"][0]
    peer = min(medians["DuckDB and XlsxWriter"][0], 10 * medians["pandas and openpyxl, a tenth"][0])
    floor = max(medians["libcsv"][0], medians["SQLite load"][0]) + medians["libxlsxwriter"][0] / os.cpu_count()
    note("the district's job / the faster script", own / peer, "×", 0.2)
    note("the district's job / floor of reading and writing", own / floor, "×", 1.3)
    clean()


def growth():
    sizes = [20_000, 200_000, 2_000_000]
    output = os.path.join(PLACE, "district")
    print("Growth: time a contract, the district's job")
    per_row = []
    for rows in sizes:
        district_input(rows)
        command = (district_job(rows, output), lambda: shutil.rmtree(output, ignore_errors=True))
        wall, _, memory = compare({"job": command}, turns=1 if rows > 1_000_000 else 3, warming=0)["job"]
        per_row.append(wall / rows)
        note(f"{rows} contracts: time a contract", per_row[-1] * 1e6, "µs")
        note(f"{rows} contracts: peak memory", memory, "MB")
    for index in (1, 2):
        note(f"{sizes[index]} / {sizes[index - 1]} contracts: time a contract", per_row[index] / per_row[index - 1], "×", 1.2)
    shutil.rmtree(output, ignore_errors=True)


parts = {"ingest": ingest, "small": small, "district": district, "growth": growth}
for name in sys.argv[2:] or parts:
    parts[name]()
os.makedirs("output", exist_ok=True)
with open("output/bench.json", "w") as file:
    json.dump(results, file, ensure_ascii=False, indent=1)
missed = [result["name"] for result in results if result["holds"] is False]
print("All limits hold." if not missed else "Missed: " + "; ".join(missed))
