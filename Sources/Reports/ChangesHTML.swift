import Foundation
import Papers
import Triage

/// What was different when the submissions last changed, as the overview tells it.
///
/// Papers are named by their ids. One without an id would be named by its file, which may tell who wrote it; for blind
/// readers such papers are only counted.
struct ChangesHTML {
  let changes: ChangeSet
  /// The ids of the papers of this run.
  let ids: Set<String>
  let audience: Audience

  /// The most papers that are named of one kind.
  private static let most = 30

  /// The section's content.
  var text: String {
    let kinds = [
      ("added", changes.added), ("replaced by another file", changes.changed), ("withdrawn", changes.withdrawn),
    ]
    let items = kinds.filter { !$0.1.isEmpty }.map { words, keys in
      "<li><strong>\(keys.count)</strong> \(words)\(names(keys))</li>"
    }
    return """
      <section class="changes"><h2>When the submissions last changed</h2>
      <ul>\(items.joined())</ul></section>
      """
  }

  private func names(_ keys: [String]) -> String {
    let shown = keys.filter { audience == .chair || ids.contains($0) || Self.isNumber($0) }
      .sorted { (Int($0) ?? .max, $0) < (Int($1) ?? .max, $1) }
    guard !shown.isEmpty else { return "" }
    let names = shown.prefix(Self.most).map { key in
      ids.contains(key)
        ? "<a href=\"#view=papers&amp;paper=\(address(of: key))\">\(HTMLText.isolated(key))</a>"
        : HTMLText.isolated(key)
    }
    let rest = keys.count - names.count
    return ": " + names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// An id as it stands in the page's address.
  private func address(of id: String) -> String {
    HTMLText.escaped(id.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? id)
  }

  private static func isNumber(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
