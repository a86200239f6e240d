/// 计数单位: the units of what is counted one by one. A whole number of them was never rounded, while 8 万元 or 8 吨 in a
/// table without decimals stands for everything between 7.5 and 8.5.
public enum CountedUnit {
  public static func contains(_ unit: String) -> Bool { all.contains(unit) }

  private static let all = Set(
    """
    人 名 位 人次 户 户次 家 家次 个 件 件次 辆 辆次 台 台次 台套 套 次 场 场次 项 所 处 座 栋 幢 间 条 份 本 册 篇 部 批 批次 \
    起 宗 例 期 期次 届 班 班次 组 艘 架 头 只 匹 株 棵 张 枚 把 支 块 面 口 门 类 种 款 笔 单 站 点 村 镇 乡 县 区 市 社区 床 席 \
    眼 段 盏 扇 根 车次 架次 人份 单位 项目
    """.split(separator: " ").map(String.init))
}
