public import Notation

/// What an identifier names; a phantom type, so that a party can never stand where a term is meant.
public protocol IdentifierKind: Sendable {
    /// How identifiers of this kind are spelled.
    static var grammar: IdentifierGrammar { get }
}

/// The permanent name of a term, a party, a condition or another thing the book keeps.
///
/// Lower-case ASCII of at most 128 characters, in the spelling of its kind. Ordered by bytes.
public struct Identifier<Kind: IdentifierKind>: Hashable, Sendable {
    /// The name as written.
    public let text: String

    /// Returns nil when `text` is not spelled as its kind asks.
    public init?(_ text: String) {
        guard Kind.grammar.accepts(text) else { return nil }
        self.text = text
    }
}

extension Identifier: Comparable {
    public static func < (lhs: Identifier, rhs: Identifier) -> Bool { lhs.text < rhs.text }
}

extension Identifier: CustomStringConvertible {
    public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral {
    /// For identifiers in source text.
    ///
    /// - Precondition: the literal is spelled as its kind asks.
    public init(stringLiteral value: String) {
        precondition(Kind.grammar.accepts(value), "'\(value)' is not \(Kind.grammar.expected)")
        text = value
    }
}

extension Identifier {
    /// One text in the spelling of its kind.
    public static var codec: Codec<Identifier> {
        Codec<Identifier>.scalar(
            Kind.grammar.expected, schema: .pattern(Kind.grammar.pattern),
            parse: { Identifier($0) }, write: \.text
        ).proposing(Kind.grammar.proposal)
    }
}

/// The kinds of identifier.
public enum IdentifierKinds {
    /// Marks identifiers of terms.
    public enum Term: IdentifierKind {
        public static let grammar = IdentifierGrammar.dotted(
            "a term id such as revenue-share.openai-to-microsoft")
    }
    /// Marks identifiers of parties.
    public enum Party: IdentifierKind {
        public static let grammar = IdentifierGrammar.hyphenated("a party id such as openai")
    }
    /// Marks identifiers of conditions.
    public enum Condition: IdentifierKind {
        public static let grammar = IdentifierGrammar.hyphenated("a condition id such as agi")
    }
    /// Marks identifiers of agreements.
    public enum Agreement: IdentifierKind {
        public static let grammar = IdentifierGrammar.hyphenated(
            "an agreement id such as microsoft-openai")
    }
    /// Marks names of business calendars.
    public enum Calendar: IdentifierKind {
        public static let grammar = IdentifierGrammar.hyphenated("a calendar name such as new-york")
    }
    /// Marks identifiers of disputes.
    public enum Dispute: IdentifierKind {
        public static let grammar = IdentifierGrammar.hyphenated("a dispute id in a-z, 0-9 and -")
    }
    /// Marks identifiers of expectations.
    public enum Expectation: IdentifierKind {
        public static let grammar = IdentifierGrammar.hyphenated(
            "an expectation id in a-z, 0-9 and -")
    }
    /// Marks identifiers of sources.
    public enum Source: IdentifierKind {
        public static let grammar = IdentifierGrammar.hyphenated("a source id in a-z, 0-9 and -")
    }
    /// Marks keys of recordings.
    public enum Recording: IdentifierKind {
        public static let grammar = IdentifierGrammar.key(
            "a recording key such as 2026-04-27-revised-agreement")
    }
    /// Marks identifiers of instruments.
    public enum Instrument: IdentifierKind {
        public static let grammar = IdentifierGrammar.hyphenated(
            "an instrument id such as third-amendment")
    }
    /// Marks identifiers of readings.
    public enum Reading: IdentifierKind {
        public static let grammar = IdentifierGrammar.hyphenated("a reading id in a-z, 0-9 and -")
    }
}

/// The permanent name of a term: words joined by `-` and `.`.
public typealias TermID = Identifier<IdentifierKinds.Term>
/// The name of a party: words joined by `-`.
public typealias PartyID = Identifier<IdentifierKinds.Party>
/// The name of a condition: words joined by `-`.
public typealias ConditionID = Identifier<IdentifierKinds.Condition>
/// The name of a business calendar: words joined by `-`.
public typealias CalendarID = Identifier<IdentifierKinds.Calendar>
/// The name of an agreement: words joined by `-`.
public typealias AgreementID = Identifier<IdentifierKinds.Agreement>
/// The name of a dispute: words joined by `-`.
public typealias DisputeID = Identifier<IdentifierKinds.Dispute>
/// The name of an expectation: words joined by `-`.
public typealias ExpectationID = Identifier<IdentifierKinds.Expectation>
/// The name of a source inside its recording: words joined by `-`.
public typealias SourceID = Identifier<IdentifierKinds.Source>
/// The idempotency key of a recording, unique in the book.
public typealias RecordingKey = Identifier<IdentifierKinds.Recording>
/// The name of one document, which its recordings share: words joined by `-`.
public typealias InstrumentID = Identifier<IdentifierKinds.Instrument>
/// The name of one reading of a clause or a condition: words joined by `-`.
public typealias ReadingID = Identifier<IdentifierKinds.Reading>
