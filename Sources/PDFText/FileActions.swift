import PDFLayout

/// What a file does by itself, found in its objects.
extension PDFObjects {
  /// The keys under which no action can stand, and those that lead back up.
  private static let passedOver: Set<String> = [
    "/Parent", "/P", "/Resources", "/Contents", "/StructTreeRoot", "/Metadata", "/AP", "/Pages", "/Prev",
  ]

  /// What the file does on its own or when something in it is clicked: scripts, programs, forms that send data; `nil`
  /// if nothing was found but not all objects could be looked at.
  func actions(objectLimit: Int = PDFObjects.objectLimit) -> [FileAction]? {
    var walk = ActionWalk()
    for (index, page) in pages.enumerated() { walk.begin(withPage: page, number: index + 1) }
    // Last in, first out: what the file does as a whole is told before what stands on a page.
    walk.pend(root, page: nil)
    let isComplete = walk.run(objectLimit: objectLimit)
    return walk.actions.isEmpty && !isComplete ? nil : walk.actions
  }

  /// A walk over all that is reachable, each object once; with a list of what is still to see, since chains such as
  /// that of a file's bookmarks are longer than a program's stack is deep.
  private struct ActionWalk {
    var actions: [FileAction] = []
    private var pending: [(object: Object, page: Int?)] = []
    private var seen: Set<Int32> = []

    /// The pages' numbers by their objects': what stands on a page is that page's, by whatever way it is reached.
    private var pages: [Int32: Int] = [:]

    mutating func begin(withPage object: Object, number: Int) {
      if let id = object.number { pages[id] = number }
      pend(object, page: number)
    }

    mutating func pend(_ object: Object, page: Int?) { pending.append((object, page)) }

    /// Returns whether everything was looked at.
    mutating func run(objectLimit: Int) -> Bool {
      var count = 0
      while let (object, origin) = pending.popLast() {
        var page = origin
        defer { object.release() }
        count += 1
        guard count <= objectLimit else { return false }
        if let id = object.number {
          guard seen.insert(id).inserted else { continue }
          page = pages[id] ?? page
        }
        if let action = Self.action(object, page: page) { actions.append(action) }
        for (key, part) in object.parts {
          if PDFObjects.passedOver.contains(key) { part.release() } else { pend(part, page: page) }
        }
      }
      return true
    }

    private static func action(_ dictionary: Object, page: Int?) -> FileAction? {
      guard let type = dictionary["/S"] else { return nil }
      defer { type.release() }
      switch type.name {
      case "/JavaScript": return FileAction(kind: .script, page: page)
      case "/Rendition" where dictionary["/JS"] != nil: return FileAction(kind: .script, page: page)
      case "/Launch": return FileAction(kind: .launch, page: page)
      case "/SubmitForm", "/ImportData": return FileAction(kind: .form, page: page)
      default: return nil
      }
    }
  }
}
