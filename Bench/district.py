"""The district's job as a user would script it today, in two ways: DuckDB for the queries with XlsxWriter for the
workbooks, and pandas with openpyxl. Findings, a notice as text and as page for every unit, its workbook, the
district's workbook: district.py duckdb|pandas INPUT OUTPUT."""

import csv
import html
import os
import sys

WAY, INPUT, OUTPUT = sys.argv[1:4]
DETAIL = ["序号", "合同编号", "项目编号", "项目名称", "采购类型", "预留选项", "预留比例(%)", "供应商名称", "企业规模", "合同公告日期",
          "合同金额", "面向中小企业采购金额", "其中小微企业", "合同链接"]
PRINTED = ["序号", "项目名称", "预留选项", "预留比例(%)", "面向中小企业采购金额(万元)", "合同链接"]
SIZES = ["中型", "小型", "微型", "大型"]
for folder in ("notices", "workbooks"):
    os.makedirs(os.path.join(OUTPUT, folder), exist_ok=True)


def wanyuan(fen):
    return f"{fen / 1_000_000:.2f}"


def write_notice(unit, name, date, rows, sme, small):
    """`rows` are the unit's purchases, as DETAIL has them, money in fen."""
    head = "根据《政府采购促进中小企业发展管理办法》(财库〔2020〕46号)要求，现对本部门(单位)2024年面向中小企业预留项目执行情况公告如下："
    body = (f"本部门(单位)2024年预留项目面向中小企业采购共计{wanyuan(sme)}万元，其中，面向小微企业采购{wanyuan(small)}万元，"
            f"占{small / sme * 100:.2f}%。")
    table = [[str(row[0]), row[3], row[5], row[6] or "", wanyuan(row[11]), row[13]] for row in rows]
    lines = [name, "", head, "", body, "", "\t".join(PRINTED)] + ["\t".join(row) for row in table]
    with open(f"{OUTPUT}/notices/{unit}.txt", "w") as out:
        out.write("\n".join(lines + ["", f"部门(单位)名称：{name}", f"日期：{date}", ""]))
    cells = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>\n" for row in table)
    heads = "".join(f"<th scope=\"col\">{title}</th>" for title in PRINTED)
    with open(f"{OUTPUT}/notices/{unit}.html", "w") as out:
        out.write(f"<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>{html.escape(name)}</title>\n"
                  f"<h1>{html.escape(name)}</h1><p>{head}</p><p>{body}</p><table><thead><tr>{heads}</tr></thead>\n"
                  f"<tbody>{cells}</tbody></table><p>{html.escape(name)}</p><p>{date}</p></html>\n")


def unit_sheets(rows):
    """The small sheets of a unit's workbook: shares by size, and the shares that policy asks for."""
    total = sum(row[11] for row in rows)
    by_size = [[size, sum(1 for row in rows if row[8] == size), sum(row[11] for row in rows if row[8] == size)] for size in SIZES]
    shares = [line + [round(line[2] / total * 100, 2)] for line in by_size]
    small = sum(row[12] for row in rows) / total * 100
    return shares, [["小微企业份额", 60.0, round(small, 2), "达到" if small >= 60 else "未达到"]]


CHECKS = {
    "duplicate-key": "SELECT 合同编号 FROM contracts GROUP BY 合同编号 HAVING count(*) > 1",
    "unknown-unit": "SELECT 合同编号 FROM contracts ANTI JOIN units USING (预算单位编码)",
    "wrong-kind": "SELECT 合同编号 FROM contracts WHERE 采购类型 NOT IN ('货物', '工程', '服务')",
    "wrong-size": "SELECT 合同编号 FROM contracts WHERE 企业规模 NOT IN ('大型', '中型', '小型', '微型')",
    "other-year": "SELECT 合同编号 FROM contracts WHERE 合同公告日期 NOT LIKE '2024-%'",
    "over-contract": "SELECT 合同编号 FROM contracts WHERE 面向中小企业采购金额 > 合同金额",
    "ratio": "SELECT 合同编号 FROM contracts WHERE 预留选项 <> '采购项目整体预留' AND (预留比例 IS NULL OR 预留比例 NOT BETWEEN 1 AND 100)",
    "other-host": "SELECT 合同编号 FROM contracts WHERE 合同链接 NOT LIKE 'https://www.zfcg.sh.gov.cn/%'",
    "code-form": "SELECT 合同编号 FROM contracts WHERE NOT regexp_full_match(统一社会信用代码, '[0-9A-HJ-NPQRTUWXY]{18}')",
    "twice": "SELECT min(合同编号) FROM contracts GROUP BY 项目编号, 统一社会信用代码, 合同公告日期, 合同金额 HAVING count(*) > 1",
    "large": "SELECT 合同编号 FROM contracts WHERE 企业规模 = '大型' AND 预留选项 = '采购项目整体预留'",
    "supplier": "SELECT 合同编号 FROM contracts ANTI JOIN suppliers USING (统一社会信用代码)",
    "size": "SELECT 合同编号 FROM contracts JOIN suppliers USING (统一社会信用代码) WHERE 企业规模 <> "
            "CASE WHEN 从业人员 >= 300 THEN '大型' WHEN 从业人员 >= 100 THEN '中型' WHEN 从业人员 >= 10 THEN '小型' ELSE '微型' END",
    "over-budget": "SELECT 项目编号 FROM contracts GROUP BY 项目编号 HAVING sum(合同金额) > min(项目预算金额)",
}
ABOVE = "项目预算金额 > CASE 采购类型 WHEN '工程' THEN 4000000 ELSE 2000000 END"


