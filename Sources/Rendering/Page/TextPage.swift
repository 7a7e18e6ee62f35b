/// A page of text being written, line by line, at most `width` columns wide.
struct TextPage {
    let width: Int
    let style: Style
    private var lines: [String] = []

    init(_ options: TextOptions) {
        width = max(40, options.width)
        style = options.style
    }

    /// The page so far, with a line feed at its end.
    var text: String {
        var kept = lines[...]
        while kept.last?.isEmpty ?? false { kept.removeLast() }
        return kept.isEmpty ? "" : kept.joined(separator: "\n") + "\n"
    }

    /// An empty line, but never two.
    mutating func gap() {
        if !lines.isEmpty, lines.last != "" { lines.append("") }
    }

    /// A paragraph: its first line after `indent` columns, further ones after `indent + hang`.
    mutating func paragraph(_ text: StyledText, indent: Int = 0, hang: Int = 0) {
        let lines = text.wrapped(width: width - indent - hang, firstWidth: width - indent)
        for (index, line) in lines.enumerated() {
            write(line, indent: index == 0 ? indent : indent + hang)
        }
    }

    /// A label in a column of its own, and a text beside it that wraps in its own column.
    ///
    /// - Parameters:
    ///   - lead: what stands in the indentation of the first line, such as a sign.
    ///   - trailing: what stands at the right edge of the first line.
    mutating func row(
        _ label: StyledText, _ text: StyledText, labelWidth: Int, indent: Int = 0,
        lead: StyledText = "", trailing: StyledText = ""
    ) {
        let column = indent + labelWidth + 2
        let reserved = trailing.isEmpty ? 0 : trailing.width + 2
        let labels = label.wrapped(width: labelWidth)
        let texts = text.wrapped(width: max(16, width - column - reserved))
        for index in 0..<max(labels.count, texts.count) {
            var line = index < labels.count ? labels[index] : ""
            if index < texts.count, !texts[index].isEmpty {
                line += StyledText(String(repeating: " ", count: column - indent - line.width))
                line += texts[index]
            }
            if index == 0, !trailing.isEmpty {
                let space = max(2, width - indent - line.width - trailing.width)
                line += StyledText(String(repeating: " ", count: space)) + trailing
            }
            guard index == 0, !lead.isEmpty else {
                write(line, indent: indent)
                continue
            }
            write(
                lead + StyledText(String(repeating: " ", count: max(0, indent - lead.width)))
                    + line,
                indent: 0)
        }
    }

    /// A line as it stands, however wide.
    mutating func verbatim(_ text: StyledText, indent: Int = 0) { write(text, indent: indent) }

    private mutating func write(_ text: StyledText, indent: Int) {
        lines.append(
            text.isEmpty ? "" : String(repeating: " ", count: indent) + style.text(of: text))
    }
}
