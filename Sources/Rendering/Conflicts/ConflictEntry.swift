import Amendments
import Conflicts
import Ledger
import Terms

/// One finding as text; of several windows the last is shown in full.
struct ConflictEntry {
    private let windows: [Conflict]

    /// - Parameter windows: of one finding, the last first.
    init(_ windows: [Conflict]) { self.windows = windows }

    /// - Parameter stated: events whose sources were stated further up.
    func write(to page: inout TextPage, _ stated: inout Set<EventReference>) {
        guard let conflict = windows.first else { return }
        page.paragraph(
            StyledText(
                "\(Self.strength(of: conflict)) \(conflict.rule.rawValue): "
                    + conflict.rule.rule.summary, .warning), hang: 2)
        for (index, side) in conflict.sides.enumerated() {
            write(side, letter: Self.letter(index), to: &page, &stated)
        }
        days(of: conflict, to: &page)
        proofs(of: conflict, to: &page)
        closing(of: conflict, to: &page)
        for note in conflict.notes { row("note", note, to: &page) }
        for dispute in conflict.disputes {
            row("dispute", "\(dispute.id): \(dispute.state)", to: &page)
        }
    }

    static func strength(of conflict: Conflict) -> String {
        if conflict.isResolved { return "SETTLED" }
        let certainty = conflict.certainty == .certain ? "CERTAIN" : "POSSIBLE"
        return switch conflict.rule.nature {
        case .conflict: certainty
        case .trigger: "\(certainty) trigger,"
        case .gap: "GAP"
        }
    }

    private static func letter(_ index: Int) -> String {
        index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : "\(index + 1)"
    }

    private func row(_ label: String, _ text: String, to page: inout TextPage) {
        page.row(StyledText(label, .faint), StyledText(text), labelWidth: 9, indent: 2)
    }

    private func write(
        _ side: ConflictSide, letter: String, to page: inout TextPage,
        _ stated: inout Set<EventReference>
    ) {
        page.paragraph(
            StyledText("\(letter)  ", .strong)
                + StyledText("\(side.agreement) \(side.term)", .strong),
            indent: 2, hang: 3)
        page.paragraph(StyledText(side.sentence), indent: 5, hang: 2)
        for event in side.citations {
            let isNew = stated.insert(event.reference).inserted
            let sources = isNew ? InstrumentPhrase.sources(event.sources) : ""
            page.paragraph(
                StyledText(
                    "\(event.position) \(InstrumentPhrase.title(of: event))"
                        + (sources.isEmpty ? "" : ": \(sources)"), .faint), indent: 5, hang: 2)
        }
    }

    private func days(of conflict: Conflict, to page: inout TextPage) {
        row("days", DayPhrase.stretch(conflict.days), to: &page)
        for earlier in windows.dropFirst() {
            let open = earlier.openDimensions.map(\.rawValue).joined(separator: ", ")
            let what =
                earlier.isResolved
                ? "settled" : open.isEmpty ? earlier.certainty.rawValue : "open: \(open)"
            row(
                "also", "\(DayPhrase.stretch(earlier.days)) (\(what))",
                to: &page)
        }
    }

    /// What is not known in full, and what none stated in one line; what is proved in one line; what goes
    /// without saying not at all.
    private func proofs(of conflict: Conflict, to page: inout TextPage) {
        let unstated = conflict.proofs.filter { $0.result == .unknown && $0.isNotStated }
        if !unstated.isEmpty {
            row("no word", Self.unstated(unstated), to: &page)
        }
        let open = conflict.proofs.filter { $0.result == .unknown && !$0.isNotStated }
        for proof in open {
            row("not known", "\(proof.dimension.rawValue): \(Self.sides(of: proof))", to: &page)
            page.paragraph(StyledText(proof.why), indent: 13, hang: 2)
        }
        let proved = conflict.proofs.filter { $0.result == .yes && !Self.isPlain($0) }
        if conflict.sides.count == 1 || conflict.rule == .headRightExceeded
            || conflict.rule == .capacityExceeded || conflict.rule == .mostFavouredTrigger
        {
            for proof in proved {
                row("proved", "\(proof.dimension.rawValue): \(Self.sides(of: proof))", to: &page)
                page.paragraph(StyledText(proof.why), indent: 13, hang: 2)
            }
        } else if !proved.isEmpty {
            row("proved", proved.map(Self.short).joined(separator: "; "), to: &page)
        }
    }

    /// The dimensions that no instrument states, by the side that leaves them out.
    private static func unstated(_ proofs: [DimensionProof]) -> String {
        func names(_ isLeftOut: (DimensionProof) -> Bool) -> String {
            proofs.filter(isLeftOut).map(\.dimension.rawValue).joined(separator: ", ")
        }
        let none = DimensionProof.notStated
        return [
            (names { $0.first == none && $0.second == none }, "by either"),
            (names { $0.first == none && $0.second != none }, "by A"),
            (names { $0.first != none && $0.second == none }, "by B"),
        ].filter { !$0.0.isEmpty }.map { "\($0.0) (not stated \($0.1))" }.joined(separator: "; ")
    }

    private static func isPlain(_ proof: DimensionProof) -> Bool {
        switch proof.dimension {
        case .limits, .consent, .evidence, .waiver: true
        case .grantor, .grantee, .act, .subject, .products, .fields, .territories, .channels,
            .customers, .interval, .exclusivity, .exception, .process, .amount, .support, .value:
            proof.first == "all" && proof.second == "all"
        }
    }

    private static func sides(of proof: DimensionProof) -> String {
        proof.second.isEmpty ? proof.first : "\(proof.first) / \(proof.second)"
    }

    private static func short(_ proof: DimensionProof) -> String {
        let text = proof.first == proof.second ? proof.first : sides(of: proof)
        return "\(proof.dimension.rawValue) \(text)"
    }

    private func closing(of conflict: Conflict, to page: inout TextPage) {
        if let party = conflict.partyInRisk, !conflict.isResolved {
            row("exposed", party.text, to: &page)
        }
        if let resolution = conflict.resolution {
            row("settled", Self.text(of: resolution), to: &page)
        }
        guard let to = conflict.days.to else { return }
        let by = conflict.closedBy.map { "\($0.position) \(InstrumentPhrase.title(of: $0))" }
        let verb = conflict.goesOn ? "changes" : "closed"
        row(
            verb, "on \(to)" + (by.isEmpty ? "" : " by \(by.joined(separator: "; "))"), to: &page)
    }

    static func text(of resolution: Resolution) -> String {
        switch resolution {
        case .exception(let condition, let events):
            "by the term's own exception: \(condition) came about "
                + "(\(events.map(\.reference.description).joined(separator: ", ")))"
        case .waiver(let party, let extent, let event):
            "waived by \(party), to this extent: \(extent) (\(event.reference))"
        case .declined(let party, let event): "\(party) declined (\(event.reference))"
        case .consent(let party, let matter, let event):
            "consent by \(party) to: \(matter) (\(event.reference))"
        case .precedence(let term, let event):
            "\(term) prevails, by a clause of the same agreement (\(event.reference))"
        case .laterAmendment(let event):
            "by a later instrument of the same agreement, \(InstrumentPhrase.title(of: event))"
        case .several(let resolutions):
            "together: \(resolutions.map(text).joined(separator: "; "))"
        }
    }
}