def by_duckdb():
    import duckdb
    import xlsxwriter

    base = duckdb.connect(os.path.join(OUTPUT, "run.duckdb"))
    for name in ("units", "reports", "suppliers"):
        base.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{INPUT}/{name}.csv', all_varchar = true)")
    base.execute("ALTER TABLE suppliers ALTER 从业人员 TYPE INTEGER")
    base.execute(
        "CREATE TABLE contracts AS SELECT * REPLACE (项目预算金额::DECIMAL(18, 2) AS 项目预算金额, 合同金额::DECIMAL(18, 2) AS 合同金额, "
        "面向中小企业采购金额::DECIMAL(18, 2) AS 面向中小企业采购金额, 预留比例::DECIMAL(5, 2) AS 预留比例) "
        f"FROM read_csv('{INPUT}/contracts.csv', all_varchar = true)")
    with open(os.path.join(OUTPUT, "findings.csv"), "w") as out:
        writer = csv.writer(out)
        for code, query in CHECKS.items():
            writer.writerows([code, *row] for row in base.execute(query).fetchall())
    detail = (
        "SELECT 预算单位编码, row_number() OVER (PARTITION BY 预算单位编码 ORDER BY 合同公告日期, 合同编号), 合同编号, 项目编号, 项目名称, 采购类型, "
        "预留选项, 预留比例::VARCHAR, 供应商名称, 企业规模, 合同公告日期, (合同金额 * 100)::BIGINT, (面向中小企业采购金额 * 100)::BIGINT, "
        "CASE WHEN 企业规模 IN ('小型', '微型') THEN (面向中小企业采购金额 * 100)::BIGINT ELSE 0 END, 合同链接 FROM contracts ")
    names = {unit: (name, date) for unit, name, date in base.execute(
        "SELECT 预算单位编码, 单位名称, 填报日期 FROM units JOIN reports USING (预算单位编码)").fetchall()}

    def sheet(book, name, titles, rows, text, number, money):
        page = book.add_worksheet(name)
        page.write_row(0, 0, titles, text)
        for place, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(place, column, value, text)
                elif value is not None:
                    page.write_number(place, column, value / 1e6 if column in money else value, number)

    def workbook(path):
        book = xlsxwriter.Workbook(path, {"constant_memory": True})
        return book, book.add_format({"border": 1}), book.add_format({"border": 1, "num_format": "0.00"})

    def publish(unit, rows):
        name, date = names[unit]
        write_notice(unit, name, date, rows, sum(row[11] for row in rows), sum(row[12] for row in rows))
        book, text, number = workbook(f"{OUTPUT}/workbooks/{unit}.xlsx")
        sheet(book, "明细", DETAIL, rows, text, number, (10, 11, 12))
        shares, rules = unit_sheets(rows)
        sheet(book, "按企业规模", ["企业规模", "合同数", "金额", "占比"], shares, text, number, (2,))
        sheet(book, "份额核对", ["份额", "规定", "实际", "结果"], rules, text, number, ())
        book.close()

    cursor = base.execute(detail + "ORDER BY 预算单位编码, 合同公告日期, 合同编号")
    present, rows = None, []
    while batch := cursor.fetchmany(10_000):
        for unit, *row in batch:
            if unit != present:
                if rows:
                    publish(present, rows)
                present, rows = unit, []
            rows.append(row)
    publish(present, rows)

    book, text, number = workbook(f"{OUTPUT}/workbooks/district.xlsx")
    totals = base.execute(
        "SELECT 预算单位编码, count(*), sum(面向中小企业采购金额)::DOUBLE * 100, sum(面向中小企业采购金额) FILTER (企业规模 = '中型')::DOUBLE * 100, "
        "sum(面向中小企业采购金额) FILTER (企业规模 = '小型')::DOUBLE * 100, sum(面向中小企业采购金额) FILTER (企业规模 = '微型')::DOUBLE * 100 "
        "FROM contracts GROUP BY 1 ORDER BY 1").fetchall()
    sheet(book, "按单位", ["单位", "合同数", "金额", "中型", "小型", "微型"], totals, text, number, (2, 3, 4, 5))
    sheet(book, "排名", ["单位", "合同数", "金额"], [row[:3] for row in sorted(totals, key=lambda row: -row[2])], text, number, (2,))
    cursor = base.execute(detail + f"WHERE {ABOVE} ORDER BY 预算单位编码, 合同公告日期, 合同编号")
    above = ((unit, *row[1:], names[unit][0]) for batch in iter(lambda: cursor.fetchmany(10_000), []) for unit, *row in batch)
    sheet(book, "限额以上项目", ["单位"] + DETAIL[1:] + ["单位名称"], above, text, number, (10, 11, 12))
    book.close()


