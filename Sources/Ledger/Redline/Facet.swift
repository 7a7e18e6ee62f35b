public import Amendments
public import Terms

/// What a line of a redline is about: one facet of one subject.
public struct FacetPath: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var subject: Subject
    public var facet: String

    public init(_ subject: Subject, _ facet: String) {
        self.subject = subject
        self.facet = facet
    }

    /// What can change: terms first, then what hangs on them.
    public enum Subject: Hashable, Comparable, Sendable {
        case term(TermID)
        case condition(ConditionID)
        case dispute(DisputeID)
        case party(PartyID)
        case expectation(ExpectationID)
    }

    public static func < (lhs: FacetPath, rhs: FacetPath) -> Bool {
        (lhs.subject, rank(lhs.facet), lhs.facet) < (rhs.subject, rank(rhs.facet), rhs.facet)
    }

    private static func rank(_ facet: String) -> Int {
        facet == status ? 0 : facet == identifier ? 1 : 2
    }

    /// The facet of whether a term holds.
    public static let status = "status"
    /// The facet of a term's id, where it is no longer the first one.
    public static let identifier = "id"
    /// The facet that flags what an instrument does not address.
    public static let unaddressed = "unaddressed"
    /// The facet of a line that restates a whole term.
    public static let wholeTerm = "term"

    /// The facet of a report of a field, which is set apart from others by its event.
    static func report(_ name: FieldName, grade: SourceGrade, event: EventReference) -> String {
        "\(name)\(reportMark)\(grade.rawValue), \(event))"
    }

    private static let reportMark = " reported ("

    /// The field that a report is of, and its grade; nil where the facet is no report.
    public var report: (field: FieldName, grade: SourceGrade)? {
        guard case .term = subject, facet.hasSuffix(")"),
            let mark = facet.firstRange(of: Self.reportMark),
            let name = FieldName(rawValue: String(facet[..<mark.lowerBound])),
            let word = facet[mark.upperBound...].split(separator: ",").first,
            let grade = SourceGrade(rawValue: String(word))
        else { return nil }
        return (name, grade)
    }

    /// The facet of a change that waits for a condition, set apart from others by its event.
    static func conditional(_ change: ConditionalChange) -> String {
        let again = change.effect.isReversal ? "again " : ""
        return "\(change.effect.label)\(conditionalMark)\(again)\(change.bound), "
            + "\(change.event.reference))"
    }

    private static let conditionalMark = " conditional ("

    /// The facet of a change of a party that waits for a condition.
    static func conditional(
        _ effect: OpenPartyChange.Effect, upon bound: DateBound, by event: EventReference
    ) -> String {
        "\(effect.word.rawValue)\(conditionalMark)\(bound), \(event))"
    }

    /// What a conditional change is of, and upon what it would take effect; nil where the facet is none.
    public var conditional: (label: String, upon: String)? {
        guard subject.isTermOrParty, facet.hasSuffix(")"),
            let mark = facet.firstRange(of: Self.conditionalMark),
            let comma = facet.lastIndex(of: ","), mark.upperBound < comma
        else { return nil }
        return (String(facet[..<mark.lowerBound]), String(facet[mark.upperBound..<comma]))
    }

    /// The facet without what sets several claims about one field apart: a report of `rate` is of `rate`.
    var base: FacetPath {
        if let report { return FacetPath(subject, report.field.rawValue) }
        if let conditional {
            let isField = FieldName(rawValue: conditional.label) != nil
            return FacetPath(
                subject, isField || subject.group == .parties ? conditional.label : Self.status)
        }
        return facet.firstIndex(of: "(").map {
            FacetPath(subject, facet[..<$0].trimmingSuffix(" "))
        } ?? self
    }

    public var description: String { "\(subject.label).\(facet)" }
}

extension Substring {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        String(hasSuffix(suffix) ? dropLast(suffix.count) : self)
    }
}

extension FacetPath.Subject {
    /// Whether changes of it may wait for a condition.
    fileprivate var isTermOrParty: Bool {
        switch self {
        case .term, .party: true
        case .condition, .dispute, .expectation: false
        }
    }

    /// `revenue-share.openai-to-microsoft`, or `condition agi`.
    public var label: String {
        switch self {
        case .term(let id): id.text
        case .condition(let id): "condition \(id)"
        case .dispute(let id): "dispute \(id)"
        case .party(let id): "party \(id)"
        case .expectation(let id): "expectation \(id)"
        }
    }

    /// What the subjects of a document are grouped by.
    public enum Group: String, CaseIterable, Hashable, Sendable {
        case terms, conditions, disputes, parties, expectations
    }

    /// The group this subject belongs to.
    public var group: Group {
        switch self {
        case .term: .terms
        case .condition: .conditions
        case .dispute: .disputes
        case .party: .parties
        case .expectation: .expectations
        }
    }

