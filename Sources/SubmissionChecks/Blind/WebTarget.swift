import Foundation
import Papers

/// What an address leads to, as far as it tells the authors.
struct WebTarget {
  enum Kind {
    /// A page about one person.
    case profile
    case mail
    /// A host on which people keep their own code and data.
    case own
    /// A personal page.
    case page
    case other
  }

  let address: String
  let host: String
  /// The parts of the path in small letters, such as an owner and a repository.
  let path: [String]
  let kind: Kind

  /// What authors say of their own material.
  static let own =
    claims + [
      "our implementation", "our data", "our model", "our prototype", "our framework is", "our system is",
      "our tool is", "our benchmark is", "we make", "is open source at", "is open-source at", "code:",
      "project website",
    ]

  /// What authors say when they hand out their own material.
  static let claims = [
    "our code", "our source", "our artifact", "our artefact", "our repository", "our project", "our website",
    "we release", "we open-source", "we open source", "we have released", "we have open-sourced", "we publish",
    "source code is available", "code is available", "code available", "artifact available",
    "artifacts are available", "code and data are available", "code and data available", "code can be found",
    "publicly available at", "open-sourced at", "open sourced at", "project page", "implementation is available",
  ]

  /// Whether words in small letters, near an address, speak of the authors' own material.
  static func isOwn(_ words: String) -> Bool {
    own.contains { words.contains($0) }
      || words.contains(
        /\bour (?:[\w-]+,? ){1,4}(?:(?:is|are|was|were|can be) )?(?:\w+ly )?(?:released|available|hosted|published|shared) (?:at|from|on|under|via)\b/
      )
      // What was found elsewhere, or is found on average, is not handed out.
      || words.contains(/\bour (?:[\w-]+,? ){1,4}can (?:\w+ly )?be (?:\w+ly )?found (?:at|from|on|under|via)\b/)
  }

  init?(_ address: String) {
    self.address = String(address.prefix(300))
    let lower = address.lowercased()
    if lower.hasPrefix("mailto:") {
      host = "an e-mail address"
      path = []
      kind = Identity.isAnonymous(lower) || lower.contains("example.") ? .other : .mail
      return
    }
    let rest = lower.range(of: "://").map { lower[$0.upperBound...] } ?? lower[...]
    let name = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }
    guard name.contains(".") else { return nil }
    host = name.hasPrefix("www.") ? String(name.dropFirst(4)) : String(name)
    let path = String(rest.dropFirst(name.count))
    self.path = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
    kind = Self.kind(host: host, path: path)
  }

  private static let codeHosts = [
    "github.com", "gitlab.com", "bitbucket.org", "github.io", "gitlab.io", "huggingface.co", "drive.google.com",
    "docs.google.com", "dropbox.com", "overleaf.com", "zenodo.org", "figshare.com", "osf.io", "sites.google.com",
    "onedrive.live.com", "codeberg.org", "sourceforge.net", "kaggle.com", "colab.research.google.com", "notion.site",
  ]

  private static func kind(host: String, path: String) -> Kind {
    func isOn(_ names: [String]) -> Bool { names.contains { host == $0 || host.hasSuffix("." + $0) } }
    if isOn(["orcid.org", "linkedin.com", "researchgate.net"]) { return .profile }
    if host.hasPrefix("scholar.google."), path.contains("user=") { return .profile }
    // A host's own front page is nobody's.
    if isOn(codeHosts), path.count > 1 || isOn(["github.io", "gitlab.io", "notion.site"]) { return .own }
    return path.hasPrefix("/~") ? .page : .other
  }

  /// Whether the address belongs to a mirror that hides its owner.
  var isAnonymous: Bool { host.contains("anonymous") || address.lowercased().contains("anonym") }
}