def by_pandas():
    import openpyxl
    import pandas

    contracts = pandas.read_csv(f"{INPUT}/contracts.csv", dtype=str)
    units = pandas.read_csv(f"{INPUT}/units.csv", dtype=str)
    reports = pandas.read_csv(f"{INPUT}/reports.csv", dtype=str)
    suppliers = pandas.read_csv(f"{INPUT}/suppliers.csv", dtype=str)
    for column in ("项目预算金额", "合同金额", "面向中小企业采购金额"):
        contracts[column] = (contracts[column].astype(float) * 100).round().astype("int64")
    contracts = contracts.sort_values(["预算单位编码", "合同公告日期", "合同编号"])
    findings = {
        "duplicate-key": contracts[contracts.合同编号.duplicated()],
        "unknown-unit": contracts[~contracts.预算单位编码.isin(units.预算单位编码)],
        "wrong-kind": contracts[~contracts.采购类型.isin(["货物", "工程", "服务"])],
        "other-year": contracts[~contracts.合同公告日期.str.startswith("2024-")],
        "over-contract": contracts[contracts.面向中小企业采购金额 > contracts.合同金额],
        "other-host": contracts[~contracts.合同链接.str.startswith("https://www.zfcg.sh.gov.cn/")],
        "code-form": contracts[~contracts.统一社会信用代码.str.fullmatch("[0-9A-HJ-NPQRTUWXY]{18}")],
        "twice": contracts[contracts.duplicated(["项目编号", "统一社会信用代码", "合同公告日期", "合同金额"])],
        "supplier": contracts[~contracts.统一社会信用代码.isin(suppliers.统一社会信用代码)],
    }
    with open(os.path.join(OUTPUT, "findings.csv"), "w") as out:
        writer = csv.writer(out)
        for code, rows in findings.items():
            writer.writerows([code, number] for number in rows.合同编号)
    names = dict(zip(units.预算单位编码, units.单位名称))
    dates = dict(zip(reports.预算单位编码, reports.填报日期))
    contracts["small"] = contracts.面向中小企业采购金额.where(contracts.企业规模.isin(["小型", "微型"]), 0)
    columns = ["合同编号", "项目编号", "项目名称", "采购类型", "预留选项", "预留比例", "供应商名称", "企业规模", "合同公告日期", "合同金额", "面向中小企业采购金额",
               "small", "合同链接"]
    contracts["预留比例"] = contracts["预留比例"].fillna("")
    above = contracts[contracts.项目预算金额 > contracts.采购类型.map({"货物": 200000000, "服务": 200000000, "工程": 400000000})]

    def money(row):
        return row[:10] + [row[10] / 1e6, row[11] / 1e6, row[12] / 1e6] + row[13:]

    for unit, group in contracts.groupby("预算单位编码", sort=True):
        rows = [[number, *row] for number, row in enumerate(group[columns].itertuples(index=False, name=None), 1)]
        write_notice(unit, names[unit], dates[unit], rows, sum(row[11] for row in rows), sum(row[12] for row in rows))
        book = openpyxl.Workbook(write_only=True)
        page = book.create_sheet("明细")
        page.append(DETAIL)
        for row in rows:
            page.append(money(row))
        shares, rules = unit_sheets(rows)
        for name, lines in (("按企业规模", shares), ("份额核对", rules)):
            page = book.create_sheet(name)
            for line in lines:
                page.append(line)
        book.save(f"{OUTPUT}/workbooks/{unit}.xlsx")
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("限额以上项目")
    for unit, row in zip(above.预算单位编码, above[columns].itertuples(index=False, name=None)):
        page.append(money([unit, *row]) + [names[unit]])
    totals = contracts.groupby(["预算单位编码", "企业规模"]).面向中小企业采购金额.sum().unstack().fillna(0)
    page = book.create_sheet("按单位")
    for unit, *row in totals.itertuples(name=None):
        page.append([unit, *(value / 1e6 for value in row)])
    book.save(f"{OUTPUT}/workbooks/district.xlsx")


{"duckdb": by_duckdb, "pandas": by_pandas}[WAY]()
