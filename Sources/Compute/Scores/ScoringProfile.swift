import Figures

/// 评分方案: how scores are made. It is data, since provinces differ; the national one is 财预〔2020〕10号.
public struct ScoringProfile: Hashable, Sendable {
  /// A name with its range in percent, both ends in it: 达成 80–100 of an indicator's weight, 优 90–100 points.
  public struct Band: Hashable, Sendable {
    public var name: String
    public var low: Fixed
    public var high: Fixed

    public init(_ name: String, _ low: Fixed, _ high: Fixed) {
      (self.name, self.low, self.high) = (name, low, high)
    }
  }

  /// 总分封顶: below this rate of execution (percent) the total is at most so many points.
  public struct Cap: Hashable, Sendable {
    public var rate: Fixed
    public var total: Fixed

    public init(rate: Fixed, total: Fixed) { (self.rate, self.total) = (rate, total) }
  }

  /// The weights' row that stands for the rate of execution.
  public static let execution = "预算执行率"

  public var id: String
  /// Points of each first-level group, and of `execution`.
  public var weights: [String: Fixed]
  /// 达成等级.
  public var levels: [Band]
  /// 评价等级.
  public var grades: [Band]
  /// 超额阈值, in percent: above the target by more needs a reason.
  public var threshold: Fixed
  public var cap: Cap?
  /// 逾期每日扣分, in percent of an indicator's weight; nil: what is late has no points.
  public var latePerDay: Fixed?

  public init(
    id: String, weights: [String: Fixed], levels: [Band] = [], grades: [Band] = [], threshold: Fixed,
    cap: Cap? = nil
  ) {
    (self.id, self.weights, self.levels, self.grades) = (id, weights, levels, grades)
    (self.threshold, self.cap) = (threshold, cap)
  }

  /// Whether an entered score lies in its level's band; nil for a level that the profile does not know.
  public func allows(_ entered: Fixed, at level: String, weight: Fixed) throws(ArithmeticOverflow) -> Bool? {
    guard let band = levels.first(where: { $0.name == level }) else { return nil }
    // Percent of the weight without dividing: a hundred times the score.
    let hundredfold = try entered.multiplied(by: 100)
    let low = Int128(band.low.units) * Int128(weight.units)
    let high = Int128(band.high.units) * Int128(weight.units)
    let own = hundredfold.lifted(to: band.low.decimals + weight.decimals)
    let top = hundredfold.lifted(to: band.high.decimals + weight.decimals)
    return low <= own && top <= high
  }

  /// The highest grade that the total reaches; nil below all of them.
  public func grade(of total: Fixed) -> String? {
    grades.sorted { $0.low > $1.low }.first { total >= $0.low }?.name
  }

  /// What the total may be at most at a rate of execution; nil where nothing limits it.
  public func limit(executed: Fixed?, budget: Fixed?) throws(ArithmeticOverflow) -> Fixed? {
    guard let cap, let executed, let budget, budget.units > 0 else { return nil }
    let reached = try executed.multiplied(by: 100)
    let asked = Int128(budget.units) * Int128(cap.rate.units)
    return reached.lifted(to: budget.decimals + cap.rate.decimals) < asked ? cap.total : nil
  }
}

extension Fixed {
  /// The units at more decimals than it has.
  fileprivate func lifted(to decimals: Int) -> Int128 {
    (self.decimals..<max(decimals, self.decimals)).reduce(Int128(units)) { units, _ in units * 10 }
  }
}
