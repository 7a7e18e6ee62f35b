import Amendments
import EventStore
import Ledger
import Terms

extension Book {
    /// The term that is meant, or the field of one: by its id as it is, else by what is like it among the terms of the
    /// agreement that are seen from there.
    ///
    /// - Parameter takesField: whether a field may follow the term, after a dot or a slash.
    /// - Throws: `ambiguousName`; `unknownTerm` or `hiddenTerm` for an id, else `unknownName`.
    func subject(
        named name: String, of agreement: AgreementID, from vantage: Vantage, takesField: Bool
    ) async throws(DeedbookError) -> Subject.Reading {
        let readings =
            takesField
            ? Subject(name)?.readings ?? []
            : [TermID(name).map { Subject.Reading(term: $0) }].compactMap(\.self)
        for reading in readings
        where try await hasTerm(reading.term, of: agreement, from: vantage) {
            return reading
        }
        let known = try await conformedCopy(of: agreement, from: vantage).terms
        let parts = [(term: name, field: nil)] + (takesField ? Self.fieldOf(name) : [])
        for part in parts {
            let pattern = NamePattern(part.term)
            if let term = try pattern.one(of: pattern.terms(among: known), .term) {
                return Subject.Reading(term: term, field: part.field)
            }
        }
        guard let id = readings.first?.term else {
            throw .unknownName(name, .term, nearest: NamePattern(name).nearest(among: known))
        }
        throw try await absence(ofTerm: id, of: agreement, from: vantage, known.map(\.id))
    }

    /// The terms that are meant, each once: one by its name, or all of a pattern.
    ///
    /// - Throws: as `subject(named:of:from:takesField:)`.
    func terms(
        named names: [String], of agreement: AgreementID, from vantage: Vantage
    ) async throws(DeedbookError) -> [TermID] {
        var ids: [TermID] = []
        for name in names {
            let pattern = NamePattern(name)
            var found: [TermID] = []
            if pattern.isGlob {
                let known = try await conformedCopy(of: agreement, from: vantage).terms
                found = pattern.terms(among: known)
            }
            if found.isEmpty {
                found = [
                    try await subject(
                        named: name, of: agreement, from: vantage, takesField: false
                    ).term
                ]
            }
            ids += found.filter { !ids.contains($0) }
        }
        return ids
    }

    /// Nothing is read but what an answer about the whole term rests on.
    private func hasTerm(
        _ id: TermID, of agreement: AgreementID, from vantage: Vantage
    ) async throws(DeedbookError) -> Bool {
        try await view(
            of: agreement, from: vantage,
            deciding: DecisiveDays(vantage.on...vantage.on, wholeTerm: id)
        ).reading.term(id) != nil
    }

    /// What stands before the last dot or slash, with the field after it.
    private static func fieldOf(_ name: String) -> [(term: String, field: FieldName?)] {
        guard let mark = name.lastIndex(where: { "./".contains($0) }) else { return [] }
        let word = name[name.index(after: mark)...].lowercased()
            .split(separator: " ").joined(separator: "-")
        return FieldName(rawValue: word).map { [(String(name[..<mark]), $0)] } ?? []
    }
}

extension NamePattern {
    /// Those that it means by their ids on the day, or those under which they were added: the one that it is but for case
    /// and marks, else all that match.
    fileprivate func terms(among known: [ConformedTerm]) -> [TermID] {
        guard !text.isEmpty else { return [] }
        let same = known.filter { isSame(as: $0.id) || isSame(as: $0.identity) }
        if !same.isEmpty { return same.map(\.id) }
        return known.filter { matches($0.id) || matches($0.identity) }.map(\.id)
    }

    fileprivate func nearest(among known: [ConformedTerm]) -> [String] {
        guard let id: TermID = id() else { return [] }
        return id.nearest(among: known.map(\.id)).map(\.text)
    }
}
