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
        let broken = text.wrapped(width: width - indent - hang)
        // The first line has `hang` columns more, so what fits there is worked out first.
        guard hang > 0, broken.count > 1 else {
            for line in broken { write(line, indent: indent) }
            return
        }
        let first = text.wrapped(width: width - indent)[0]
        write(first, indent: indent)
        let rest = text.dropping(first)
        for line in rest.wrapped(width: width - indent - hang) { write(line, indent: indent + hang) }
    }

    /// A label in a column of its own, and a text beside it that wraps in its own column.
    mutating func row(
        _ label: StyledText, _ text: StyledText, labelWidth: Int, indent: Int = 0,
        trailing: StyledText = ""
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
            write(line, indent: indent)
        }
    }

    /// A line as it stands, however wide.
    mutating func verbatim(_ text: StyledText, indent: Int = 0) { write(text, indent: indent) }

    private mutating func write(_ text: StyledText, indent: Int) {
        lines.append(
            text.isEmpty ? "" : String(repeating: " ", count: indent) + style.text(of: text))
    }
}

extension StyledText {
    /// What follows `prefix`, which this text begins with, without the spaces between.
    fileprivate func dropping(_ prefix: StyledText) -> StyledText {
        var left = prefix.plainText.count
        var rest: StyledText = ""
        var hasBegun = false
        for span in spans {
            var kept = ""
            for character in span.text {
                if left > 0 {
                    left -= 1
                } else if hasBegun || character != " " {
                    hasBegun = true
                    kept.append(character)
                }
            }
            rest.append(Span(text: kept, role: span.role))
        }
        return rest
    }
}
