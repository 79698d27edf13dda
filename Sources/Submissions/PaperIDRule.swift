import Foundation
import Papers

/// How submission systems name the files that they hand out, and the paper's id in such a name.
///
/// Forms were read off HotCRP's, OpenReview's, CMT's and EasyChair's downloads. A name in none of these forms has no
/// certain id: a number somewhere in a name is not one.
public enum PaperIDRule {
  /// Returns the id that a path's file and folder names give, `nil` if none is certain.
  public static func id(forPath path: String) -> PaperID? {
    let parts = path.replacing("!/", with: "/").split(separator: "/")
    guard let file = parts.last, file.lowercased().hasSuffix(".pdf") else { return nil }
    let stem = String(file.dropLast(4))
    if let number = number(inFileName: stem) { return PaperID(rawValue: number) }
    return number(inFolders: parts.dropLast().map(String.init)).map(PaperID.init(rawValue:))
  }

  /// `aiml23-paper12`, `aiml23-final12` (HotCRP), `AIMLSys2023_paper_12` (EasyChair), `12_Title_of_it` (OpenReview),
  /// `12` (CMT, and by hand).
  private static func number(inFileName stem: String) -> String? {
    if !stem.isEmpty, stem.allSatisfy(isDigit) { return canonical(stem) }
    for marker in ["paper", "final", "submission"] {
      for separator in ["", "_", "-"] {
        guard let range = stem.range(of: marker + separator, options: [.backwards, .caseInsensitive]) else { continue }
        let before = stem[..<range.lowerBound].last
        let digits = stem[range.upperBound...]
        let standsAlone = before == nil || before == "-" || before == "_"
        if standsAlone, !digits.isEmpty, digits.allSatisfy(isDigit) { return canonical(String(digits)) }
      }
    }
    let lead = stem.prefix(while: isDigit)
    let afterLead = stem.dropFirst(lead.count)
    // OpenReview numbers submissions from 1; four digits before an underscore may as well be a year.
    if !lead.isEmpty, lead.count <= 5, afterLead.first == "_", afterLead.dropFirst().first?.isLetter == true,
      !(1990...2099).contains(Int(lead) ?? 0)
    {
      return canonical(String(lead))
    }
    return nil
  }

  /// `12/Submission/any.pdf`, `12/CameraReady/any.pdf` (CMT).
  private static func number(inFolders folders: [String]) -> String? {
    guard let kind = folders.last?.lowercased(), ["submission", "cameraready", "camera-ready"].contains(kind),
      let number = folders.dropLast().last, number.allSatisfy(isDigit)
    else { return nil }
    return canonical(number)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func canonical(_ digits: String) -> String? {
    let number = digits.drop { $0 == "0" }
    return number.isEmpty || number.count > 9 ? nil : String(number)
  }
}
