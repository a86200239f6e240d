import Foundation
import Testing

/// What a finance officer reads when the year's registers of reserved procurement are wrong. Each row: why, what is
/// changed in the smallest district, and every error that the run then reports.
@Suite("Reserved procurement: wrong registers")
struct SMEReserveRulesTests {
  private static let contracts = SMEReserve.contracts

  private static let trials: [Trial] = [
    Trial(
      "a large supplier under 整体预留", Edit.cell(contracts, row: 4, "预留选项", "采购项目整体预留"),
      [
        "2024/contracts.csv 第 4 行“预留比例”列：合同 HT20240003 是采购项目整体预留，预留比例却不是 100",
        "2024/contracts.csv 第 4 行“预留选项”列：合同 HT20240003 的示例华晟信息集团有限公司是大型企业，却是采购项目整体预留",
      ]),
    Trial(
      "a link to another host", .cell(contracts, row: 2, "合同链接", "http://www.ccgp.gov.cn/1.html"),
      "2024/contracts.csv 第 2 行“合同链接”列：合同 HT20240001 的链接 http://www.ccgp.gov.cn/1.html 不是 www.zfcg.sh.gov.cn 的网址"
    ),
    Trial(
      "a host that only begins alike",
      .cell(contracts, row: 2, "合同链接", "http://www.zfcg.sh.gov.cn.example.com/"),
      "2024/contracts.csv 第 2 行“合同链接”列：合同 HT20240001 的链接 http://www.zfcg.sh.gov.cn.example.com/ 不是 www.zfcg.sh.gov.cn 的网址"
    ),
    Trial(
      "the host as somebody's name",
      .cell(contracts, row: 2, "合同链接", "https://www.zfcg.sh.gov.cn@example.com/"),
      "2024/contracts.csv 第 2 行“合同链接”列：合同 HT20240001 的链接 https://www.zfcg.sh.gov.cn@example.com/ 不是 www.zfcg.sh.gov.cn 的网址"
    ),
    Trial(
      "no web address", .cell(contracts, row: 2, "合同链接", "javascript:alert(1)"),
      "2024/contracts.csv 第 2 行“合同链接”列：合同 HT20240001 的链接 javascript:alert(1) 不是 www.zfcg.sh.gov.cn 的网址"),
    Trial(
      "the same host, spelt otherwise", .cell(contracts, row: 2, "合同链接", "HTTPS://WWW.zfcg.SH.gov.cn?id=1"),
      []),
    Trial(
      "a share in words, which is not also said to be missing", .cell(contracts, row: 4, "预留比例(%)", "三成半"),
      "2024/contracts.csv 第 4 行“预留比例(%)”列：“预留比例(%)”应为百分数（%，最多 2 位小数），现为“三成半”"),
    Trial(
      "a share of 0", .cell(contracts, row: 4, "预留比例(%)", "0"),
      "2024/contracts.csv 第 4 行“预留比例(%)”列：“预留比例(%)”应 > 0，现为“0”"),
    Trial(
      "a share of 101", .cell(contracts, row: 4, "预留比例(%)", "101"),
      "2024/contracts.csv 第 4 行“预留比例(%)”列：“预留比例(%)”应 ≤ 100，现为“101”"),
    Trial(
      "no share where there must be one", .cell(contracts, row: 4, "预留比例(%)", ""),
      "2024/contracts.csv 第 4 行“预留比例”列：合同 HT20240003 是要求以联合体形式参加，没有填预留比例"),
    Trial(
      "half a project reserved whole", .cell(contracts, row: 5, "预留比例(%)", "50"),
      "2024/contracts.csv 第 5 行“预留比例”列：合同 HT20240004 是采购项目整体预留，预留比例却不是 100"),
    Trial(
      "more to small enterprises than the contract has",
      .cell(contracts, row: 8, "面向中小企业采购金额(元)", "258333.34"),
      "2024/contracts.csv 第 8 行“面向中小企业采购金额”列：合同 HT20240007 面向中小企业采购 258,333.34 元，合同才 258,333.33 元"),
    Trial(
      "nothing to small enterprises", .cell(contracts, row: 8, "面向中小企业采购金额(元)", "0"),
      "2024/contracts.csv 第 8 行“面向中小企业采购金额(元)”列：“面向中小企业采购金额(元)”应 > 0，现为“0”"),
    Trial(
      "decimals below the fen", .cell(contracts, row: 8, "合同金额(元)", "258333.335"),
      "2024/contracts.csv 第 8 行“合同金额(元)”列：“合同金额(元)”应为金额（元，最多 2 位小数），“258333.335”的小数位过多"),
    Trial(
      "a contract of another year", .cell(contracts, row: 2, "合同公告日期", "2023-12-29"),
      "2024/contracts.csv 第 2 行“合同公告日期”列：合同 HT20240001 在 2023-12-29 公告，不在 2024 年内"),
    Trial(
      "a unit that is not in the list", .cell(contracts, row: 7, "预算单位编码", "900003"),
      "2024/contracts.csv 第 7 行“预算单位编码”列：“预算单位编码”的“900003”在预算单位的“预算单位编码”中找不到，最接近的是“900001”"),
    Trial(
      "a contract on a department over units", .cell(contracts, row: 7, "预算单位编码", "900"),
      "2024/contracts.csv 第 7 行“预算单位编码”列：合同 HT20240006 记在主管预算单位 900 名下，它有所属单位"),
    Trial(
      "a contract of a unit that has not reported", .cell(contracts, row: 3, "预算单位编码", "902"),
      "2024/contracts.csv 第 3 行“预算单位编码”列：902 示例区示例镇人民政府 有 1 个合同，填报情况里却没有它"),
    Trial(
      "an option that is none", .cell(contracts, row: 2, "预留选项", "整体预留"),
      "2024/contracts.csv 第 2 行“预留选项”列：“预留选项”的“整体预留”不在可选值之内：采购项目整体预留、设置专门采购包、要求以联合体形式参加、要求合同分包"),
    Trial(
      "one project with two budgets",
      [
        .cell(contracts, row: 5, "项目编号", "SL2024-01")
      ],
      [
        "2024/contracts.csv 第 5 行“项目预算金额”列：项目 SL2024-01 在这里是 900001、服务、预算 900,000.00 元，在第 2 行是 900001、服务、800,000.00 元"
      ]),
    Trial(
      "a size below the derived one", .cell(contracts, row: 9, "企业规模", "小型"),
      "2024/contracts.csv 第 9 行“企业规模”列：合同 HT20240008 的示例同创建设工程有限公司填作小型，按建筑业的划型标准是中型"),
    Trial(
      "no size, and nothing to derive it from", .cell("2024/suppliers.csv", row: 5, "从业人员", ""),
      "2024/contracts.csv 第 10 行“企业规模”列：合同 HT20240009 没有填示例绿源环境监测有限公司的企业规模，供应商登记里也推算不出"),
    Trial(
      "an industry that is none", .cell("2024/suppliers.csv", row: 4, "行业", "批发"),
      "2024/suppliers.csv 第 4 行“行业”列：“行业”的“批发”在企业划型标准的“行业”中找不到，最接近的是“批发业”"),
    Trial(
      "a unit below its shares without a word", .remove("2024/explanations.csv"),
      [
        "2024/explanations.csv：903 示例区水务局没有达到预留份额，又没有说明：工程预留份额应不少于 40.00%（国办发〔2024〕33号），实际 30.00%；小微企业份额应不少于 60.00%（财库〔2020〕46号），实际 4.70%，应补在表头之后"
      ]),
    Trial(
      "two districts", .cell("2024/units.csv", row: 6, "区划", "样本区"),
      "2024/units.csv 第 6 行“区划”列：902 的区划是样本区，第一个单位的是示例区"),
    Trial(
      "a department below another", .cell("2024/units.csv", row: 5, "主管预算单位编码", "900001"),
      [
        "2024/units.csv 第 5 行“主管预算单位编码”列：单位 901 的主管预算单位 900001 本身又归 900"
      ]),
    Trial(
      "a kind that is none, which is not also said to be another project's or without a policy",
      [.cell(contracts, row: 5, "项目编号", "SL2024-01"), .cell(contracts, row: 5, "采购类型", "贷物")],
      ["2024/contracts.csv 第 5 行“采购类型”列：“采购类型”的“贷物”不在可选值之内：货物、工程、服务"]),
    Trial(
      "a unit that is not in the list, on a project that has another contract",
      [.cell(contracts, row: 5, "项目编号", "SL2024-01"), .cell(contracts, row: 5, "预算单位编码", "900003")],
      ["2024/contracts.csv 第 5 行“预算单位编码”列：“预算单位编码”的“900003”在预算单位的“预算单位编码”中找不到，最接近的是“900001”"]),
    Trial(
      "a contract about nothing", .cell(contracts, row: 8, "合同金额(元)", "0"),
      "2024/contracts.csv 第 8 行“合同金额(元)”列：“合同金额(元)”应 > 0，现为“0”"),
    Trial(
      "the registers of another year",
      .rows(contracts, "all of 2023") { rows in
        rows.map { row in row.map { $0.replacing("2024-", with: "2023-") } }
      },
      "2024/contracts.csv：合同都不在 2024 年内，最早 2023-01-15，最晚 2023-10-08"),
  ]

