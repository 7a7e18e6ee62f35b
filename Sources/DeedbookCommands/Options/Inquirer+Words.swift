import ArgumentParser
import EventStore
import Ledger
import Questions
import Terms

// What the words of a command line mean in the book.
extension Inquirer {
    private var basis: Basis { basis(countingLater: false) }

    /// The agreement that is named.
    func agreement(_ name: String) async throws -> AgreementID {
        // Drafts are laid over the book only where they may be what is meant.
        if let id = AgreementID(name), try await book.store.version(of: id) > 0 { return id }
        return try await answer(AgreementNameQuestion(name, resting: basis)).content
    }

    func agreements(_ names: [String]) async throws -> [AgreementID] {
        var agreements: [AgreementID] = []
        for name in names { agreements.append(try await agreement(name)) }
        return agreements
    }

    /// The agreement that is named, and from where it is asked about.
    func agreement(
        _ name: String, from options: VantageOptions
    ) async throws -> (AgreementID, AskedPoint) {
        let agreement = try await agreement(name)
        let today = try await today(of: agreement, options.on, options.known.disclosedBy)
        return (
            agreement,
            AskedPoint(
                on: options.on?.day(today: today),
                knowledge: options.known.knowledge(today: today))
        )
    }

    /// The terms that are named, by their ids from there.
    func terms(
        _ names: [String], of agreement: AgreementID, from point: AskedPoint
    ) async throws -> [TermID] {
        guard !names.isEmpty else { return [] }
        return try await answer(
            TermNamesQuestion(
                names, of: agreement, on: point.on, point.knowledge, resting: basis)
        ).content
    }

    /// The one term, or field of it, that is named.
    func subject(
        _ name: String, of agreement: AgreementID, from point: AskedPoint, takesField: Bool = true
    ) async throws -> Subject.Reading {
        try await answer(
            SubjectNameQuestion(
                name, of: agreement, on: point.on, point.knowledge, takesField: takesField,
                resting: basis)
        ).content
    }

    /// The key of the recording that is named.
    func recording(_ name: String) async throws -> RecordingKey {
        try await answer(RecordingNameQuestion(name)).content
    }

    /// Today in the zone of an agreement, where some of what is said of days rests on it; else the same in UTC, at no
    /// cost.
    func today(of agreement: AgreementID, _ days: DayWords?...) async throws -> Day {
        guard days.contains(where: { $0 != nil && $0?.fixed == nil }) else {
            return environment.moment(today: today).todayInUTC
        }
        return try await answer(TodayQuestion(of: agreement, resting: basis)).content
    }

    /// What is said of days where a question is about several agreements.
    func day(_ words: DayWords?) -> Day? {
        words?.day(today: environment.moment(today: today).todayInUTC)
    }

    /// The same; nil for today, which is that of each agreement where none is given.
    func dayUnlessToday(_ words: DayWords?) -> Day? {
        words == .today(plus: 0) ? nil : day(words)
    }

    /// What counts as known, where a question is about several agreements.
    func knowledge(_ options: KnowledgeOptions) -> Knowledge {
        options.knowledge(today: environment.moment(today: today).todayInUTC)
    }
}

/// From where one agreement is asked about.
struct AskedPoint {
    /// nil for today in its zone.
    var on: Day?
    var knowledge: Knowledge
}

extension KnowledgeOptions {
    fileprivate func knowledge(today: Day) -> Knowledge {
        Knowledge(disclosedBy: disclosedBy?.day(today: today), recordedAt: recordedAt)
    }
}

extension ArgumentHelp {
    /// How an agreement is named.
    static let agreement = ArgumentHelp(
        "Id of the agreement, its beginning, or its title (list them with: deedbook agreements).")
}
