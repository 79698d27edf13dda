import Foundation

/// How a chair's marks and later runs know submissions without a certain id, whichever way their paths were typed.
///
/// A key is the path below the folder or zip that the user named; of a file named by itself it is the file's name. Where
/// several submissions of a run would have the same key, all of them begin with as many folders more as it takes to tell
/// them apart: a mark may then be lost when such folders are given together for the first time, but it never goes to
/// another paper. What cannot be told apart, such as a file given twice, is numbered: `a.pdf`, `a (2).pdf`.
enum SubmissionKeys {
  /// Where a submission is.
  struct Place {
    /// The absolute path of what the user named, or of the folder that holds the file that the user named; a zip's ends
    /// in `!`.
    let above: String
    /// The path below it.
    let below: String

    /// The key with the names of so many folders more in front; `nil` if there are not as many.
    fileprivate func key(with count: Int) -> String? {
      let folders = above.split(separator: "/")
      guard count <= folders.count else { return nil }
      return (folders.suffix(count).map(String.init) + [below]).joined(separator: "/")
    }
  }

  /// Returns the key of each place; all differ.
  static func keys(of places: [Place]) -> [String] {
    var keys = places.map(\.below)
    var counts = [Int](repeating: 0, count: places.count)
    while true {
      let same = Dictionary(grouping: keys.indices, by: { keys[$0] }).values.filter { $0.count > 1 }.joined()
      var isDone = true
      for index in same {
        guard let longer = places[index].key(with: counts[index] + 1) else { continue }
        keys[index] = longer
        counts[index] += 1
        isDone = false
      }
      if isDone { return Self.numbered(keys) }
    }
  }

  /// Returns the names, where a name that was there before has its number: `a.pdf`, `a (2).pdf`.
  static func numbered(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen: [String: Int] = [:]
    return names.map { name in
      guard var number = seen[name] else {
        seen[name] = 1
        return name
      }
      // Not `repeat` with a name declared before it: the optimizer of Swift 6.3.1 dies of that.
      while true {
        number += 1
        let told = Self.name(name, number: number)
        guard taken.insert(told).inserted else { continue }
        seen[name] = number
        return told
      }
    }
  }

  private static func name(_ name: String, number: Int) -> String {
    guard name.lowercased().hasSuffix(".pdf") else { return "\(name) (\(number))" }
    return "\(name.dropLast(4)) (\(number))\(name.suffix(4))"
  }

  /// The absolute path without links, which is the same whichever way the path was typed.
  static func absolute(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
