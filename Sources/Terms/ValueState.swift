/// What is said about one field: a value, or in which way there is none.
///
/// A field is never null. `==` compares what is written; `matches` compares what is known.
public indirect enum ValueState: Hashable, Sendable {
    case stated(Value)
    /// Somewhere from the first to the second value.
    case between(Value, Value)
    /// Near that value.
    case about(Approximation)
    /// Blacked out in the source; the text is the mark that stands there.
    case redacted(String)
    /// There is a value; it is withheld.
    case undisclosed
    /// There may be a value or none.
    case unknown
    /// The instrument does not speak of it.
    case silent
    /// Stated not to exist.
    case none
    /// Whatever that field of that term is.
    case sameAs(TermID, FieldName)

    /// The state as people read it.
    public var displayText: String {
        switch self {
        case .stated(let value): value.displayText
        case .between(let low, let high): "between \(low.displayText) and \(high.displayText)"
        case .about(let approximation): approximation.displayText
        case .redacted(let mark): "redacted \(mark)"
        case .undisclosed: Word.undisclosed.rawValue
        case .unknown: Word.unknown.rawValue
        case .silent: Word.silent.rawValue
        case .none: Word.none.rawValue
        case .sameAs(let term, let field): "same as \(term)/\(field)"
        }
    }

    /// Whether both are written alike, to the byte: `USD 10.50` equals `USD 10.5`, and is written otherwise.
    package func isWritten(as other: ValueState) -> Bool {
        switch (self, other) {
        case (.stated(let mine), .stated(let its)): mine.isWritten(as: its)
        case (.between(let low, let high), .between(let least, let most)):
            low.isWritten(as: least) && high.isWritten(as: most)
        case (.about(let mine), .about(let its)): mine.isWritten(as: its)
        case (.redacted(let mine), .redacted(let its)): mine.utf8.elementsEqual(its.utf8)
        case _: self == other
        }
    }

    /// Whether both are known to say the same; `undisclosed` matches nothing, not even itself.
    public func matches(_ other: ValueState) -> Bool {
        self != .undisclosed && self == other
    }

    /// The stated value, where there is one.
    public var value: Value? {
        switch self {
        case .stated(let value): value
        case .between, .about, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs: nil
        }
    }

    /// The least and the most that it may be; nil where one of them is not known, or it is no number.
    package var ends: Approximation.Ends? {
        switch self {
        case .stated(let value): Approximation.Ends(low: value, high: value)
        case .between(let low, let high): Approximation.Ends(low: low, high: high)
        case .about(let approximation): approximation.ends
        case .redacted, .undisclosed, .unknown, .silent, .none, .sameAs: nil
        }
    }

    /// The stated bound, where there is one.
    public var bound: DateBound? {
        guard case .stated(.bound(let bound)) = self else { return nil }
        return bound
    }

    /// The states that are written as one word.
    enum Word: String, CaseIterable {
        case undisclosed, unknown, silent, none

        /// What people write where they have nothing to write, and which is none of these: it does not say which.
        static let placeholders: Set<String> = ["n/a", "tbd", "tba", "tbc", "-", "–", "—", "?"]

        var state: ValueState {
            switch self {
            case .undisclosed: .undisclosed
            case .unknown: .unknown
            case .silent: .silent
            case .none: .none
            }
        }
    }
}

extension ValueState: CustomStringConvertible {
    public var description: String { displayText }
}
