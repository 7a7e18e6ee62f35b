import Algorithms
import Amendments
import Ledger
import Terms

/// The question an answer repeats at its head: which agreement, on which day, known by whom, and what
/// the answer rests on.
struct QuestionHead {
    /// What a row says, by its label; where two heads stand side by side, so do their rows of one topic.
    enum Topic: String {
        case day = "in force on"
        case knowledge = "knowing"
        case position = "recorded at"
        case lastInstrument = "last instrument"
        case drafts = "rests on"
        case notRead = "not read"
        case found
    }

    struct Row {
        var topic: Topic
        var text: String

        var label: String { topic.rawValue }
    }

    var title: String
    var rows: [Row]
    /// Whether the answer is as the book stood before its end.
    private let isAtAskedPosition: Bool

    init(_ copy: ConformedCopy, options: TextOptions) {
        self.init(
            title: Self.title(copy.title, copy.agreement), vantage: copy.vantage,
            resolved: copy.resolved, zone: copy.zone, options: options)
        add(notReadAmong: copy.terms)
    }

    /// Says once what may have changed the terms and was not read.
    mutating func add(notReadAmong terms: [ConformedTerm]) {
        if let text = NotReadPhrase.text(of: terms) { add(.notRead, text) }
    }

    mutating func add(_ topic: Topic, _ text: String) {
        rows.append(Row(topic: topic, text: text))
    }

    /// What two answers say at their heads, side by side; where one has nothing to say, a dash.
    static func pairs(
        _ one: QuestionHead, _ other: QuestionHead
    ) -> [(label: String, from: String, to: String)] {
        (one.rows + other.rows).map(\.topic).uniqued().map { topic in
            let texts = [one, other].map { head in
                head.rows.first { $0.topic == topic }?.text ?? "-"
            }
            return (topic.rawValue, texts[0], texts[1])
        }
    }

    init(
        title: String, vantage: Vantage, resolved: ResolvedPoint, zone: String? = nil,
        options: TextOptions
    ) {
        self.title = title
        isAtAskedPosition = vantage.recordedAt != nil
        rows = [
            Row(topic: .day, text: Self.day(of: vantage, zone: zone, today: options.today)),
            Row(topic: .knowledge, text: Self.knowledge(of: vantage)),
            Row(
                topic: .position,
                text: Self.position(of: resolved, asked: options.askedPosition)),
            Row(topic: .lastInstrument, text: Self.governing(resolved)),
        ]
        if let drafts = Self.drafts(resolved.drafts) { add(.drafts, drafts) }
    }

    /// Of the rows, those without which the answer could be taken for another one: the day, and each of the others where
    /// it says something special.
    var overviewRows: [Row] {
        rows.filter { row in
            switch row.topic {
            case .knowledge: row.text != Self.everythingDisclosed
            case .position: isAtAskedPosition
            case .day, .lastInstrument, .drafts, .notRead, .found: true
            }
        }
    }

    static func title(_ title: String, _ agreement: AgreementID) -> String {
        title == agreement.text ? title : "\(title) (\(agreement))"
    }

    static func day(of vantage: Vantage, zone: String?, today: Day?) -> String {
        var text = DayPhrase.withWeekday(vantage.on)
        if let zone { text += ", \(zone)" }
        if let known = vantage.disclosedBy, vantage.on > known {
            text += " (scheduled: later than what is known)"
        } else if let today, vantage.on > today {
            text += " (scheduled: later than today)"
        }
        return text
    }

    static func knowledge(of vantage: Vantage) -> String {
        vantage.disclosedBy.map { "what was disclosed by \(DayPhrase.withWeekday($0))" }
            ?? everythingDisclosed
    }

    private static let everythingDisclosed = "all disclosures"

    static func position(of resolved: ResolvedPoint, asked: Position?) -> String {
        position(resolved.position, asked: asked)
    }

    static func position(_ position: Position?, asked: Position?) -> String {
        guard let position, position.number > 0 else { return "an empty book" }
        guard let asked, asked != position else { return position.description }
        return "\(position), the end of the last whole recording by \(asked)"
    }

    static func governing(_ resolved: ResolvedPoint) -> String {
        guard let recording = resolved.governing else { return "no document in effect yet" }
        let effective =
            resolved.governingSince ?? recording.instrument.effective
            ?? .announced(recording.disclosed)
        return "\(InstrumentPhrase.title(of: recording)), \(InstrumentPhrase.effective(effective))"
    }

    /// What the answer rests on though no one recorded it; nil where there is no such thing.
    static func drafts(_ drafts: [RecordingHeader]) -> String? {
        guard !drafts.isEmpty else { return nil }
        let names = drafts.map { InstrumentPhrase.title(of: $0) }.joined(separator: ", ")
        return "\(count(drafts.count, "draft")), not recorded: \(names)"
    }

    /// The terms that an answer leaves out, by why, each with the way to see them.
    static func leftOut(_ terms: [ConformedTerm]) -> [String] {
        let ended = terms.filter { $0.status == .ended }.count
        let later = terms.filter(\.isAgreedLater).count
        var hidden: [String] = []
        if ended > 0 { hidden.append("\(count(ended, "ended term")) (--all)") }
        if later > 0 { hidden.append("\(count(later, "term")) agreed later (--all)") }
        return hidden
    }

    /// What the vantage hides, each with the way to see it.
    static func hidden(_ resolved: ResolvedPoint) -> [String] {
        var hidden: [String] = []
        if resolved.hiddenByDisclosure > 0 {
            hidden.append("\(count(resolved.hiddenByDisclosure, "recording")) disclosed later")
        }
        if let later = resolved.hiddenByPosition, later > 0 {
            hidden.append("\(count(later, "recording")) recorded later")
        }
        return hidden
    }

    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension TextPage {
    /// Writes the head of an answer.
    mutating func head(_ head: QuestionHead) {
        paragraph(StyledText(head.title, .strong), hang: 2)
        for line in head.rows {
            row(StyledText(line.label, .faint), StyledText(line.text), labelWidth: 15)
        }
        gap()
    }

    /// Writes the head of an answer on one screen: its title and day, and by what they stand; what is known only where
    /// that is less than everything.
    mutating func overviewHead(_ head: QuestionHead) {
        paragraph(StyledText(head.title, .strong), hang: 2)
        for line in head.overviewRows {
            row(StyledText(line.label, .faint), StyledText(line.text), labelWidth: 15)
        }
        gap()
    }

    /// Writes what an answer left out that stands on one screen, or is whole where every field is shown.
    mutating func end(hidden: [String], _ options: TextOptions) {
        if options.showsFields { return foot(hidden: hidden) }
        gap()
        notShown(hidden)
    }

    /// Writes what the answer left out.
    mutating func foot(hidden: [String]) {
        guard !hidden.isEmpty else { return }
        gap()
        paragraph(StyledText("hidden: " + hidden.joined(separator: "; "), .faint), hang: 2)
    }
}
