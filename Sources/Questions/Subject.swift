public import Terms

/// A term, or a field of one, as people name it.
///
/// An id has dots itself, so `fee.support.amount` is the term of that name or, where there is none, the field `amount`
/// of `fee.support`.
public struct Subject: Hashable, Sendable {
    /// One way to read the name.
    public struct Reading: Hashable, Sendable {
        public var term: TermID
        /// nil for the whole term.
        public var field: FieldName?

        public init(term: TermID, field: FieldName? = nil) {
            self.term = term
            self.field = field
        }
    }

    /// The way that counts wherever it names a term: the one with the longest id.
    public let first: Reading
    /// The other way, where there is one.
    public let second: Reading?

    public init(_ term: TermID, field: FieldName? = nil) {
        first = Reading(term: term, field: field)
        second = nil
    }

    /// Reads `TERM`, `TERM.FIELD` or `TERM/FIELD`, of which only the first two can be meant at once.
    public init?(_ text: String) {
        if let slash = text.firstIndex(of: "/") {
            guard let only = Self.split(text, at: slash) else { return nil }
            (first, second) = (only, nil)
            return
        }
        let whole = TermID(text).map { Reading(term: $0) }
        let part = text.lastIndex(of: ".").flatMap { Self.split(text, at: $0) }
        guard let first = whole ?? part else { return nil }
        self.first = first
        second = whole == nil ? nil : part
    }

    /// Both ways, the one that counts first.
    public var readings: [Reading] { [first] + [second].compactMap(\.self) }

    private static func split(_ text: String, at index: String.Index) -> Reading? {
        guard let term = TermID(String(text[..<index])),
            let field = FieldName(rawValue: String(text[text.index(after: index)...]))
        else { return nil }
        return Reading(term: term, field: field)
    }
}
