/// Random numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Numbers of every length, and both ends of Int64.
  mutating func anyInt64() -> Int64 {
    switch Int.random(in: 0..<20, using: &self) {
    case 0: .min
    case 1: .max
    default: Int64(bitPattern: next()) >> Int64.random(in: 0..<63, using: &self)
    }
  }
}