    /// The group this subject belongs to and its id, for a document's paths.
    public var address: (group: String, id: String) {
        switch self {
        case .term(let id): (group.rawValue, id.text)
        case .condition(let id): (group.rawValue, id.text)
        case .dispute(let id): (group.rawValue, id.text)
        case .party(let id): (group.rawValue, id.text)
        case .expectation(let id): (group.rawValue, id.text)
        }
    }
}

/// One comparable value of a conformed copy, with the events behind it.
public struct Facet: Hashable, Sendable {
    public var value: ValueState
    public var causes: [RecordedEvent]

    /// Same value? `undisclosed` is the same only when the same event withheld it.
    func isSame(as other: Facet) -> Bool {
        guard value == other.value else { return false }
        return value != .undisclosed || causes.first?.reference == other.causes.first?.reference
    }
}

extension ConformedCopy {
    /// Everything in the copy that a redline compares. A term that has ended keeps only its status.
    public var facets: [FacetPath: Facet] {
        var facets: [FacetPath: Facet] = [:]
        for term in terms { term.add(to: &facets) }
        copyContext.add(to: &facets)
        return facets
    }

    private var copyContext: CopyContext {
        CopyContext(
            parties: parties, conditions: conditions, disputes: disputes,
            expectations: expectations)
    }
}

extension CopyContext {
    func add(to facets: inout [FacetPath: Facet]) {
        for condition in conditions { condition.add(to: &facets) }
        for dispute in disputes {
            facets[FacetPath(.dispute(dispute.id), "state")] = .choice(
                dispute.state, dispute.causes.reversed())
        }
        for party in parties { party.add(to: &facets) }
        for expectation in expectations {
            facets[FacetPath(.expectation(expectation.id), "state")] = .choice(
                expectation.state, expectation.causes.reversed())
        }
    }
}

extension ConformedCondition {
    fileprivate func add(to facets: inout [FacetPath: Facet]) {
        let subject = FacetPath.Subject.condition(id)
        facets[FacetPath(subject, "state")] = .choice(state, causes.reversed())
        facets[FacetPath(subject, "text")] = .text(text, causes)
        for reading in readings {
            facets[FacetPath(subject, "reading \(reading.id)")] = .text(reading.text, causes)
        }
    }
}

extension ConformedParty {
    fileprivate func add(to facets: inout [FacetPath: Facet]) {
        let subject = FacetPath.Subject.party(id)
        facets[FacetPath(subject, "name")] = .text(name, causes)
        if let successor {
            facets[FacetPath(subject, "successor")] = .text(successor.text, causes.reversed())
        }
        if hasWithdrawn {
            facets[FacetPath(subject, "withdrawn")] = .choice("yes", causes.reversed())
        }
        for member in members ?? [] {
            facets[FacetPath(subject, "member \(member.party)")] = .text(
                member.text, [member.cause])
        }
        if mayHaveOthers {
            facets[FacetPath(subject, "members")] = .choice("not all known", causes)
        }
        for change in open { change.add(to: &facets, of: subject) }
    }
}

extension ConformedMember {
    /// What it is in the group, or that it is no longer in it.
    fileprivate var text: String {
        switch standing {
        case .member: role ?? "member"
        case .perhaps: "perhaps \(role ?? "member")"
        case .left: "left"
        }
    }
}

extension OpenPartyChange {
    fileprivate func add(to facets: inout [FacetPath: Facet], of subject: FacetPath.Subject) {
        let facet: String
        switch state {
        case .conditional(let bound, _):
            facet = FacetPath.conditional(effect, upon: bound, by: event.reference)
        case .within: facet = "\(effect.word.rawValue), perhaps (\(event.reference))"
        }
        facets[FacetPath(subject, facet)] = .text(effect.outcome ?? "yes", [event])
    }
}

extension OpenPartyChange.Effect {
    /// Whom or what it brings; nil where it brings nothing with a name.
    fileprivate var outcome: String? {
        switch self {
        case .admitted, .withdrew: nil
        case .renamed(let name): name
        case .succeeded(let successor): successor.text
        case .joined(let member), .left(let member): member.text
        }
    }
}

extension Facet {
    static func text(_ text: String, _ causes: [RecordedEvent]) -> Facet {
        Facet(value: .stated(.text(text)), causes: causes)
    }

    static func choice(_ word: String, _ causes: [RecordedEvent]) -> Facet {
        Facet(value: .stated(.choice(word)), causes: causes)
    }
}

