import Amendments
public import Terms

/// The answers of conformed copies for all days at once, as pieces.
public enum Pieces {
    /// Every piece of every term, by term, then status before fields, then day.
    public static func of(_ reading: AgreementReading) -> [TermPiece] {
        reading.terms.flatMap { of($0, in: reading.state.id) }
    }

    /// Every piece of one term.
    public static func of(_ term: TermTimeline, in agreement: AgreementID) -> [TermPiece] {
        term.subjects.flatMap { of($0, of: term, in: agreement) }
    }

    /// The pieces of one subject, in the order of their days.
    static func of(
        _ subject: TermPiece.Subject, of term: TermTimeline, in agreement: AgreementID
    ) -> [TermPiece] {
        of(subject, of: term, in: agreement, changingOn: term.days(of: subject), over: .always)
    }

    /// The pieces of one subject on some days.
    ///
    /// - Parameter days: on which the answer may change.
    static func of(
        _ subject: TermPiece.Subject, of term: TermTimeline, in agreement: AgreementID,
        changingOn days: Set<Day>, over range: DayRange
    ) -> [TermPiece] {
        var pieces: [TermPiece] = []
        let asked = days.filter { range.contains($0) && $0 != range.from }.sorted()
        for (day, next) in zip([range.from] + asked, asked + [range.end]) {
            guard let days = DayRange(from: day, to: next),
                let piece = term.piece(of: subject, on: day, in: agreement)
            else { continue }
            append(piece.on(days), to: &pieces)
        }
        return pieces
    }

    /// Adds a later piece, as part of the last one where that says the same up to its first day.
    static func append(_ piece: TermPiece, to pieces: inout [TermPiece]) {
        if let last = pieces.last, let days = last.days.joined(with: piece.days),
            last.agrees(with: piece)
        {
            pieces[pieces.count - 1].days = days
        } else {
            pieces.append(piece)
        }
    }
}

extension TermTimeline {
    /// The status and every field that the term may have, in the order of its kind; then what may be reported
    /// of them, and the places of parties that they may name.
    var subjects: [TermPiece.Subject] {
        let schemas = record.kind.definition.fields.filter {
            cells[$0.name] != nil || record.reports[$0.name] != nil
        }
        let reported = schemas.filter { record.reports[$0.name] != nil }
        let named = places.isEmpty ? [] : schemas.filter(\.namesParties)
        return [.status, .waiting] + schemas.map { .field($0.name) }
            + reported.map { .reports($0.name) }
            + named.map { .places($0.name) }
    }

    /// What is answered on one day, as a piece that begins then; nil where there is no such field.
    func piece(
        of subject: TermPiece.Subject, on day: Day, in agreement: AgreementID
    ) -> TermPiece? {
        switch subject {
        case .status:
            let reading = status(on: day)
            let cause = reading.causes.first ?? record.additions.first
            return TermPiece(
                agreement: agreement, term: record.identity, id: id(on: day), kind: record.kind,
                subject: subject, days: DayRange(from: day), answer: .status(reading.status),
                grade: cause?.grade ?? .inference, isReported: false,
                governing: cause?.position ?? Position(0))
        case .waiting: return waitingPiece(on: day, in: agreement)
        case .field(let name):
            guard let schema = record.kind.definition.field(name),
                let field = conformedField(schema, on: day)
            else { return nil }
            return TermPiece(
                agreement: agreement, term: record.identity, id: id(on: day), kind: record.kind,
                subject: subject, days: DayRange(from: day), answer: field.pieceAnswer,
                grade: field.grade, isReported: field.isReported,
                governing: field.governing.position)
        case .reports(let name):
            guard let schema = record.kind.definition.field(name),
                let field = conformedField(schema, on: day), let best = field.competing.first,
                let event = best.event
            else { return nil }
            return TermPiece(
                agreement: agreement, term: record.identity, id: id(on: day), kind: record.kind,
                subject: subject, days: DayRange(from: day),
                answer: .reports(field.reportedValues), grade: best.grade, isReported: true,
                governing: event.position)
        case .places(let name):
            guard let schema = record.kind.definition.field(name),
                let field = conformedField(schema, on: day), !field.piecePlaces.isEmpty
            else { return nil }
            return TermPiece(
                agreement: agreement, term: record.identity, id: id(on: day), kind: record.kind,
                subject: subject, days: DayRange(from: day),
                answer: .places(field.piecePlaces), grade: field.grade,
                isReported: field.isReported,
                governing: field.governing.position)
        }
    }
}

extension ConformedField {
    fileprivate var pieceAnswer: TermPiece.Answer {
        isIndeterminate ? .oneOf(candidates.map(\.value)) : .value(value)
    }

    /// The places of the parties it names, with those who came into them, or by their former names.
    fileprivate var piecePlaces: [TermPiece.Place] {
        let former = formerNames.keys.sorted().filter { places.place(of: $0) == nil }
        return places.map { place(of: $0) }
            + former.map { place(of: PartyPlace(party: $0, successors: [], isCertain: true)) }
    }

    private func place(of place: PartyPlace) -> TermPiece.Place {
        TermPiece.Place(
            party: place.party, successors: place.successors, isCertain: place.isCertain,
            formerNames: formerNames[place.party] ?? [], members: place.members,
            mayHaveOthers: place.mayHaveOthers)
    }
}
