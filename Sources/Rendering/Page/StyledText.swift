import Notation

/// What a run of text means to the reader; `Style` decides how that looks.
enum Role: Hashable, Sendable {
    case plain, strong, faint, warning
    case deleted, inserted, moved
}

/// A text in runs, each with a role.
struct StyledText: Hashable, Sendable {
    /// One run of one role.
    struct Span: Hashable, Sendable {
        var text: String
        var role: Role
    }

    private(set) var spans: [Span]

    init(_ text: String, _ role: Role = .plain) {
        let safe = SafeText.of(text)
        spans = safe.isEmpty ? [] : [Span(text: safe, role: role)]
    }

    var isEmpty: Bool { spans.isEmpty }
    var plainText: String { spans.map(\.text).joined() }
    var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

    mutating func append(_ other: StyledText) {
        for span in other.spans { append(span) }
    }

    mutating func append(_ span: Span) {
        if let last = spans.last, last.role == span.role {
            spans[spans.count - 1].text += span.text
        } else if !span.text.isEmpty {
            spans.append(span)
        }
    }

    /// The text with a mark at its end that something was left out, in at most `width` columns.
    func shortened(to width: Int) -> StyledText {
        var kept = self
        // Whole words, where the line has more than one.
        let hasSpace = plainText.contains(" ")
        while kept.width > width - 2
            || hasSpace && kept.width < self.width && !kept.endsAWord(of: self),
            let last = kept.spans.last
        {
            kept.spans[kept.spans.count - 1].text.removeLast()
            if last.text.count == 1 { kept.spans.removeLast() }
        }
        return kept + StyledText(" …", .faint)
    }

    /// Whether what of a text follows this beginning of it begins with a space.
    private func endsAWord(of whole: StyledText) -> Bool {
        whole.plainText.dropFirst(plainText.count).first == " "
    }

    static func + (lhs: StyledText, rhs: StyledText) -> StyledText {
        var sum = lhs
        sum.append(rhs)
        return sum
    }

    static func += (lhs: inout StyledText, rhs: StyledText) { lhs.append(rhs) }
}

extension StyledText: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self.init(value) }
}

extension Collection where Element == StyledText {
    func joined(separator: StyledText) -> StyledText {
        var sum: StyledText = ""
        for (index, text) in enumerated() {
            if index > 0 { sum += separator }
            sum += text
        }
        return sum
    }
}
