/* The registers of a district with so many contracts and units: contracts ROWS UNITS FOLDER. */
#include <stdlib.h>
#include "contract.h"

static FILE *create(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *out = fopen(path, "w");
  if (!out) exit(3);
  return out;
}

static void finish(FILE *out) {
  if (fclose(out) != 0) exit(3);
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  long rows = atol(arguments[1]), units = atol(arguments[2]);
  FILE *out = create(arguments[3], "units.csv");
  fputs("预算单位编码,单位名称,主管预算单位编码,区划\n", out);
  for (long unit = 0; unit < units; unit++) fprintf(out, "%06ld,示例区第%ld单位,%06ld,示例区\n", unit, unit, unit);
  finish(out);
  out = create(arguments[3], "reports.csv");
  fputs("预算单位编码,填报日期,公告标题\n", out);
  for (long unit = 0; unit < units; unit++) fprintf(out, "%06ld,2025-06-%02ld,\n", unit, unit % 28 + 1);
  finish(out);
  out = create(arguments[3], "reviewers.csv");
  fputs("单位编码,步骤,姓名\n,采购人初审,赵示一\n,财政审核,钱示二\n", out);
  finish(out);
  out = create(arguments[3], "suppliers.csv");
  fputs("统一社会信用代码,行业,从业人员,营业收入,资产总额\n", out);
  for (long supplier = 0; supplier < suppliers_count; supplier++) {
    char code[19];
    credit_code(supplier, code);
    fprintf(out, "%s,其他未列明行业,%d,,\n", code, people_of(supplier));
  }
  finish(out);
  out = create(arguments[3], "contracts.csv");
  fputs("合同编号,项目编号,项目名称,预算单位编码,采购类型,项目预算金额,预留选项,预留比例,供应商名称,统一社会信用代码,"
        "企业规模,合同金额,面向中小企业采购金额,合同公告日期,合同链接\n", out);
  for (long row = 0; row < rows; row++) {
    contract c = contract_at(row, units);
    fprintf(out, "%s,%s,%s,%06ld,%s,%ld.%02ld,%s,%s,%s,%s,%s,%ld.%02ld,%ld.%02ld,%s,%s\n", c.number, c.project, c.name,
            c.unit, c.kind, (long)(c.budget / 100), (long)(c.budget % 100), c.option, c.ratio, c.supplier, c.code, c.size,
            (long)(c.amount / 100), (long)(c.amount % 100), (long)(c.sme / 100), (long)(c.sme % 100), c.date, c.link);
  }
  finish(out);
  return 0;
}
