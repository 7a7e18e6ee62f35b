public import EventStore
import Ledger
public import Terms

/// Which agreement of the book does a name mean: its id, how that begins or what it is like, or its title?
public struct AgreementNameQuestion: Question {
    public typealias Content = AgreementID

    public var name: String
    public var basis: Basis

    public init(_ name: String, resting basis: Basis = .recorded) {
        self.name = name
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`, `unknownName` or `ambiguousName`.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<AgreementNameQuestion> {
        Answer(self, try await inquiry.book.agreement(named: name))
    }
}

/// Which term of an agreement does a name mean, or which field of one?
public struct SubjectNameQuestion: Question {
    public typealias Content = Subject.Reading

    public var name: String
    public var agreement: AgreementID
    /// nil for today in the agreement's zone.
    public var on: Day?
    public var knowledge: Knowledge
    /// Whether a field may follow the term, after a dot or a slash.
    public var takesField: Bool
    public var basis: Basis

    public init(
        _ name: String, of agreement: AgreementID, on day: Day? = nil,
        _ knowledge: Knowledge = .everything, takesField: Bool = false,
        resting basis: Basis = .recorded
    ) {
        self.name = name
        self.agreement = agreement
        on = day
        self.knowledge = knowledge
        self.takesField = takesField
        self.basis = basis
    }

    /// - Throws: `unknownTerm`, `unknownName` or `ambiguousName`; `hiddenTerm`.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<SubjectNameQuestion> {
        let point = try await inquiry.resolvedVantage(of: agreement, on: on, knowledge)
        return Answer(
            self,
            try await inquiry.book.subject(
                named: name, of: agreement, from: point.vantage, takesField: takesField))
    }
}

/// Which terms of an agreement do names mean? A pattern means all that are of it.
public struct TermNamesQuestion: Question {
    public typealias Content = [TermID]

    public var names: [String]
    public var agreement: AgreementID
    /// nil for today in the agreement's zone.
    public var on: Day?
    public var knowledge: Knowledge
    public var basis: Basis

    public init(
        _ names: [String], of agreement: AgreementID, on day: Day? = nil,
        _ knowledge: Knowledge = .everything, resting basis: Basis = .recorded
    ) {
        self.names = names
        self.agreement = agreement
        on = day
        self.knowledge = knowledge
        self.basis = basis
    }

    /// - Throws: `unknownTerm`, `unknownName` or `ambiguousName`; `hiddenTerm`.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<TermNamesQuestion> {
        guard !names.isEmpty else { return Answer(self, []) }
        let point = try await inquiry.resolvedVantage(of: agreement, on: on, knowledge)
        return Answer(
            self,
            try await inquiry.book.terms(named: names, of: agreement, from: point.vantage))
    }
}

/// Which recording of the book does a name mean: its key, how that begins or what it is like, or its title?
public struct RecordingNameQuestion: Question {
    public typealias Content = RecordingKey

    public var name: String

    public init(_ name: String) { self.name = name }

    public var basis: Basis { .recorded }

    /// - Throws: `unknownRecording`, `unknownName` or `ambiguousName`.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<RecordingNameQuestion> {
        Answer(self, try await inquiry.book.recording(named: name))
    }
}
