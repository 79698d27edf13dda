import Papers
import Submissions
import Testing

struct PaperIDRuleTests {
  @Test(arguments: [
    ("in/aiml23-paper12.pdf", "12"), ("paper7.PDF", "7"), ("aiml23-final012.pdf", "12"),
    ("AIMLSys2023_paper_31.pdf", "31"), ("44_Paged_caches_for_all.pdf", "44"), ("9.pdf", "9"),
    ("track/15/Submission/my file.pdf", "15"), ("a.zip!/15/CameraReady/x.pdf", "15"),
  ])
  func `the names that submission systems give carry the id`(path: String, id: String) {
    #expect(PaperIDRule.id(forPath: path) == PaperID(rawValue: id))
  }

  @Test(arguments: [
    "aiml23-paper12-supplement.pdf", "notes.pdf", "whitepaper3.pdf", "2023_report.pdf", "paper.pdf", "12/x.pdf",
    "v2-final.pdf", "12_3.pdf", "paper12.txt", "0.pdf",
  ])
  func `other names carry none`(path: String) {
    #expect(PaperIDRule.id(forPath: path) == nil)
  }
}