extension ConformedTerm {
    func add(to facets: inout [FacetPath: Facet]) {
        if status == .notYet, !isForeseeable { return }
        let subject = FacetPath.Subject.term(identity)
        facets[FacetPath(subject, FacetPath.status)] = .choice(status.rawValue, causes.reversed())
        guard isLive else {
            for change in conditionalChanges { change.add(to: &facets, of: subject) }
            return
        }
        if !silentSince.isEmpty {
            facets[FacetPath(subject, FacetPath.unaddressed)] = Facet(
                value: .silent, causes: silentSince)
        }
        if let renamedBy {
            facets[FacetPath(subject, FacetPath.identifier)] = .text(id.text, [renamedBy])
        }
        for field in fields { field.add(to: &facets, of: subject) }
        for change in conditional { change.add(to: &facets, of: subject) }
        for remark in remarks where !isOver(remark) {
            remark.add(to: &facets, of: subject, isOpen: openDays[remark.event.reference] != nil)
        }
        for sum in accrued { sum.add(to: &facets, of: subject) }
    }

    /// A waiver that ran out is history; it no longer stands beside the term.
    private func isOver(_ remark: Remark) -> Bool {
        guard case .waived = remark.content else { return false }
        return !reasons.contains { $0.waiver == remark.event.reference }
    }
}

extension ConformedField {
    func add(to facets: inout [FacetPath: Facet], of subject: FacetPath.Subject) {
        if let agreed {
            facets[FacetPath(subject, name.rawValue)] = Facet(
                value: places.held(agreed), causes: [governing] + furtherCauses)
        }
        for (index, candidate) in candidates.enumerated() {
            guard let event = candidate.event else { continue }
            facets[FacetPath(subject, "\(name) candidate \(index + 1)")] = Facet(
                value: candidate.value ?? .none, causes: [event])
        }
        for report in reports {
            guard let event = report.event, let value = report.value else { continue }
            let facet = FacetPath.report(name, grade: report.grade, event: event.reference)
            facets[FacetPath(subject, facet)] = Facet(value: value, causes: [event])
        }
        for change in conditional { change.add(to: &facets, of: subject) }
        if let silence = silentSince.first {
            facets[FacetPath(subject, "\(name) \(FacetPath.unaddressed)")] = Facet(
                value: .silent, causes: [silence] + silentSince.dropFirst())
        }
    }
}

extension AccruedSum {
    fileprivate func add(to facets: inout [FacetPath: Facet], of subject: FacetPath.Subject) {
        let value: ValueState =
            if let most {
                isExact ? .stated(.money(most)) : .between(.money(least), .money(most))
            } else {
                .stated(.text(displayText))
            }
        let name = "accrued \(currency)" + (isReported ? " (reported)" : "")
        facets[FacetPath(subject, name)] = Facet(value: value, causes: events.reversed())
    }
}

extension ConditionalChange {
    fileprivate func add(to facets: inout [FacetPath: Facet], of subject: FacetPath.Subject) {
        let value = effect.field == nil ? ValueState.stated(.choice("\(bound)")) : effect.value
        facets[FacetPath(subject, FacetPath.conditional(self))] = Facet(
            value: value ?? .none, causes: [event])
    }
}

extension ConditionalChange.Effect {
    fileprivate var label: String {
        switch self {
        case .sets(let name, _), .reverts(let name, _): name.rawValue
        case .added: "addition"
        case .removed: "removal"
        case .discharged: "discharge"
        case .suspended: "suspension"
        case .resumed: "resumption"
        case .agreementEnded: "end of the agreement"
        case .moved(let id): "id \(id)"
        case .waived(let party, _): "waiver by \(party)"
        case .departed(let party): "leaving of \(party)"
        case .notRenewed: "end without renewal"
        }
    }

    fileprivate var isReversal: Bool {
        switch self {
        case .reverts: true
        case .sets, .added, .removed, .discharged, .suspended, .resumed, .agreementEnded, .moved,
            .waived, .departed, .notRenewed:
            false
        }
    }
}

extension Remark {
    /// Remarks that stand beside a term: readings chosen, rights waived, options used, notices.
    ///
    /// - Parameter isOpen: whether its day may not have come yet.
    func add(
        to facets: inout [FacetPath: Facet], of subject: FacetPath.Subject, isOpen: Bool
    ) {
        let (name, text): (String, String)
        switch content {
        case .reaffirmed, .unaddressed, .accrued: return
        case .interpreted(let field, let reading, _, _):
            (name, text) = ("reading of \(field)", reading)
        case .waived(let party, let extent, _): (name, text) = ("waiver by \(party)", extent)
        case .noticeGiven(let party, _, let effect):
            (name, text) = ("notice by \(party)", effect?.description ?? "given")
        case .optionExercised(let party, let extent):
            let share = extent.map { " in \($0.rawValue)" } ?? ""
            (name, text) = ("option", "exercised\(share) by \(party)")
        case .consented(let consent, let matter, _):
            (name, text) = ("consent by \(consent.displayText)", matter)
        case .optionDeclined(let party): (name, text) = ("option", "declined by \(party)")
        }
        facets[FacetPath(subject, "\(name) (\(event.reference))")] = .text(
            isOpen ? "\(TermStatus.indeterminate.rawValue): \(text)" : text, [event])
    }
}
