public import Ledger
import Notation
public import Questions
import Terms

/// A redline as JSON, schema `deedbook/redline/1`.
public enum RedlineJSON {
    static let answer = JSONAnswer<Redline>(
        "redline", "what differs between two points, and by which events",
        command: "deedbook diff AGREEMENT FROM TO --format json", members)

    static let stepsAnswer = JSONAnswer<StepsQuestion.Content>(
        "redline-steps", "every step between two points, each a redline",
        command: "deedbook diff AGREEMENT FROM TO --through --format json",
        .all(of: ends, \.redline),
        .list("steps", .object(members), \.steps))

    public static func render(_ redline: Redline) -> String { answer.text(of: redline) }

    /// Every step between two points, schema `deedbook/redline-steps/1`.
    public static func render(_ answer: Answer<StepsQuestion>) -> String {
        stepsAnswer.text(of: answer.content)
    }

    static let members = Members<Redline>.all(
        ends,
        .member("isEmpty", .flag, \.isEmpty),
        .member("counts", counts, \.lines),
        .list("lines", line, \.lines),
        .list("restated", line, \.restated))

    static let ends = Members<Redline>.all(
        .member("from", point, \.before), .member("to", point, \.after))

    private static let point = Shape.object(QuestionJSON.copy).named("point")
    private static let classification = Shape<RedlineLine.Classification>.words.named("class")

    /// How many of each class; a class without any is left out.
    static let counts = Shape<[RedlineLine]> {
        .dictionary(names: classification.describe(), values: Shape<Int>.count.describe())
    } write: { lines in
        .object(
            RedlineSummary.counts(of: lines).map {
                ($0.classification.rawValue, .integer($0.count))
            })
    }.described("How many of each class; a class without any is not there.").named("counts")

    /// What a line or a sum is about.
    static let subject = Members<FacetPath.Subject>.all(
        .member("group", group) { $0.address.group },
        .member("id", .text) { $0.address.id })

    private static let group = Shape<String>.word(
        of: FacetPath.Subject.Group.allCases.map(\.rawValue)
    ).named("group")

    private static let line = Shape<RedlineLine>.object(
        .all(of: subject, \.path.subject),
        .member("facet", .text, \.path.facet),
        .member("isReported", .flag, \.isReported)
            .described("Whether it is what a source reports, and not what is agreed."),
        .member("isConditional", .flag, \.isConditional)
            .described("Whether it is of a change that waits for a condition."),
        .member("class", classification, \.classification),
        .member("phase", .words, \.phase),
        .nullable("before", ValueJSON.shape, \.before).described("Null: it was not there."),
        .nullable("after", ValueJSON.shape, \.after).described("Null: it is no longer there."),
        .nullable("words", segment.list) {
            RedlineChange(from: $0.before, to: $0.after).words?.segments
        }.described("Null: not two texts."),
        .list("causes", CauseJSON.shape, \.causes)
    ).named("line")

    private static let segment = Shape<WordDiff.Segment> {
        .oneMember([("kept", .string), ("deleted", .string), ("inserted", .string)])
    } write: { segment in
        switch segment {
        case .kept(let text): .object([("kept", .string(text))])
        case .deleted(let text): .object([("deleted", .string(text))])
        case .inserted(let text): .object([("inserted", .string(text))])
        }
    }
}

/// A redline in numbers as JSON, schema `deedbook/redline-stat/1`.
public enum RedlineStatJSON {
    static let answer = JSONAnswer<Redline>(
        "redline-stat", "a redline in numbers, by subject",
        command: "deedbook diff AGREEMENT FROM TO --stat --format json",
        RedlineJSON.ends,
        .member("isEmpty", .flag, \.isEmpty),
        .list("subjects", subject) { redline in
            let groups = Dictionary(grouping: redline.lines + redline.restated, by: \.path.subject)
            return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        })

    public static func render(_ redline: Redline) -> String { answer.text(of: redline) }

    private static let subject = Shape<(subject: FacetPath.Subject, lines: [RedlineLine])>.object(
        .all(of: RedlineJSON.subject, \.subject),
        .member("counts", RedlineJSON.counts, \.lines))
}
