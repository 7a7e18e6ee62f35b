import Notation

extension TermPredicate {
    /// Reads what a person wants to find: a predicate, or words to look for.
    ///
    /// What reads as a predicate is one. Else it is a condition with a mistake where a comparison sign stands in it, where
    /// the name of a field or another subject is followed by `is`, `contains`, `in`, `before`, `after`, `below` or
    /// `above`, or where `and`, `or` or `not` stand beside a text in quotes. All else are words, each of which has to
    /// occur, and texts in quotes, which have to occur as they stand.
    ///
    /// - Parameters:
    ///   - source: the predicate or the words as a person writes them.
    ///   - meanings: what its names mean; see `names(in:)`.
    /// - Throws: what is wrong first with a condition.
    public init(
        orWords source: String, meaning meanings: [PredicateName: String] = [:]
    ) throws(PredicateError) {
        do throws(PredicateError) {
            self = try TermPredicate(source, meaning: meanings)
        } catch {
            guard !Self.isCondition(source) else { throw Self.hinting(error) }
            let parts = Self.words(in: source)
            guard let first = parts.first, parts.count <= Self.mostWords else {
                throw Self.hinting(error)
            }
            self = parts.count == 1 ? first : .all(parts)
        }
    }

    /// The names in it whose meaning has to be found out before it can be read.
    public static func names(in source: String) -> Set<PredicateName> {
        let meanings = PredicateMeanings([:])
        guard let tokens = try? PredicateLexer.tokens(of: source) else { return [] }
        var parser = PredicateParser(source, tokens, meanings)
        return (try? parser.whole()) == nil ? [] : meanings.asked
    }

    private static let mostWords = 100
    private static let operators: Set<String> = [
        "is", "contains", "in", "before", "after", "below", "above",
    ]

    private static func isCondition(_ source: String) -> Bool {
        let plain = source.split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated().filter { $0.offset % 2 == 0 }.map { String($0.element) }
            .joined(separator: " ")
        if plain.contains(where: { "=<>".contains($0) }) { return true }
        let words = plain.split { $0.isWhitespace || "(),".contains($0) }.map(String.init)
        if source.contains("\""), words.contains(where: { ["and", "or", "not"].contains($0) }) {
            return true
        }
        return zip(words, words.dropFirst()).contains { subject, next in
            operators.contains(next)
                && (FieldCatalogue.names.contains(subject)
                    || next != "in"
                        && !Spelling.nearest(to: subject, among: FieldCatalogue.names).isEmpty)
        }
    }

    private static func hinting(_ error: PredicateError) -> PredicateError {
        var error = error
        error.hint += "; words to look for as they are stand in \"quotes\""
        return error
    }

    /// Texts in quotes as they stand, and each other word by itself.
    private static func words(in source: String) -> [TermPredicate] {
        source.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .flatMap { index, part in
                index % 2 == 1
                    ? [String(part)] : part.split(whereSeparator: \.isWhitespace).map(String.init)
            }
            .compactMap { SearchWords($0).map { .words($0) } }
    }
}
