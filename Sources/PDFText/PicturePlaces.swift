import PDFLayout
import Papers

/// Finds where pictures and figures stand on a page, from its operators (ISO 32000-1, 8.8 to 8.10).
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
  /// The smallest upright rectangles around the pictures, in points from the page's top left corner.
  private(set) var pictures: [Box] = []
  /// The places of figures that came as files of their own, with all that they hold: also what a frame cuts away.
  private(set) var figures: [Box] = []
  private var bytesLeft = mostBytes
  private let pageArea: Double
  /// A form that fills more of the page is the page itself, wrapped up by a program that stamps or joins files.
  private static let mostOfPage = 0.6

  /// Follows the operators of a page, counted from 1; `nil` if that cannot be done to their end.
  init?(page number: Int, of objects: PDFObjects) {
    guard let page = objects.drawing(ofPage: number) else { return nil }
    self.objects = objects
    let bounds = page.matrix.box(of: page.bounds)
    pageArea = bounds.width * bounds.height
    guard follow(page, from: page.matrix, depth: 0, figure: nil) else { return nil }
  }

  /// Returns whether everything could be followed.
  ///
  /// - Parameter figure: The place among the figures of the one that is followed.
  private mutating func follow(
    _ drawing: PDFObjects.Drawing, from start: Transform, depth: Int, figure: Int?
  ) -> Bool {
    bytesLeft -= drawing.content.count
    guard depth <= Self.deepest, bytesLeft >= 0 else { return false }
    let bytes = drawing.content
    var matrix = start
    var saved: [Transform] = []
    var line = Transform()
    var isWhole = true
    ContentStream.forEachToken(of: bytes) { token, operands, name in
      func numbers(_ count: Int) -> [Double] {
        operands.suffix(count).compactMap { Double(String(decoding: bytes[$0], as: UTF8.self)) }
      }
      switch String(decoding: bytes[token], as: UTF8.self) {
      case "q" where saved.count < 1_000: saved.append(matrix)
      case "Q": matrix = saved.popLast() ?? matrix
      case "cm":
        if let change = Transform(numbers(6)) { matrix = change.followed(by: matrix) }
      case "BT": line = Transform()
      case "Tm" where figure != nil:
        line = Transform(numbers(6)) ?? line
        addText(at: line.followed(by: matrix), to: figure)
      case "Td" where figure != nil, "TD" where figure != nil:
        let numbers = numbers(2)
        if let step = Transform([1, 0, 0, 1] + numbers) { line = step.followed(by: line) }
        addText(at: line.followed(by: matrix), to: figure)
      case "BI": isWhole = add(matrix)
      case "Do":
        guard let name, let drawn = objects.drawn(Array(bytes[name]), by: drawing) else {
          isWhole = false
          break
        }
        switch drawn {
        case .picture: isWhole = add(matrix)
        case .form(let form):
          let inner = form.matrix.followed(by: matrix)
          isWhole = follow(
            form, from: inner, depth: depth + 1, figure: figure ?? addFigure(at: inner.box(of: form.bounds)))
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
    pictures.append(matrix.box(of: Box(x: 0, y: 0, width: 1, height: 1)))
    return pictures.count + figures.count <= Self.mostPictures
  }

  /// Adds a form's place and returns its number; `nil` for one that is as large as a page and may hold figures itself.
  private mutating func addFigure(at box: Box) -> Int? {
    figures.append(box)
    return box.width * box.height > Self.mostOfPage * pageArea ? nil : figures.count - 1
  }

  /// Widens a figure by the place where a text in it begins.
  private mutating func addText(at matrix: Transform, to figure: Int?) {
    guard let figure else { return }
    figures[figure] = figures[figure].union(Box(x: matrix.e, y: matrix.f, width: 0, height: 0))
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

  /// Returns the smallest upright rectangle around a changed one.
  func box(of box: Box) -> Box {
    func ends(_ x: Double, _ y: Double, _ start: Double) -> (Double, Double) {
      let corners = [
        x * box.left + y * box.top, x * box.left + y * box.bottom, x * box.right + y * box.top,
        x * box.right + y * box.bottom,
      ]
      return (start + (corners.min() ?? 0), start + (corners.max() ?? 0))
    }
    let (left, right) = ends(a, c, e)
    let (top, bottom) = ends(b, d, f)
    return Box(left: left, top: top, right: right, bottom: bottom)
  }
}
