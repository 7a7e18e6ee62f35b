import Amendments
import Conflicts
import Deadlines
import DeedbookTesting
import Ledger
import Payments
import Portfolio
import Rendering
import Terms
import Testing

/// Whether a term holds on a day: yes, no, or that cannot be said.
enum Standing: String, Sendable {
    case lives, over, open
    /// It holds, and has no effect.
    case paused

    init(_ status: TermStatus) {
        switch status {
        case .inForce: self = .lives
        case .suspended: self = .paused
        case .notYet, .ended: self = .over
        case .indeterminate: self = .open
        }
    }
}

/// The seven commands that say whether a term holds, asked one by one.
struct Readers {
    let events: [RecordedEvent]
    let agreement: AgreementID
    let reading: AgreementReading
    private let pieces: [TermPiece]
    private let termPeriods: [TermPeriod]
    private let view: AgreementView

    init(_ story: Story, of agreement: AgreementID) {
        events = story.events.filter { $0.agreement == agreement }
        self.agreement = agreement
        view = AgreementView(
            agreement, history: events, from: Vantage(on: .first), resolvedTo: story.head)
        reading = view.reading
        pieces = Pieces.of(reading)
        termPeriods = TermPeriod.all(of: view)
    }

    private func copy(on day: Day) -> ConformedCopy {
        reading.conformedCopy(from: Vantage(on: day), resolved: view.resolved)
    }

    /// `terms`
    func terms(_ term: TermID, on day: Day) -> Standing? {
        copy(on: day).term(term).map { Standing($0.status) }
    }

    /// `timeline`
    func timeline(_ term: TermID, on day: Day) -> Standing? {
        view.history(of: term).map { Standing($0.runs.at(day).status) }
    }

    /// `find`, from the pieces that a store keeps.
    func find(_ term: TermID, on day: Day) -> Standing? {
        let identity = reading.state.identity(of: term)
        let pieces = pieces.filter { $0.term == identity && $0.days.contains(day) }
        return KnownTerm(pieces).map { Standing($0.status) }
    }

    /// `conflicts`: the runs of days on which the term takes its ground.
    func conflicts(_ term: TermID, on day: Day) -> Standing? {
        let identity = reading.state.identity(of: term)
        let held = termPeriods.first {
            $0.term.identity == identity && $0.days.contains(day)
        }
        return held.map { Standing($0.term.status) } ?? .over
    }

    /// `payable`, of a fee of a day: something for sure, nothing for sure, or between.
    func payable(_ term: TermID, on day: Day) -> Standing? {
        guard let dollars = Currency("USD"),
            let terms = TermsOfPayment(
                term, in: reading, from: Vantage(on: day), resolved: copy(on: day).resolved),
            let line = Payable(terms, from: day, to: day, in: dollars)?.agreed.lines.first
        else { return nil }
        if line.amount.low > 0 { return .lives }
        return line.amount.high == 0 ? .over : .open
    }

    /// `timeline --format svg`: the bars of the term's row.
    func picture(_ term: TermID, on day: Day) -> Standing? {
        guard let history = view.history(of: term) else { return nil }
        let picture = TimelinePicture(reading: reading, histories: [history], copy: copy(on: day))
        let bars = picture.bars(of: history.identity).filter { $0.days.contains(day) }
        if bars.isEmpty { return .over }
        return bars.contains { $0.isSure } ? .lives : .open
    }

    /// `calendar`: the last days of terms and duties that it is certain of inside a span.
    func certainLastDays(from: Day, to: Day) -> [Deadline] {
        guard from <= to else { return [] }
        return view.deadlines(in: from...to).filter { deadline in
            guard !deadline.isTentative else { return false }
            return deadline.what == .ends || deadline.what == .dutyEnds
        }
    }

    /// `calendar`: the last days that it states of the term, or of the whole agreement, inside a span.
    func lastDays(of term: TermID, from: Day, to: Day) -> [Deadline] {
        guard from <= to else { return [] }
        return view.deadlines(in: from...to).filter { deadline in
            switch deadline.what {
            case .ends: deadline.term == term || deadline.kind == .termAndRenewal
            case .dutyEnds: deadline.term == term
            case .agreementEnds, .noticeTakesEffect: true
            case _: false
            }
        }
    }
}
