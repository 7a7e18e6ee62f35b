import Amendments
import Ledger
import Terms

/// One line of a redline, or several that say the same of different fields.
struct RedlineItem {
    var sign: Sign
    /// The facets it is about; the first names it.
    var facets: [String]
    var before: ValueState?
    var after: ValueState?
    /// The grade of a report; nil for what is agreed.
    var reportGrade: SourceGrade?
    /// Upon what a change would take effect that waits for it; nil for all else.
    var conditional: String?
    var classification: RedlineLine.Classification
    /// What else the reader must know: a removed condition, a convention, a fallback.
    var notes: [String]

    init(_ line: RedlineLine, after: ConformedTerm?, before: ConformedTerm?) {
        sign = Sign(of: line)
        (facets, reportGrade) = Self.label(of: line.path)
        conditional = line.path.conditional?.upon
        self.before = line.before
        self.after = line.after
        classification = line.classification
        notes = Self.notes(on: line, after: after, before: before)
    }

    /// A report of `cap` stands as `cap`, with the word and the grade beside the value; the event is named by
    /// the causes.
    private static func label(of path: FacetPath) -> ([String], SourceGrade?) {
        if let report = path.report { return ([report.field.rawValue], report.grade) }
        if let conditional = path.conditional { return ([conditional.label], nil) }
        let facet = path.facet
        if facet == FacetPath.unaddressed || facet == FacetPath.wholeTerm {
            return (["whole term"], nil)
        }
        let end = " " + FacetPath.unaddressed
        if facet.hasSuffix(end) { return ([String(facet.dropLast(end.count))], nil) }
        guard facet.hasSuffix(")"), let open = facet.firstRange(of: " (") else {
            return ([facet], nil)
        }
        return ([String(facet[..<open.lowerBound])], nil)
    }

    var name: String { facets.joined(separator: ", ") }
    var isStatus: Bool { facets == ["status"] }
    /// Whether an instrument did not speak of it; false where one did again.
    var isSilence: Bool { after == .silent }

    /// Whether the line is a sentence rather than two values.
    var isInWords: Bool {
        isStatus || before == .silent || isSilence || classification == .reaffirmed
    }

    /// What came about, on a term's own line; nil where the statuses say it, or the line is read
    /// backwards.
    var verb: String? {
        switch classification {
        case .added: sign == .added ? "added" : nil
        case .removed: sign == .removed ? "removed" : nil
        case .ended: sign == .removed ? "by its own terms" : nil
        case .scheduledStep: sign == .added ? "begins, as scheduled" : nil
        case .amended: sign == .added ? "takes effect" : nil
        case .corrected: "the record was corrected"
        case .disclosed: "learned"
        case .redacted, .moved, .silent, .notComparable, .reaffirmed: nil
        }
    }

    /// Fields that one instrument left unaddressed, or restated in number, are stated together.
    static func gathered(_ items: [RedlineItem]) -> [RedlineItem] {
        var gathered: [RedlineItem] = []
        let restated = items.count { $0.classification == .reaffirmed }
        for item in items {
            let joins =
                item.isSilence
                || item.classification == .reaffirmed && restated > Self.restatedSingly
            if joins,
                let index = gathered.firstIndex(where: {
                    $0.classification == item.classification && $0.isSilence == item.isSilence
                })
            {
                gathered[index].facets += item.facets
                gathered[index].notes += item.notes.filter { !gathered[index].notes.contains($0) }
            } else {
                gathered.append(item)
            }
        }
        return gathered
    }

    /// Up to how many restated fields are stated one by one, with their values.
    private static let restatedSingly = 3

    private static func notes(
        on line: RedlineLine, after: ConformedTerm?, before: ConformedTerm?
    ) -> [String] {
        // What is gone needs no more reasons than its causes; its status has its own.
        guard let term = after ?? before, line.after != nil else { return [] }
        var reasons: [Reason] = []
        if line.path.facet == "status" {
            reasons = after?.reasons ?? []
        } else if let name = FieldName(rawValue: line.path.facet) {
            reasons = after?.field(name)?.reasons ?? []
        }
        var notes = reasons.filter(isWorthNoting).map {
            ReasonPhrase.text(of: $0, status: term.status)
        }
        guard case .stated(.bound(let bound))? = line.after else { return notes }
        let concluded = line.causes.compactMap(\.event.payload.concludes)
        for condition in concluded.filter({ $0.manner == .removed }).map(\.condition)
        where !bound.conditions.contains(condition) {
            let note = ReasonPhrase.text(of: .rebased(condition), status: term.status)
            if !notes.contains(note) { notes.append(note) }
        }
        return notes
    }

    /// Whether a reason says more than the line and its causes do.
    private static func isWorthNoting(_ reason: Reason) -> Bool {
        switch reason {
        // What was not read, the head says.
        case .announced, .removed, .discharged, .agreementEnded, .suspended, .notRenewed, .notRead,
            .opening:
            false
        case .conditionPending, .conditionSatisfied, .rebased, .orphan, .convention, .imprecise,
            .businessDaysUnknown, .statedEnd, .waived, .scheduled, .fellBack, .inRunOff,
            .ranOut, .runsOut, .renewed, .renewalNotKnown, .outlives, .beginningWithheld,
            .neverBegan, .betterReport,
            .conditionLapsed, .perhapsWaived, .perhapsMoved, .partyWithdrew, .approximate,
            .readingsCompete, .matured, .closed, .closingWithheld, .beginningReferred, .endReferred,
            .wholeEnded,
            .statedAsOf:
            true
        }
    }
}
