import Amendments
public import EventStore
public import Ledger
public import Portfolio
public import Terms

extension Book {
    /// Finds the terms that satisfy a predicate: from pieces where the store keeps them and the vantage
    /// counts all disclosures, else from the conformed copy of every agreement.
    public func find(
        _ predicate: TermPredicate, from vantage: Vantage
    ) async throws(DeedbookError) -> Portfolio {
        guard let held = try await pieces(for: predicate, from: vantage) else {
            return try await findByReading(predicate, from: vantage)
        }
        var answer = Portfolio(
            predicate, from: vantage, at: held.position, among: held.terms,
            bounds: try await readers(for: predicate, held.terms, from: vantage))
        try await doubt(&answer, from: vantage) { _ in vantage.on }
        return answer
    }

    /// Leaves open what an instrument that was not read may have changed: of a match the fields that were asked about.
    ///
    /// What does not match as far as it was read stays out, though it might after such an instrument: the answer names
    /// those of the agreements that it covers.
    private func doubt(
        _ answer: inout Portfolio, from vantage: Vantage, today: (_ zone: String) -> Day
    ) async throws(DeedbookError) {
        var readings: [AgreementID: (reading: AgreementReading, day: Day)] = [:]
        for agreement in answer.covered.sorted() {
            let noted = try await store.events(of: agreement, kinds: [.instrumentNoted])
            guard !noted.isEmpty else { continue }
            let reading = try await reading(of: agreement, from: vantage)
            let day = today(reading.state.zone ?? "UTC")
            readings[agreement] = (reading, day)
            answer.notRead += reading.notRead(by: day).map { Portfolio.NotRead(agreement, $0) }
        }
        let fields = answer.asked.fields
        guard !readings.isEmpty, !fields.isEmpty else { return }
        answer.doubt { held in
            guard let (reading, day) = readings[held.agreement],
                let term = reading.term(held.identity)
            else { return [] }
            return fields.flatMap { field in
                term.notRead(since: term.governing(field, on: day), by: day).map {
                    (field, "\($0.recording) (\($0)), which was not read, may have changed it")
                }
            }
        }
    }

    /// The same with every agreement asked about its own today.
    ///
    /// - Parameters:
    ///   - predicate: what a term has to satisfy.
    ///   - vantage: what is known; its day is today in UTC.
    ///   - today: today in a zone: the vantage's day, or the one before it or after it.
    public func findToday(
        _ predicate: TermPredicate, from vantage: Vantage, today: (_ zone: String) -> Day
    ) async throws(DeedbookError) -> Portfolio {
        let days = [-1, 0, 1].map { vantage.on.adding(days: $0) }
        var answers: [Portfolio] = []
        for day in days {
            var point = vantage
            point.on = day
            guard try await pieces(for: predicate, from: point) != nil else {
                return try await findByReading(predicate, from: vantage, today: today)
            }
            answers.append(try await find(predicate, from: point))
        }
        var answer = answers[1]
        answer.isOfToday = true
        let differing = Set(Portfolio.differing(among: answers))
        let doubtful = answers.flatMap(\.notRead).map(\.agreement)
        for agreement in differing.union(doubtful).sorted() {
            let reading = try await reading(of: agreement, from: vantage)
            guard let index = days.firstIndex(of: today(reading.state.zone ?? "UTC")) else {
                continue
            }
            answer.replace(agreement, by: answers[index])
        }
        return answer
    }

    /// Finds them by reading every event: what `find` answers too, slowly.
    public func findByReading(
        _ predicate: TermPredicate, from vantage: Vantage
    ) async throws(DeedbookError) -> Portfolio {
        var answer = try await findByReading(predicate, from: vantage) { _ in vantage.on }
        answer.isOfToday = false
        return answer
    }

    private func findByReading(
        _ predicate: TermPredicate, from vantage: Vantage, today: (_ zone: String) -> Day
    ) async throws(DeedbookError) -> Portfolio {
        let position = try await resolve(vantage.recordedAt)
        var held: [KnownTerm] = []
        var bounds: [AgreementID: BoundReader] = [:]
        let named = predicate.agreements
        for agreement in try await agreements(at: vantage.recordedAt)
        where named?.contains(agreement) ?? true {
            let view = try await view(of: agreement, from: vantage)
            let copy = view.on(today(view.reading.state.zone ?? "UTC")).copy()
            held += copy.terms.map { term in
                predicate.speaksOfWords
                    ? KnownTerm(withTexts: term, in: copy) : KnownTerm(term, in: agreement)
            }
            bounds[agreement] = view.reading.bounds
        }
        var answer = Portfolio(
            predicate, from: vantage, at: position, among: held, bounds: bounds)
        answer.isOfToday = true
        try await doubt(&answer, from: vantage, today: today)
        return answer
    }

    /// What the store finds without reading events; nil where it has no pieces for the vantage, or more than these is
    /// asked about.
    private func pieces(
        for predicate: TermPredicate, from vantage: Vantage
    ) async throws(DeedbookError) -> KnownTerms? {
        guard vantage.disclosedBy == nil, !predicate.speaksOfWords,
            let store = store as? any PortfolioStore
        else {
            return nil
        }
        return try await store.knownTerms(
            for: predicate.complete, on: vantage.on, at: vantage.recordedAt)
    }

    /// How the agreements read dates and conditions whose terms have a bound that rests on it.
    private func readers(
        for predicate: TermPredicate, _ terms: [KnownTerm], from vantage: Vantage
    ) async throws(DeedbookError) -> [AgreementID: BoundReader] {
        let agreements = terms.filter { $0.needsReader(for: predicate) }.map(\.agreement)
        var readers: [AgreementID: BoundReader] = [:]
        for agreement in Set(agreements).sorted() {
            readers[agreement] = try await reading(of: agreement, from: vantage).bounds
        }
        return readers
    }
}
