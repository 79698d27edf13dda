import Papers
import Triage

/// Submissions whose every text is made to break the page, a spreadsheet or the reader's eye.
enum HostilePapers {
  private static let texts = [
    "<script>window.planted = 1</script>", "</script><script>window.planted = 1</script>", "<!--<script>",
    "<img src=x onerror=\"window.planted = 1\">", "\" onmouseover=\"window.planted = 1", "javascript:window.planted=1",
    "=HYPERLINK(\"http://x.example\")", "@SUM(1+1)*cmd|' /C calc'!A0", "\u{202E}detrever era sredaeR\u{2066}",
    "\u{0}\u{7}\u{1B}[2J control", "Z" + String(repeating: "\u{489}\u{301}", count: 3_000),
    String(repeating: "x", count: 100_000), "https://tracker.example/pixel.png",
  ]

  static let all = texts.map { text in
    let paper = Paper(file: text, title: text, abstract: text, authors: [text], keywords: [text], pageCount: 1)
    return Assessment(
      id: nil, file: text, reading: .success(paper), title: text, abstract: text, prediction: nil,
      findings: [Finding(id: "1", rule: "length.pages", verdict: .fail, message: text, page: 1, evidence: text)],
      decision: TriagePolicy().decision(for: .success(paper), hasTypedText: false, prediction: nil))
  }
}
