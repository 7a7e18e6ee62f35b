import Amendments
import Ledger
import Terms

/// A party was succeeded, or the terms were changed, while a term asked for a consent to it of which none is on record.
///
/// Consents are rarely published, and whether one was needed depends on words: a finding is possible, never certain. It
/// is settled by a consent on record under the same term, whatever its words say of its extent, which stand beside it.
public struct ConsentMissing: ConflictRule {
    public let name = RuleName.consentMissing
    public let source =
        "anti-assignment and change-of-control clauses; reserved matters; majority lenders of LMA and LSTA loans"
    public let summary = "what a term asks a consent for was done, and none is on record"

    public init() {}

    public func finding(of termPeriod: TermPeriod, in runs: [TermPeriod]) -> Finding? {
        let calls = termPeriod.consentCalls
        guard !calls.isEmpty else { return nil }
        let all = calls.map { (call: $0, settlement: Self.settlement(of: $0)) }
        let open = all.filter { $0.settlement.resolution == nil }
        let asked = (open.isEmpty ? all : open).map(\.call)
        return Finding(
            rule: name, sides: [termPeriod],
            proofs: asked.map(Self.proof) + open.flatMap(\.settlement.doubts),
            resolution: open.isEmpty
                ? .together(Self.unique(all.compactMap(\.settlement.resolution))) : nil,
            notes: open.isEmpty
                ? []
                : Self.unique(
                    all.filter { $0.settlement.resolution != nil }
                        .compactMap(\.call.answer?.consentInWords)),
            isFaint: asked.allSatisfy { $0.doubt != nil })
    }

    private static func unique<Element: Equatable>(_ elements: [Element]) -> [Element] {
        elements.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func settlement(of call: ConsentCall) -> Settlement {
        var settlement = Settlement.none
        settlement.settle(call.answer.flatMap(Resolution.init(consent:)))
        return settlement
    }

    private static func proof(of call: ConsentCall) -> DimensionProof {
        let what = "\(call.event.recording.instrument.title) (\(call.event.reference))"
        let why =
            call.answer == nil
            ? "no consent is on record; it may have been given unseen"
            : "whether the consent on record covers it, only its words say"
        return DimensionProof(
            .consent, "to \(call.act.rawValue)", "\(what), \(call.day)", .unknown,
            [why, call.doubt].compactMap(\.self).joined(separator: "; "))
    }
}

extension Resolution {
    /// The consent that a remark says was given; nil for any other remark.
    fileprivate init?(consent remark: Remark) {
        guard case .consented(let consent, let matter, _) = remark.content else { return nil }
        self = .consent(by: consent.displayText, to: matter, remark.event)
    }
}
