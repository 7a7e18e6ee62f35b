import Amendments
package import Terms

// Which documents have effect.
extension AgreementReading {
    /// The documents of the agreement as they stand on a day, in the parties' order: those that do something between
    /// the parties, and statements, filings and reports as far as a change of terms is known by nothing else.
    ///
    /// A document takes effect with the first of its events. A later complete text supersedes it; one by its kind of
    /// which that is not recorded may have. It ends with the agreement; once everything in it was for a time that is
    /// over; and with the terms of the agreement that ran when it was made, where nothing that it made still holds.
    package func instruments(on day: Day) -> [StandingInstrument] {
        let (makers, documents) = (makers(on: day), documents)
        let texts = unstatedTexts(among: documents)
        return documents.map { document in
            let terms = makers.filter { !$0.keys.isDisjoint(with: document.keys) }.map(\.term)
            let (standing, causes) = standing(of: document, holding: terms, among: texts, on: day)
            return StandingInstrument(
                recordings: document.recordings, standing: standing,
                effective: document.events[0].effective, causes: causes, terms: terms,
                consents: document.events.compactMap { $0.event.payload as? ConsentGiven },
                grade: document.events.map(\.grade).min() ?? .inference,
                reading: reading(of: document))
        }
    }

    /// How many of its instruments are known and not among those: they report on the agreement, and change nothing.
    package var otherInstruments: Int {
        state.instruments.count - documents.reduce(0) { $0 + $1.recordings.count }
    }

    /// What one document says of the agreement.
    private struct Document {
        var recordings: [RecordingHeader]
        /// Never empty, in the order of positions.
        var events: [RecordedEvent]

        var keys: Set<RecordingKey> { Set(recordings.map(\.key)) }
    }

    /// What was noted as not read stays so until a later part says what was in it, whatever else is recorded of it.
    private func reading(of document: Document) -> StandingInstrument.Reading {
        let noted = agreement.unread.contains { document.keys.contains($0.event.recording.key) }
        guard noted else { return .whole }
        return document.events.allSatisfy { $0.event.payload is InstrumentNoted } ? .none : .part
    }

    private var documents: [Document] {
        let said = Dictionary(grouping: events, by: \.recording.key)
        var found: [Document] = []
        var places: [InstrumentID: Int] = [:]
        for header in state.instruments {
            guard let own = said[header.key] else { continue }
            if let id = header.instrument.id, let place = places[id] {
                found[place].recordings.append(header)
                found[place].events += own
                continue
            }
            if let id = header.instrument.id { places[id] = found.count }
            found.append(Document(recordings: [header], events: own))
        }
        return found.filter { document in
            document.recordings.contains { $0.instrument.kind.isOfParties }
                || document.events.contains(where: \.acts)
        }.sorted { order.key(of: $0.events[0]) < order.key(of: $1.events[0]) }
    }

    /// The terms that hold on a day, or may, each with the recordings that made something of it.
    private func makers(on day: Day) -> [(term: TermID, keys: Set<RecordingKey>)] {
        terms.compactMap { timeline in
            let term = timeline.conformed(on: day)
            switch term.status {
            case .inForce, .suspended, .indeterminate: break
            case .notYet, .ended: return nil
            }
            let agreed = term.fields.filter { !$0.isReported }
            let events =
                term.causes + agreed.flatMap { [$0.governing] + $0.furtherCauses }
                + [term.renamedBy].compactMap(\.self)
            return (term.id, Set(events.map(\.recording.key)))
        }
    }
}

extension AgreementReading {
    /// One thing that takes a document out of effect.
    private struct Stop {
        let window: DayWindow
        let standing: StandingInstrument.Standing
        let causes: [RecordedEvent]
    }

