import Foundation

/// A ZIP archive whose entries are stored as they are: enough to put a changed workbook together again.
public struct StoredArchive {
  private var entries: [(name: String, data: Data)] = []

  public init() {}

  /// The entries of another archive, as `unzip` reads them.
  public init(unzipping file: URL) throws {
    let names = String(decoding: try run("unzip", ["-Z1", file.path]), as: UTF8.self).split(separator: "\n")
    // unzip takes names for patterns.
    for name in names.map(String.init) {
      let pattern = name.replacing("[", with: "\\[").replacing("]", with: "\\]")
      entries.append((name, try run("unzip", ["-p", file.path, pattern])))
    }
  }

  public subscript(_ name: String) -> Data? {
    get { entries.first { $0.name == name }?.data }
    set {
      let place = entries.firstIndex { $0.name == name }
      if let place { entries.remove(at: place) }
      if let newValue { entries.insert((name, newValue), at: place ?? entries.count) }
    }
  }

  public var bytes: Data {
    var (body, directory) = (Data(), Data())
    for (name, data) in entries {
      let start = UInt32(body.count)
      let size = little(UInt32(data.count))
      // Version 2.0, no flags, stored, 1 January 1980.
      let head = little(UInt32(20)) + little(UInt32(0)) + little(UInt16(0x21))
      let common = head + little(crc(data)) + size + size
      let length = little(UInt16(name.utf8.count))
      body += little(UInt32(0x0403_4b50)) + common + length + little(UInt16(0)) + Data(name.utf8) + data
      directory += little(UInt32(0x0201_4b50)) + little(UInt16(20)) + common + length
      directory += Data(count: 12) + little(start) + Data(name.utf8)
    }
    let count = little(UInt16(entries.count))
    let end = little(UInt32(0x0605_4b50)) + Data(count: 4) + count + count + little(UInt32(directory.count))
    return body + directory + end + little(UInt32(body.count)) + Data(count: 2)
  }

  private func little(_ number: some FixedWidthInteger) -> Data {
    withUnsafeBytes(of: number.littleEndian) { Data($0) }
  }

  /// CRC-32 as ZIP wants it.
  private func crc(_ data: Data) -> UInt32 {
    ~data.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
  }
}
