import Amendments
package import Ledger
package import Terms

/// Where to look for the terms that may satisfy a predicate.
package struct PieceProbe: Hashable, Sendable {
    /// What is looked at; rows of one index.
    package enum Place: Hashable, Sendable {
        case agreement(AgreementID)
        case rows(kind: TermKind, subject: TermPiece.Subject, state: TermPiece.State)
        /// Rows that state that value, and still stand.
        case value(kind: TermKind, field: FieldName, json: String)
    }

    package let place: Place
    /// What a row found there must satisfy, or leave open.
    package var test: FieldTest?

    /// How many rows one expects there, from few to many.
    fileprivate var weight: Int {
        switch place {
        case .agreement: 0
        case .value: 1
        case .rows(_, let subject, let state):
            switch state {
            case .undisclosed, .redacted, .unknown, .silent, .none, .sameAs, .between, .about,
                .indeterminate, .suspended, .reported, .succeeded, .conditional:
                2
            case .stated: subject == .status ? 5 : (test == nil ? 4 : 3)
            case .inForce, .notYet, .ended: 5
            }
        }
    }
}

/// Finds the probes of a predicate: every term that satisfies it, or may, is in a row of one of them.
package struct PieceProbes {
    /// Whether rows that no longer stand count, which the index of values has not.
    private let isPast: Bool

    package init(isPast: Bool) { self.isPast = isPast }

    package func probes(for predicate: TermPredicate) -> [PieceProbe] {
        let kinds = Self.kinds(in: predicate) ?? TermKind.allCases
        // A term may satisfy it once what it waits for comes about.
        return (probes(for: predicate, among: kinds) ?? everything(of: kinds))
            + kinds.flatMap { rows($0, .waiting, [.conditional]) }
    }

    /// Nil where the predicate narrows nothing.
    private func probes(for predicate: TermPredicate, among kinds: [TermKind]) -> [PieceProbe]? {
        switch predicate {
        case .all(let parts):
            let own = Self.kinds(in: predicate).map { own in kinds.filter { own.contains($0) } }
            return parts.compactMap { probes(for: $0, among: own ?? kinds) }
                .min { Self.weight(of: $0) < Self.weight(of: $1) }
        case .any(let parts):
            var all: [PieceProbe] = []
            for part in parts {
                guard let own = probes(for: part, among: kinds) else { return nil }
                all += own
            }
            return all
        case .agreement(let id): return [PieceProbe(place: .agreement(id))]
        case .kind(let kind): return kinds.contains(kind) ? everything(of: [kind]) : []
        case .status(let status):
            guard let state = TermPiece.State(rawValue: status.rawValue) else { return nil }
            return kinds.flatMap { kind in
                rows(kind, .status, status == .indeterminate ? [state] : [state, .indeterminate])
            }
        case .party(let party):
            return kinds.flatMap { kind in
                kind.definition.fields.filter { $0.type == .party || $0.type == .parties }
                    .flatMap { rows(kind, $0, .compares(.equal, .party(party))) }
            }
        case .anyField(.reported): return nil
        case .anyField(let answered):
            guard let state = TermPiece.State(rawValue: answered.rawValue) else { return nil }
            return kinds.flatMap { kind in
                kind.definition.fields.flatMap {
                    rows(kind, .field($0.name), [state, .indeterminate])
                }
            }
        case .field(let name, let test):
            if test == .answered(.absent) { return nil }
            return kinds.flatMap { kind in
                kind.definition.field(name).map { rows(kind, $0, test) } ?? []
            }
        case .not, .term, .grade, .words: return nil
        }
    }

    private func everything(of kinds: [TermKind]) -> [PieceProbe] {
        kinds.flatMap { rows($0, .status, Self.statuses) }
    }

    private func rows(
        _ kind: TermKind, _ subject: TermPiece.Subject, _ states: Set<TermPiece.State>
    ) -> [PieceProbe] {
        states.map { PieceProbe(place: .rows(kind: kind, subject: subject, state: $0)) }
    }

    private func rows(
        _ kind: TermKind, _ schema: FieldSchema, _ test: FieldTest
    ) -> [PieceProbe] {
        let subject = TermPiece.Subject.field(schema.name)
        let beside = self.beside(kind, schema, test)
        func rows(_ states: Set<TermPiece.State>) -> [PieceProbe] {
            states.map {
                PieceProbe(place: .rows(kind: kind, subject: subject, state: $0), test: test)
            }
        }
        switch test {
        case .answered(let answered):
            guard answered != .reported,
                let state = TermPiece.State(rawValue: answered.rawValue)
            else { return rows(Self.values) + beside }
            return rows([state, .indeterminate])
        case .contains: return rows(Self.comparable) + beside
        case .compares(let comparison, let operand):
            guard comparison == .equal, !isPast, let json = Self.json(operand, schema.type) else {
                return rows(Self.comparable) + beside
            }
            let value = PieceProbe.Place.value(kind: kind, field: schema.name, json: json)
            return [PieceProbe(place: value)] + rows(Self.comparable.subtracting([.stated]))
                + beside
        }
    }

    /// What is reported of a field, and who came into the place of the parties it names.
    private func beside(
        _ kind: TermKind, _ schema: FieldSchema, _ test: FieldTest
    ) -> [PieceProbe] {
        let reports = PieceProbe.Place.rows(
            kind: kind, subject: .reports(schema.name), state: .reported)
        guard schema.type == .party || schema.type == .parties else {
            return [PieceProbe(place: reports, test: test)]
        }
        let places = PieceProbe.Place.rows(
            kind: kind, subject: .places(schema.name), state: .succeeded)
        return [PieceProbe(place: reports, test: test), PieceProbe(place: places)]
    }

    private static let statuses: Set<TermPiece.State> = [
        .inForce, .notYet, .ended, .suspended, .indeterminate,
    ]
    private static let values: Set<TermPiece.State> = [
        .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs,
        .indeterminate,
    ]
    /// Those of which a comparison is not always false.
    private static let comparable = values.subtracting([.none])

    /// How a stated value that is the operand, and no other, is written; nil where there are several ways.
    private static func json(_ operand: Operand, _ type: FieldType) -> String? {
        switch type {
        case .party, .choice, .term, .condition:
            let json = "\"\(operand.text)\""
            return operand.text.utf8.count <= 64 && !operand.text.contains(where: needsEscape)
                ? json : nil
        case .text, .flag, .count, .money, .rate, .indexation, .formula, .schedule, .tiers,
            .unitPrice, .date, .bound, .duration, .lapse, .yearly, .parties, .tags:
            return nil
        }
    }

    private static func needsEscape(_ character: Character) -> Bool {
        !(character.isASCII && (character.isLetter || character.isNumber))
            && character != "-" && character != "."
    }

    private static func weight(of probes: [PieceProbe]) -> Int {
        probes.map(\.weight).max() ?? 0
    }

    /// The kinds a term must be of; nil for any.
    private static func kinds(in predicate: TermPredicate) -> [TermKind]? {
        switch predicate {
        case .kind(let kind): return [kind]
        case .all(let parts):
            let sets = parts.compactMap { kinds(in: $0) }
            guard let first = sets.first else { return nil }
            return sets.dropFirst().reduce(first) { all, own in all.filter { own.contains($0) } }
        case .any(let parts):
            var all: Set<TermKind> = []
            for part in parts {
                guard let own = kinds(in: part) else { return nil }
                all.formUnion(own)
            }
            return TermKind.allCases.filter { all.contains($0) }
        case .not, .agreement, .term, .status, .party, .grade, .anyField, .field, .words:
            return nil
        }
    }
}