  @Test(arguments: trials)
  func reports(_ trial: Trial) throws {
    let outcome = try SMEReserve.district(trial.edits).run("2024")
    #expect(outcome.errors.sorted() == trial.expected.sorted())
    #expect(outcome.isPublished == trial.expected.isEmpty)
  }

  /// What people have to judge does not keep the rest from being published.
  private static let warnings: [Trial] = [
    Trial(
      "a contract counted twice under two numbers",
      [
        .text(
          contracts, "HT20240004,",
          "HT20240010,SL2024-01,信息系统运维项目,900001,服务,800000.00,采购项目整体预留,,示例宏远软件有限公司,9199010100900001X,小型,1.00,1.00,2024-01-02,http://www.zfcg.sh.gov.cn/\nHT20240004,"
        ),
        .rows(contracts, "row 5 is row 2 under another number") { rows in
          rows.enumerated().map { $0.offset == 4 ? [rows[4][0]] + rows[1].dropFirst() : $0.element }
        },
      ],
      [
        "2024/contracts.csv 第 5 行“合同编号”列：合同 HT20240010 与第 2 行的项目（SL2024-01）、供应商、日期、金额（780,000.00 元）都相同"
      ]),
    Trial(
      "a size above the derived one", Edit.cell(contracts, row: 8, "企业规模", "中型"),
      "2024/contracts.csv 第 8 行“企业规模”列：合同 HT20240007 的示例百川商贸有限公司填作中型，按批发业的划型标准是小型"),
    Trial(
      "a small project of which only a part is reserved",
      [.cell(contracts, row: 5, "预留选项", "要求合同分包"), .cell(contracts, row: 5, "预留比例(%)", "60")],
      [
        "2024/contracts.csv 第 5 行“预留选项”列：项目 SL2024-04 预算 900,000.00 元，不超过服务的限额 2,000,000.00 元，却是要求合同分包"
      ]),
    Trial(
      "contracts beyond the project's budget", .cell(contracts, row: 5, "项目预算金额(元)", "879999.99"),
      "2024/contracts.csv 第 5 行“合同金额”列：项目 SL2024-04 的合同共 880,000.00 元，预算 879,999.99 元"),
    Trial(
      "contracts that are beyond the project's budget together, each of them within it",
      .text(
        contracts, "HT20240004,",
        "HT20240010,SL2024-01,信息系统运维项目,900001,服务,800000.00,采购项目整体预留,,示例宏远软件有限公司,91990101MA9000011P,小型,20000.01,20000.01,2024-03-01,http://www.zfcg.sh.gov.cn/\nHT20240004,"
      ),
      "2024/contracts.csv 第 2 行“合同金额”列：项目 SL2024-01 的合同共 800,000.01 元，预算 800,000.00 元"),
    Trial(
      "an explanation that nobody needs", .text("2024/explanations.csv", "903,", "900001,已达到。\n903,"),
      "2024/explanations.csv 第 2 行“预算单位编码”列：900001 达到了各项份额，这条说明不会印出"),
    Trial(
      "a supplier that is not listed",
      .rows("2024/suppliers.csv", "without row 3") {
        $0.enumerated().filter { $0.offset != 2 }.map(\.element)
      },
      "2024/contracts.csv 第 9 行“统一社会信用代码”列：示例同创建设工程有限公司（91990101MA900002XF）不在供应商登记里，它的 1 个合同没有核对企业规模"
    ),
    Trial(
      "a code that fails its check, which is not also said to be unlisted",
      .cell(contracts, row: 9, "统一社会信用代码", "91990101MA900002FX"),
      "2024/contracts.csv 第 9 行“统一社会信用代码”列：“统一社会信用代码”的“91990101MA900002FX”校验码不对，按其余各位应为“4”"),
    Trial(
      "an attachment of a department, whose notice is its units'",
      [
        .cell("2024/attachments.csv", row: 2, "预算单位编码", "900"),
        .file("2024/attachments/900/情况说明.txt", "说明"),
      ],
      ["2024/attachments.csv 第 2 行“预算单位编码”列：900 没有自己的公告，附件“情况说明.txt”不会公开"]),
    Trial(
      "no reviewers at all, said once", .remove("2024/reviewers.csv"),
      "2024/reviewers.csv：单位 900001、900002、901、903、900 等 6 个单位的采购人初审没有人可以办理"),
    Trial(
      "a reviewer of no unit", .text("2024/reviewers.csv", "900,采购人初审", "999,财政审核,张三\n900,采购人初审"),
      "2024/reviewers.csv 第 2 行“单位编码”列：预算单位里没有 999，这一行财政审核的审核人不起作用"),
  ]

  /// The two that the district has anyhow: 示例镇 has not reported, 司法局 too late.
  private static let usual = 2

  @Test(arguments: warnings)
  func warns(_ trial: Trial) throws {
    let outcome = try SMEReserve.district(trial.edits).run("2024")
    #expect(outcome.errors == [])
    #expect(outcome.warnings.filter(trial.expected.contains) == trial.expected, "\(outcome.warnings)")
    #expect(outcome.warnings.count == trial.expected.count + Self.usual, "\(outcome.warnings)")
    #expect(outcome.isPublished)
  }
}
