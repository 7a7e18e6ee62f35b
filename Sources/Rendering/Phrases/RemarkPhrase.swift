import Amendments
import Terms

/// What was said of a term, or done under it, in words.
enum RemarkPhrase {
    /// A label and a text; nil for what is told elsewhere, beside the fields.
    static func parts(of remark: Remark) -> (label: String, text: String)? {
        switch remark.content {
        case .reaffirmed, .unaddressed: nil
        case .interpreted(let field, let reading, let by, let competing):
            ("reading of \(field)", interpretation(reading, by: by, competing: competing))
        case .waived(let party, let extent, let lasts):
            ("waived", "by \(party): \(extent)\(lasts.map { ", \($0)" } ?? "")")
        case .noticeGiven(let party, let addressee, let effect):
            (
                "notice",
                "by \(party)\(addressee.map { " to \($0)" } ?? "")"
                    + (effect.map { ", takes effect \($0)" } ?? "")
            )
        case .optionExercised(let party, let extent):
            ("option", "exercised\(extent.map { " in \($0.rawValue)" } ?? "") by \(party)")
        case .optionDeclined(let party): ("option", "declined by \(party)")
        case .accrued(let amount, let period):
            (
                "accrued",
                (remark.event.isRedacted ? "redacted" : amount.displayText) + " for \(period)"
            )
        }
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
