public import Ledger
import Notation
import Terms

/// A redline as JSON, schema `deedbook/redline/1`.
public enum RedlineJSON {
    public static func render(_ redline: Redline) -> String {
        JSONDocument.text("redline", members(of: redline))
    }

    /// Every step between two points, schema `deedbook/redline-steps/1`.
    public static func render(steps: [Redline], of whole: Redline) -> String {
        JSONDocument.text(
            "redline-steps",
            [
                ("from", .object(QuestionJSON.members(of: whole.before))),
                ("to", .object(QuestionJSON.members(of: whole.after))),
                ("steps", .list(steps.map { .object(members(of: $0)) })),
            ])
    }

    static func members(of redline: Redline) -> [(String, Node)] {
        let counts = RedlineSummary.counts(of: redline.lines)
        return [
            ("from", .object(QuestionJSON.members(of: redline.before))),
            ("to", .object(QuestionJSON.members(of: redline.after))),
            ("isEmpty", .boolean(redline.isEmpty)),
            ("counts", .object(counts.map { ($0.classification.rawValue, .integer($0.count)) })),
            ("lines", .list(redline.lines.map(node(of:)))),
            ("restated", .list(redline.restated.map(node(of:)))),
        ]
    }

    private static func node(of line: RedlineLine) -> Node {
        let (group, id) = line.path.subject.address
        return .object([
            ("group", .string(group)),
            ("id", .string(id)),
            ("facet", .string(line.path.facet)),
            ("isReported", .boolean(line.isReported)),
            ("isConditional", .boolean(line.isConditional)),
            ("class", .string(line.classification.rawValue)),
            ("phase", .string(line.phase.rawValue)),
            ("before", ValueJSON.node(line.before)),
            ("after", ValueJSON.node(line.after)),
            ("words", words(from: line.before, to: line.after)),
            ("causes", CauseJSON.list(line.causes)),
        ])
    }

    /// The redline by words; null where it is not one of two texts.
    private static func words(from before: ValueState?, to after: ValueState?) -> Node {
        guard let diff = RedlineChange(from: before, to: after).words else { return .null }
        return .list(
            diff.segments.map { segment in
                switch segment {
                case .kept(let text): .object([("kept", .string(text))])
                case .deleted(let text): .object([("deleted", .string(text))])
                case .inserted(let text): .object([("inserted", .string(text))])
                }
            })
    }
}

/// A redline in numbers as JSON, schema `deedbook/redline-stat/1`.
public enum RedlineStatJSON {
    public static func render(_ redline: Redline) -> String {
        let groups = Dictionary(grouping: redline.lines + redline.restated, by: \.path.subject)
        let subjects = groups.keys.sorted().map { subject -> Node in
            let (group, id) = subject.address
            let counts = RedlineSummary.counts(of: groups[subject] ?? [])
            return .object([
                ("group", .string(group)), ("id", .string(id)),
                (
                    "counts",
                    .object(counts.map { ($0.classification.rawValue, .integer($0.count)) })
                ),
            ])
        }
        return JSONDocument.text(
            "redline-stat",
            [
                ("from", .object(QuestionJSON.members(of: redline.before))),
                ("to", .object(QuestionJSON.members(of: redline.after))),
                ("isEmpty", .boolean(redline.isEmpty)),
                ("subjects", .list(subjects)),
            ])
    }
}
