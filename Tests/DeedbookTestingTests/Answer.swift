import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// One answer that the record must give: on a day, as known by a day, of one term.
struct Answer: CustomTestStringConvertible, Sendable {
    let on: Day
    let by: Day?
    let term: TermID
    let says: Said

    /// - Parameters:
    ///   - by: what is known by that day; nil for everything.
    init(_ on: Day, by: Day? = nil, _ term: TermID, _ says: Said) {
        self.on = on
        self.by = by
        self.term = term
        self.says = says
    }

    enum Said: Sendable {
        /// No one knows of the term.
        case absent
        case status(TermStatus)
        /// The answer itself, as people read it.
        case field(FieldName, String)
        /// The term has no such field.
        case unset(FieldName)
        /// All that is reported beside the answer, in any order; where a report is the answer, that too.
        case reported(FieldName, [String])
    }

    var testDescription: String {
        "\(term) on \(on)\(by.map { ", known by \($0)" } ?? ""): \(says)"
    }

    func check(_ story: Story, sourceLocation: SourceLocation = #_sourceLocation) {
        let moment = story.on(on, disclosedBy: by)
        switch says {
        case .absent: moment.expectNoTerm(term, sourceLocation: sourceLocation)
        case .status(let status):
            moment.expect(term, status, sourceLocation: sourceLocation)
        case .field(let name, let value):
            moment.expect(term, name, ExpectedValue(value), sourceLocation: sourceLocation)
        case .unset(let name):
            moment.expect(term, name, .absent, sourceLocation: sourceLocation)
        case .reported(let name, let values):
            let found = moment.reports(of: name, in: term)
            #expect(found == values.sorted(), sourceLocation: sourceLocation)
        }
    }
}

extension StoryMoment {
    /// What sources report of a field on that day, sorted.
    func reports(of name: FieldName, in term: TermID) -> [String] {
        guard let field = copy.term(term)?.field(name) else { return [] }
        return field.reports.compactMap { $0.value?.displayText }.sorted()
    }
}

extension Story {
    /// What sources report of an instrument by a day, sorted; what was withdrawn by then is left out.
    func reports(of name: FieldName, in key: RecordingKey, by day: Day? = nil) -> [String] {
        let agreement = events.first { $0.recording.key == key }?.agreement
        let reading = AgreementReading(
            agreement ?? "none", history: events.filter { $0.agreement == agreement },
            from: Vantage(on: .first, disclosedBy: day))
        return (reading.state.instrumentReports[key]?[name] ?? [])
            .filter { $0.withdrawal == nil }.map(\.value.displayText).sorted()
    }
}
