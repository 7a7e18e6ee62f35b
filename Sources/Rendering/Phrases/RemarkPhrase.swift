import Amendments
import Terms

/// What was said of a term, or done under it, in words.
enum RemarkPhrase {
    /// A label and a text; nil for what is stated elsewhere, beside the fields.
    static func parts(of remark: Remark) -> (label: String, text: String)? {
        switch remark.content {
        case .reaffirmed, .unaddressed: nil
        case .interpreted(let field, let reading, let by, let competing):
            ("reading of \(field)", interpretation(reading, by: by, competing: competing))
        case .waived(let party, let extent, let lasts):
            (
                "waived",
                "by \(party): \(extent)\(lasts.map { ", \($0)" } ?? "")\(limits(of: remark.event))"
            )
        case .noticeGiven(let party, let addressee, let effect):
            (
                "notice",
                "by \(party)\(addressee.map { " to \($0)" } ?? "")"
                    + (effect.map { ", takes effect \($0)" } ?? "")
            )
        case .optionExercised(let party, let extent):
            ("option", "exercised\(extent.map { " in \($0.rawValue)" } ?? "") by \(party)")
        case .consented(let consent, let matter, let lasts):
            (
                "consent",
                "by \(consent.displayText) to: \(matter)\(lasts.map { ", \($0)" } ?? "")"
            )
        case .optionDeclined(let party): ("option", "declined by \(party)")
        case .accrued(let amount, let period):
            (
                "accrued",
                (remark.event.isRedacted ? "redacted" : amount.displayText) + " for \(period)"
            )
        }
    }

    /// What a waiver says in structure of how much is given up: `; amount; for 2025; the whole of it`.
    private static func limits(of event: RecordedEvent) -> String {
        guard let waiver = event.event.payload as? RightWaived else { return "" }
        let share = waiver.share.map { share in
            switch share {
            case .whole: "the whole of it"
            case .part: "a part of it"
            }
        }
        let fields = waiver.obligations.map(\.rawValue).joined(separator: ", ")
        let parts = [fields.isEmpty ? nil : fields, waiver.period.map { "for \($0)" }, share]
        return parts.compactMap(\.self).map { "; \($0)" }.joined()
    }

    private static func interpretation(
        _ reading: String, by parties: [PartyID], competing: [String]
    ) -> String {
        let who =
            parties.isEmpty
            ? "" : " (chosen by \(parties.map(\.text).joined(separator: ", ")))"
        return reading + who + competing.map { "\ncompeting reading: \($0)" }.joined()
    }
}
