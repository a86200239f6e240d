/* One contract of the invented district, always the same for the same number: what the register holds and what the
   floor writes into workbooks. A quarter of the projects lie above the threshold. */
#include <stdint.h>
#include <stdio.h>

enum { suppliers_count = 20000 };

typedef struct {
  char number[32], project[32], name[96], supplier[64], code[19], link[80], date[11], ratio[4];
  const char *kind, *option, *size;
  int is_above;
  long unit;
  int64_t budget, amount, sme; /* fen */
} contract;

static uint64_t scatter(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return x ^ (x >> 31);
}

/* A unified social credit code with both of its check characters (GB 11714, GB 32100-2015). */
static void credit_code(long supplier, char code[19]) {
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  static const int organization[] = {3, 7, 9, 10, 5, 8, 4, 2};
  static const int whole[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  snprintf(code, 19, "91310000%08ld", 10000000 + supplier);
  int sum = 0;
  for (int i = 0; i < 8; i++) sum += (code[8 + i] - '0') * organization[i];
  int check = 11 - sum % 11;
  code[16] = check == 10 ? 'X' : check == 11 ? '0' : (char)('0' + check);
  sum = 0;
  for (int i = 0; i < 17; i++) {
    int value = 0;
    while (alphabet[value] != code[i]) value++;
    sum += value * whole[i];
  }
  code[17] = alphabet[(31 - sum % 31) % 31];
  code[18] = 0;
}

static inline int people_of(long supplier) { return supplier % 10 == 0 ? 150 : supplier % 10 < 6 ? 50 : 5; }

static contract contract_at(long index, long units) {
  static const char *subjects[] = {"办公设备购置", "信息系统运行维护", "社区服务", "校舍维修改造", "公共卫生服务"};
  contract c;
  uint64_t random = scatter((uint64_t)index + 1);
  int kind = (int)(random % 10);
  long supplier = (long)(random / 16 % suppliers_count);
  c.unit = index % units;
  c.kind = kind < 5 ? "货物" : kind < 7 ? "工程" : "服务";
  c.is_above = index / units % 4 == 0;
  int64_t threshold = kind >= 5 && kind < 7 ? 400000000 : 200000000;
  c.budget = c.is_above ? threshold + 50000000 + (int64_t)(random / 32 % 100000000) : 10000000 + (int64_t)(random / 32 % 150000000);
  c.amount = c.budget / 20 * 19;
  c.sme = c.is_above ? c.amount / 2 : c.amount;
  c.option = c.is_above ? "设置专门采购包" : "采购项目整体预留";
  snprintf(c.ratio, sizeof c.ratio, "%s", c.is_above ? "50" : "");
  c.size = supplier % 10 == 0 ? "中型" : supplier % 10 < 6 ? "小型" : "微型";
  snprintf(c.number, sizeof c.number, "HT24-%07ld", index);
  snprintf(c.project, sizeof c.project, "XM24-%07ld", index);
  snprintf(c.name, sizeof c.name, "示例区%s项目（第%ld期）", subjects[random / 64 % 5], index % 97 + 1);
  snprintf(c.supplier, sizeof c.supplier, "示例供应商%05ld有限公司", supplier);
  /* One in a thousand is in no list of suppliers: a warning. */
  credit_code(index % 1000 == 999 ? supplier + suppliers_count : supplier, c.code);
  snprintf(c.date, sizeof c.date, "2024-%02d-%02d", (int)(random / 128 % 12) + 1, (int)(random / 2048 % 28) + 1);
  snprintf(c.link, sizeof c.link, "https://www.zfcg.sh.gov.cn/contract/%07ld", index);
  return c;
}
