/* A register like a budget system's export: 12 columns of codes, Chinese texts, amounts and dates, always the same
   for the same number of rows. Rows are unique by 编号; nothing in it is wrong. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t state = 88172645463325252ull;

static uint64_t next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

#define PICK(list) list[next() % (sizeof list / sizeof *list)]

static const char *functions[] = {"2010301", "2010303", "2080505", "2101101", "2120899", "2210201", "2299999"};
static const char *economics[] = {"30101", "30102", "30103", "30107", "30201", "30211", "30299", "31002"};
static const char *kinds[] = {"人员经费", "公用经费", "项目支出"};
static const char *sources[] = {"一般公共预算拨款", "政府性基金预算拨款", "事业收入", "其他收入", "上年结转(结余)"};
static const char *places[] = {"浔阳区", "柴桑区", "濂溪区", "青浦区", "普陀区", "示例县"};
static const char *offices[] = {"政务服务管理局", "教育体育局", "卫生健康委员会", "住房和城乡建设局", "市场监督管理局"};
static const char *subjects[] = {"办公设备购置", "信息系统运行维护", "基层治理与社区服务", "校舍维修改造", "公共卫生服务补助"};
static const char *notes[] = {
    "按照区政府常务会议纪要安排，用于保障日常运转",
    "列入年度预算，分季度拨付，\"专款专用\"",
    "结转上年资金，按合同进度支付，验收合格后付清余款",
    "用于政务服务大厅窗口人员、水电及耗材支出，据实结算",
};
static const char *people[] = {"张伟", "王芳", "李娜", "刘洋", "陈静", "杨帆", "赵敏", "周杰"};

static void quoted(FILE *out, const char *text) {
  fputc('"', out);
  for (; *text; text++) {
    if (*text == '"') fputc('"', out);
    fputc(*text, out);
  }
  fputc('"', out);
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  long rows = atol(arguments[1]);
  FILE *out = fopen(arguments[2], "w");
  if (!out) return 3;
  static char buffer[1 << 20];
  setvbuf(out, buffer, _IOFBF, sizeof buffer);
  fputs("编号,单位编码,单位名称,功能科目编码,经济科目编码,支出类别,项目名称,资金来源,金额,日期,摘要,经办人\n", out);
  for (long row = 1; row <= rows; row++) {
    unsigned unit = next() % 5000;
    fprintf(out, "E%09ld,%03u%03u,%s%s,%s,%s,%s,%s%s第%u期,%s,%u.%02u,%04u-%02u-%02u,", row, unit / 20, unit % 20,
            PICK(places), PICK(offices), PICK(functions), PICK(economics), PICK(kinds), PICK(places), PICK(subjects),
            (unsigned)(next() % 12 + 1), PICK(sources), (unsigned)(next() % 90000000), (unsigned)(next() % 100), 2025u,
            (unsigned)(next() % 12 + 1), (unsigned)(next() % 28 + 1));
    quoted(out, PICK(notes));
    fprintf(out, ",%s\n", PICK(people));
  }
  return fclose(out) == 0 ? 0 : 3;
}
