import Ledger
import Terms

/// A redline in one line: how many differences of which class.
enum RedlineSummary {
    /// - Parameter folded: how many lines are stated in a term's sentence alone.
    static func text(of redline: Redline, folded: Int = 0) -> String {
        let subjects = Set(redline.lines.map(\.path.subject)).count
        let counts = counts(of: redline.lines)
        let list = counts.map { "\($0.count) \(words($0.classification))" }
        var text =
            redline.isEmpty
            ? "0 differences"
            : "\(QuestionHead.count(redline.lines.count, "difference")) in "
                + "\(QuestionHead.count(subjects, "subject")): \(list.joined(separator: ", "))"
        if folded > 0 { text += "; \(folded) of them stated in the sentences of whole terms" }
        if !redline.restated.isEmpty {
            text += "; \(redline.restated.count) restated as unchanged"
        }
        return text
    }

    static func counts(
        of lines: [RedlineLine]
    ) -> [(classification: RedlineLine.Classification, count: Int)] {
        RedlineLine.Classification.allCases.compactMap { classification in
            let count = lines.count { $0.classification == classification }
            return count > 0 ? (classification, count) : nil
        }
    }

    static func words(_ classification: RedlineLine.Classification) -> String {
        switch classification {
        case .added: "added"
        case .removed: "removed"
        case .amended: "amended"
        case .scheduledStep: "as scheduled"
        case .ended: "ended"
        case .corrected: "corrected"
        case .disclosed: "disclosed"
        case .redacted: "redacted"
        case .moved: "moved"
        case .silent: "not addressed"
        case .notComparable: "not comparable"
        case .reaffirmed: "restated"
        }
    }
}
