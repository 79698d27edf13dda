/// The page, its style and its script, which live as files under `Web` and are built into the program.
enum WebAssets {
  /// The page, with `{{places}}` to fill.
  static var page: String { text(PackageResources.page_html) }

  /// The style, for the screen and for paper.
  static var style: String {
    [
      PackageResources.base_css, PackageResources.overview_css, PackageResources.list_css, PackageResources.paper_css,
      PackageResources.print_css,
    ].map(text).joined(separator: "\n")
  }

  /// The script: the files share one function scope, in this order, so that nothing becomes global.
  static var script: String {
    let files = [
      PackageResources.dom_js, PackageResources.data_js, PackageResources.state_js, PackageResources.filters_js,
      PackageResources.columns_js, PackageResources.list_js, PackageResources.paper_js, PackageResources.picture_js,
      PackageResources.marks_js,
      PackageResources.export_js, PackageResources.keyboard_js, PackageResources.main_js,
    ]
    return "(() => {\n\"use strict\";\n" + files.map(text).joined(separator: "\n") + "})();\n"
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