    private func standing(
        of document: Document, holding terms: [TermID], among texts: [Document], on day: Day
    ) -> (StandingInstrument.Standing, [RecordedEvent]) {
        let begins = document.events.compactMap { bounds.start(of: $0) }
        guard let first = begins.map(\.first).min(), first <= day else { return (.notYet, []) }
        let stops =
            stops(of: document, begun: first)
            + [ranOut(document, holding: terms, on: day)].compactMap(\.self)
            .filter { first < $0.window.first } + perhapsRestated(document, by: texts)
        let passed = stops.filter { $0.window.hasPassed(on: day) == .yes }
        if let stop = passed.min(by: { $0.window.sure < $1.window.sure }) {
            return (stop.standing, stop.causes)
        }
        if let stop = stops.first(where: { $0.window.hasPassed(on: day) == .unknown }) {
            return (.indeterminate, stop.causes)
        }
        return (begins.contains { $0.sure <= day } ? .inEffect : .indeterminate, [])
    }

    private func stops(of document: Document, begun first: Day) -> [Stop] {
        let place = order.key(of: document.events[0]).place
        let restated = state.restatements.compactMap { restatement -> Stop? in
            guard place < order.key(of: restatement.event).place,
                let window = bounds.start(of: restatement.event)
            else { return nil }
            return Stop(window: window, standing: .superseded, causes: [restatement.event])
        }
        let ended = agreementEnds.compactMap { end, isSure -> Stop? in
            guard first < end.window.first else { return nil }
            let isSuperseded = end.event.event.payload is AgreementSuperseded
            return Stop(
                window: isSure
                    ? end.window : DayWindow(first: end.window.first, sure: .beyond),
                standing: isSuperseded ? .superseded : .ended, causes: end.causes)
        }
        return restated + ended + [timeOver(of: document)].compactMap(\.self)
    }

    /// The end of the agreement's own terms: of all of them, or, where nothing that the document made still holds, of
    /// those that were agreed with it or before.
    private func ranOut(_ document: Document, holding terms: [TermID], on day: Day) -> Stop? {
        var end = agreement.runningOut(on: day)
        if end == nil, terms.isEmpty {
            let made = document.events.map { order.key(of: $0) }
            end = agreement.runningOut(on: day) { duration in
                duration.record.additions.first.map { added in
                    made.contains { order.key(of: added) <= $0 }
                } ?? false
            }
        }
        return end.map { Stop(window: $0.window, standing: .ended, causes: $0.causes) }
    }

    /// The complete texts, by their kind, of which no one recorded what they leave out.
    private func unstatedTexts(among documents: [Document]) -> [Document] {
        let whole = Set(state.restatements.map(\.event.recording.key))
        return documents.filter { document in
            document.recordings.contains { $0.instrument.kind == .restatement }
                && whole.isDisjoint(with: document.keys)
        }
    }

    /// A later one of them may have superseded a document.
    private func perhapsRestated(_ document: Document, by texts: [Document]) -> [Stop] {
        let place = order.key(of: document.events[0])
        return texts.compactMap { other in
            guard place < order.key(of: other.events[0]),
                let begins = other.events.compactMap({ bounds.start(of: $0)?.first }).min()
            else { return nil }
            return Stop(
                window: DayWindow(first: begins, sure: .beyond), standing: .superseded,
                causes: [other.events[0]])
        }
    }

    /// When everything that the document does is over, where all of it was for a time.
    private func timeOver(of document: Document) -> Stop? {
        let acts = document.events.filter(\.acts)
        let ends = acts.compactMap { $0.event.payload.lastsUntil.flatMap { bounds.end($0) } }
        guard !acts.isEmpty, ends.count == acts.count, let first = ends.first else { return nil }
        let last = ends.dropFirst().reduce(first) { DayWindow.later($0, $1) }
        return Stop(window: last, standing: .ended, causes: [])
    }
}

extension RecordedEvent {
    /// Whether it changes what holds between the parties.
    fileprivate var acts: Bool { event.payload.traits.contains(.changesTerms) }
}
