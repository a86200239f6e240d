/* The floor of writing: the cells of every unit's workbook and of the district's, by plain libxlsxwriter in one thread:
   workbooks ROWS UNITS FOLDER. */
#include <stdlib.h>
#include <xlsxwriter.h>
#include "contract.h"

typedef struct {
  lxw_worksheet *sheet;
  lxw_format *text, *number;
  lxw_row_t row;
  int links;
} table;

/* A sheet takes no more links: the others are texts. */
enum { most_links = 65530 };

static void line(table *t, const char *const *texts, int count) {
  for (int i = 0; i < count; i++) worksheet_write_string(t->sheet, t->row, (lxw_col_t)i, texts[i], t->text);
  t->row++;
}

static void detail(table *t, const contract *c, const char *first, const char *second) {
  const char *texts[] = {first, c->number, second, c->project, c->name, c->kind, c->option, c->ratio, c->supplier, c->size, c->date};
  lxw_col_t column = 0;
  for (int i = 0; i < 11; i++)
    if (texts[i]) worksheet_write_string(t->sheet, t->row, column++, texts[i], t->text);
  int is_small = c->size != NULL && c->size[0] != '\xe4';
  int64_t numbers[] = {c->amount, c->sme, is_small ? c->sme : 0};
  for (int i = 0; i < 3; i++)
    worksheet_write_number(t->sheet, t->row, column++, (double)numbers[i] / 1e6, t->number);
  if (t->links++ < most_links) worksheet_write_url(t->sheet, t->row++, column, c->link, t->text);
  else worksheet_write_string(t->sheet, t->row++, column, c->link, t->text);
}

static lxw_workbook *open_workbook(const char *folder, const char *name, table *t, const char *sheet) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.xlsx", folder, name);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(path, &options);
  t->text = workbook_add_format(book);
  format_set_border(t->text, LXW_BORDER_THIN);
  t->number = workbook_add_format(book);
  format_set_border(t->number, LXW_BORDER_THIN);
  format_set_num_format(t->number, "0.00");
  t->sheet = workbook_add_worksheet(book, sheet);
  t->row = 0;
  t->links = 0;
  return book;
}

static const char *const titles[] = {"序号", "合同编号", "项目编号", "项目名称", "采购类型", "预留选项", "预留比例(%)", "供应商名称",
                                     "企业规模", "合同公告日期", "合同金额", "金额", "其中小微企业", "合同链接", "单位名称"};

int main(int count, char **arguments) {
  if (count != 4) return 64;
  long rows = atol(arguments[1]), units = atol(arguments[2]);
  const char *folder = arguments[3];
  table t;
  for (long unit = 0; unit < units; unit++) {
    char name[32];
    snprintf(name, sizeof name, "%06ld", unit);
    lxw_workbook *book = open_workbook(folder, name, &t, "明细");
    line(&t, titles, 14);
    long number = 0;
    for (long row = unit; row < rows; row += units) {
      contract c = contract_at(row, units);
      char place[32];
      snprintf(place, sizeof place, "%ld", ++number);
      detail(&t, &c, place, NULL);
    }
    t.sheet = workbook_add_worksheet(book, "按企业规模");
    t.row = 0;
    for (int i = 0; i < 6; i++) line(&t, titles, 4);
    t.sheet = workbook_add_worksheet(book, "份额核对");
    t.row = 0;
    for (int i = 0; i < 4; i++) line(&t, titles, 7);
    if (workbook_close(book) != LXW_NO_ERROR) return 3;
  }
  lxw_workbook *book = open_workbook(folder, "district", &t, "限额以上项目");
  line(&t, titles, 15);
  for (long row = 0; row < rows; row++) {
    if (row / units % 4 != 0) continue;
    contract c = contract_at(row, units);
    char name[64], code[32];
    snprintf(code, sizeof code, "%06ld", c.unit);
    snprintf(name, sizeof name, "示例区第%ld单位", c.unit);
    detail(&t, &c, code, name);
  }
  const char *sheets[] = {"按单位", "排名", "份额核对"};
  for (int i = 0; i < 3; i++) {
    t.sheet = workbook_add_worksheet(book, sheets[i]);
    t.row = 0;
    for (long unit = 0; unit < units * (i == 2 ? 3 : 1); unit++) line(&t, titles, i == 0 ? 11 : i == 1 ? 5 : 8);
  }
  return workbook_close(book) == LXW_NO_ERROR ? 0 : 3;
}
