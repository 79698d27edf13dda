import PDFLayout
import Papers

/// Finds where pictures stand on a page, from its operators (ISO 32000-1, 8.8 to 8.10).
///
/// Poppler tells too, but goes through the page once more for it, and swaps width and height of pictures whose pixels
/// are not as wide on paper as they are high.
struct PicturePlaces {
  /// Forms within forms; real papers have three or four.
  private static let deepest = 12
  /// A page with more has patterns made of them.
  private static let mostPictures = 10_000
  /// The most operators' bytes for one page, each form as often as it is drawn.
  private static let mostBytes = 50_000_000

  private let objects: PDFObjects
  private var boxes: [Box] = []
  private var bytesLeft = mostBytes

  /// Returns the smallest upright rectangles around the pictures of a page, counted from 1, in points from its top left
  /// corner; `nil` if the page's operators cannot be followed to their end.
  static func boxes(onPage number: Int, of objects: PDFObjects) -> [Box]? {
    guard let page = objects.drawing(ofPage: number) else { return nil }
    var places = PicturePlaces(objects: objects)
    return places.follow(page, from: page.matrix, depth: 0) ? places.boxes : nil
  }

  private init(objects: PDFObjects) { self.objects = objects }

  /// Returns whether everything could be followed.
  private mutating func follow(_ drawing: PDFObjects.Drawing, from start: Transform, depth: Int) -> Bool {
    bytesLeft -= drawing.content.count
    guard depth <= Self.deepest, bytesLeft >= 0 else { return false }
    let bytes = drawing.content
    var matrix = start
    var saved: [Transform] = []
    var isWhole = true
    ContentStream.forEachToken(of: bytes) { token, operands, name in
      switch String(decoding: bytes[token], as: UTF8.self) {
      case "q" where saved.count < 1_000: saved.append(matrix)
      case "Q": matrix = saved.popLast() ?? matrix
      case "cm":
        let numbers = operands.suffix(6).compactMap { Double(String(decoding: bytes[$0], as: UTF8.self)) }
        if let change = Transform(numbers) { matrix = change.followed(by: matrix) }
      case "BI": isWhole = add(matrix)
      case "Do":
        guard let name, let drawn = objects.drawn(Array(bytes[name]), by: drawing) else {
          isWhole = false
          break
        }
        switch drawn {
        case .picture: isWhole = add(matrix)
        case .form(let form):
          isWhole = follow(form, from: form.matrix.followed(by: matrix), depth: depth + 1)
        case .nothing: break
        }
      default: break
      }
      return isWhole
    }
    return isWhole
  }

  /// Adds the place of a picture, which is a square of one unit; returns whether there is room.
  private mutating func add(_ matrix: Transform) -> Bool {
    boxes.append(matrix.boxOfUnitSquare)
    return boxes.count <= Self.mostPictures
  }
}

/// A change of coordinates: `x' = a x + c y + e`, `y' = b x + d y + f`.
struct Transform {
  var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

  /// Changes nothing.
  init() {}

  /// Takes the numbers as a PDF gives them; `nil` unless there are six.
  init?(_ numbers: [Double]) {
    guard numbers.count == 6, numbers.allSatisfy(\.isFinite) else { return nil }
    (a, b, c, d, e, f) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }

  func followed(by next: Transform) -> Transform {
    var result = Transform()
    (result.a, result.b) = (a * next.a + b * next.c, a * next.b + b * next.d)
    (result.c, result.d) = (c * next.a + d * next.c, c * next.b + d * next.d)
    (result.e, result.f) = (e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f)
    return result
  }

  var boxOfUnitSquare: Box {
    Box(
      left: e + min(a, 0) + min(c, 0), top: f + min(b, 0) + min(d, 0), right: e + max(a, 0) + max(c, 0),
      bottom: f + max(b, 0) + max(d, 0))
  }
}
