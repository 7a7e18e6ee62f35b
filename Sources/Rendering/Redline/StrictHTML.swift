import Mustache
import Notation

/// Escapes text for HTML by code points.
///
/// swift-mustache's own content type escapes by grapheme, and so leaves `"` as it is where a combining
/// mark follows.
struct StrictHTML: MustacheContentType {
    static let name = "DEEDBOOK-HTML"

    func escapeText(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in SafeText.of(text).unicodeScalars {
            if let entity = Self.entity(for: scalar) {
                output.append(contentsOf: entity.unicodeScalars)
            } else {
                output.append(scalar)
            }
        }
        return String(output)
    }

    private static func entity(for scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "<": "&lt;"
        case ">": "&gt;"
        case "&": "&amp;"
        case "\"": "&quot;"
        case "'": "&#39;"
        case _: nil
        }
    }
}
