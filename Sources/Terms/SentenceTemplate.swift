/// How the terms of one kind read in a sentence.
///
/// `{name}` stands for a field; a part in `[…]` is dropped when a field directly in it is absent; the
/// word `a(n)` becomes `a` or `an` by the letter after it:
/// `{grantor} grants {grantee} a(n) [{exclusivity} ]licence of {subject}[ for {purpose}]`.
public struct SentenceTemplate: Hashable, Sendable {
    /// The template as written.
    public let text: String
    /// What is wrong with the template; nil when it is well formed.
    public let fault: String?
    private let parts: [Part]

    private indirect enum Part: Hashable, Sendable {
        case literal(String)
        case field(FieldName)
        case group([Part])
    }

    public init(_ text: String) {
        self.text = text
        var reader = Reader(rest: text[...])
        parts = reader.parts(depth: 0)
        fault = reader.fault
    }

    /// Every field the template names.
    public var fields: [FieldName] { Self.fields(in: parts, grouped: true) }

    /// The fields the sentence cannot do without: those outside every bracket.
    public var neededFields: [FieldName] { Self.fields(in: parts, grouped: false) }

    /// The sentence, with each field as `display` gives it; nil stands for an absent field.
    ///
    /// A field outside brackets that is absent is named in place: `(grantor not given)`.
    public func render(with display: (FieldName) -> String?) -> String {
        let sentence = Self.render(
            parts,
            field: { display($0) ?? "(\($0.rawValue) not given)" },
            group: { Self.render(group: $0, with: display) })
        return Self.choosingArticles(in: sentence)
    }
}

extension SentenceTemplate: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension SentenceTemplate {
    private static func fields(in parts: [Part], grouped: Bool) -> [FieldName] {
        parts.flatMap { part -> [FieldName] in
            switch part {
            case .literal: []
            case .field(let name): [name]
            case .group(let parts): grouped ? fields(in: parts, grouped: true) : []
            }
        }
    }

    private static func render(
        _ parts: [Part], field: (FieldName) -> String, group: ([Part]) -> String
    ) -> String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .literal(let literal): text += literal
            case .field(let name): text += field(name)
            case .group(let parts): text += group(parts)
            }
        }
    }

    private static func render(group parts: [Part], with display: (FieldName) -> String?) -> String {
        let isComplete = fields(in: parts, grouped: false).allSatisfy { display($0) != nil }
        guard isComplete else { return "" }
        return render(
            parts, field: { display($0) ?? "" }, group: { render(group: $0, with: display) })
    }

    private static let openArticle = "a(n) "

    private static func choosingArticles(in text: String) -> String {
        let pieces = text.split(
            separator: openArticle, omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces.first ?? "")) { sentence, piece in
            let isVowel = piece.first.map { "aeiouAEIOU".contains($0) } ?? false
            sentence += (isVowel ? "an " : "a ") + piece
        }
    }

    /// Takes a template apart, noting the first fault.
    private struct Reader {
        var rest: Substring
        var fault: String?

        mutating func parts(depth: Int) -> [Part] {
            var parts: [Part] = []
            while let character = rest.first {
                switch character {
                case "[":
                    rest.removeFirst()
                    parts.append(.group(self.parts(depth: depth + 1)))
                case "]":
                    rest.removeFirst()
                    if depth > 0 { return parts }
                    note("']' closes nothing")
                case "{":
                    rest.removeFirst()
                    field().map { parts.append(.field($0)) }
                case "}":
                    rest.removeFirst()
                    note("'}' closes nothing")
                case _:
                    let literal = rest.prefix { !"[]{}".contains($0) }
                    rest = rest[literal.endIndex...]
                    parts.append(.literal(String(literal)))
                }
            }
            if depth > 0 { note("'[' is not closed") }
            return parts
        }

        private mutating func field() -> FieldName? {
            let name = rest.prefix { !"[]{}".contains($0) }
            rest = rest[name.endIndex...]
            guard rest.first == "}" else {
                note("'{' is not closed")
                return nil
            }
            rest.removeFirst()
            guard let field = FieldName(rawValue: String(name)) else {
                note("'\(name)' is not a field name")
                return nil
            }
            return field
        }

        private mutating func note(_ fault: String) {
            if self.fault == nil { self.fault = fault }
        }
    }
}
