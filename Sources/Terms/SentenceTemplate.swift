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
        case article
        case field(FieldName)
        case group([Part])
    }

    /// Takes `text` apart; a template that is not well formed renders what can be read of it.
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
        let pieces = Self.pieces(of: parts) {
            display($0) ?? "(\($0.rawValue) not given)"
        } isGiven: {
            display($0) != nil
        }
        return pieces.reversed().reduce("") { sentence, piece in
            piece.text(before: sentence) + sentence
        }
    }
}

extension SentenceTemplate: ExpressibleByStringLiteral {
    /// The same as `init(_:)`; look at `fault` before use.
    public init(stringLiteral value: String) { self.init(value) }
}

extension SentenceTemplate {
    private static func fields(in parts: [Part], grouped: Bool) -> [FieldName] {
        parts.flatMap { part -> [FieldName] in
            switch part {
            case .literal, .article: []
            case .field(let name): [name]
            case .group(let parts): grouped ? fields(in: parts, grouped: true) : []
            }
        }
    }

    /// A part of the finished sentence; an article is chosen once what follows it is known, and never
    /// in the text of a field.
    private enum Piece {
        case text(String)
        case article

        func text(before rest: String) -> String {
            switch self {
            case .text(let text): text
            case .article: rest.first.map { "aeiouAEIOU".contains($0) } ?? false ? "an " : "a "
            }
        }
    }

    private static func pieces(
        of parts: [Part], display: (FieldName) -> String, isGiven: (FieldName) -> Bool
    ) -> [Piece] {
        parts.flatMap { part -> [Piece] in
            switch part {
            case .literal(let text): [.text(text)]
            case .article: [.article]
            case .field(let name): [.text(display(name))]
            case .group(let parts):
                fields(in: parts, grouped: false).allSatisfy(isGiven)
                    ? pieces(of: parts, display: display, isGiven: isGiven) : []
            }
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
                    parts += literal()
                }
            }
            if depth > 0 { note("'[' is not closed") }
            return parts
        }

        private mutating func literal() -> [Part] {
            let literal = rest.prefix { !"[]{}".contains($0) }
            rest = rest[literal.endIndex...]
            let texts = literal.split(separator: "a(n) ", omittingEmptySubsequences: false)
            return Array(texts.map { [Part.literal(String($0))] }.joined(separator: [.article]))
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
