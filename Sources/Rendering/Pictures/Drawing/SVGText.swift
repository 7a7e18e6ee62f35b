import Notation

/// An SVG document as text, element by element; every coordinate a whole number, so that the bytes are
/// the same everywhere.
struct SVGText {
    private(set) var text = ""
    private var open: [String] = []

    typealias Attributes = KeyValuePairs<String, String>

    /// Begins an element that others stand in.
    mutating func begin(_ name: String, _ attributes: Attributes = [:], title: String? = nil) {
        text += "\(margin)<\(name)\(Self.written(attributes))>\n"
        open.append(name)
        if let title { leaf("title", title) }
    }

    mutating func end() {
        guard let name = open.popLast() else { return }
        text += "\(margin)</\(name)>\n"
    }

    /// An element with nothing in it.
    mutating func shape(_ name: String, _ attributes: Attributes) {
        text += "\(margin)<\(name)\(Self.written(attributes))/>\n"
    }

    /// An element that holds a text.
    mutating func leaf(_ name: String, _ content: String, _ attributes: Attributes = [:]) {
        text += "\(margin)<\(name)\(Self.written(attributes))>\(Self.escaped(content))</\(name)>\n"
    }

    /// Elements that are written already, as they are.
    mutating func append(_ other: SVGText) { text += other.text }

    private var margin: String { String(repeating: " ", count: open.count) }

    private static func written(_ attributes: Attributes) -> String {
        attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    }

    /// Text on one line in which nothing is markup, and all is seen: so nothing is in it that XML 1.0 cannot carry.
    static func escaped(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in SafeText.oneLine(text).unicodeScalars {
            switch scalar {
            case "<": output.append(contentsOf: "&lt;".unicodeScalars)
            case ">": output.append(contentsOf: "&gt;".unicodeScalars)
            case "&": output.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": output.append(contentsOf: "&quot;".unicodeScalars)
            case _: output.append(scalar)
            }
        }
        return String(output)
    }
}
