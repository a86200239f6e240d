import Foundation

/// LibreOffice without a window, with a profile of its own that recalculates every workbook on loading: by
/// default it believes the values that a file brings along.
public struct LibreOffice {
  private let folder: URL

  /// A profile in the folder.
  public init(in folder: URL) throws {
    self.folder = folder
    let user = folder.appending(path: "profile/user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" \
      xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">\
      <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
      </oor:items>
      """
    try settings.write(
      to: user.appending(path: "registrymodifications.xcu"), atomically: true, encoding: .utf8)
  }

  /// The workbook as LibreOffice writes it again, every formula recalculated.
  public func recalculated(_ workbook: URL) throws -> XLSXReader {
    let out = folder.appending(path: "recalculated")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    try run(
      "timeout",
      [
        "120", "soffice", "-env:UserInstallation=file://\(folder.appending(path: "profile").path())",
        "--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out.path(),
        workbook.path(),
      ])
    return try XLSXReader(out.appending(path: workbook.lastPathComponent))
  }
}
