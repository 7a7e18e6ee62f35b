import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What sort of difference a line is, which phase it belongs to, and which events it names.
struct RedlineClassTests {
    /// A story, two vantages, and the one line that is asked about.
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var opening = fee()
        let chapters: [String]
        let between: (String, String)
        let line: String
        let classification: RedlineLine.Classification
        var phase = RedlineLine.Phase.tookEffect
        let causes: [EventReference]
    }

    static let raise = chapter("raise", "2022-01-01", amends("amount: USD 20"))
    static let scheduled = chapter(
        "raise", "2022-01-01", signed: "2021-01-01", disclosed: "2021-01-01",
        amends("amount: USD 20"))

    static let effects: [Row] = [
        Row(
            testDescription: "an amendment agreed in between is amended",
            chapters: [raise], between: ("2021-12-31", "2022-01-01"), line: "fee.amount",
            classification: .amended, causes: ["raise#1"]),
        Row(
            testDescription: "a step known on the earlier day is scheduled",
            chapters: [scheduled], between: ("2021-12-31", "2022-01-01"), line: "fee.amount",
            classification: .scheduledStep, causes: ["raise#1"]),
        Row(
            testDescription: "a new term is added",
            opening: "", chapters: [chapter("fee", "2022-01-01", fee())],
            between: ("2021-12-31", "2022-01-01"), line: "fee.status", classification: .added,
            causes: ["fee#1"]),
        Row(
            testDescription: "a field a term had not is added",
            chapters: [chapter("per", "2022-01-01", amends("per: P1Y"))],
            between: ("2021-12-31", "2022-01-01"), line: "fee.per", classification: .added,
            causes: ["per#1"]),
        Row(
            testDescription: "a term taken out is removed",
            chapters: [chapter("gone", "2022-01-01", "- term-removed: { term: fee }")],
            between: ("2021-12-31", "2022-01-01"), line: "fee.status", classification: .removed,
            causes: ["gone#1"]),
        Row(
            testDescription: "the fields of a term taken out are removed with it",
            chapters: [chapter("gone", "2022-01-01", "- term-removed: { term: fee }")],
            between: ("2021-12-31", "2022-01-01"), line: "fee.amount", classification: .removed,
            causes: ["gone#1"]),
        Row(
            testDescription: "a term that ran out has ended",
            opening: fee("ends: { through: 2021-12-31 }"), chapters: [],
            between: ("2021-12-31", "2022-01-01"), line: "fee.status", classification: .ended,
            causes: ["opening#4"]),
        Row(
            testDescription: "a term whose end was brought forward has ended, not been removed",
            opening: fee("ends: { through: 2030-12-31 }"),
            chapters: [
                chapter("sooner", "2021-06-01", amends("ends: { through: 2021-12-31 }"))
            ],
            between: ("2021-01-01", "2022-01-01"), line: "fee.status", classification: .ended,
            causes: ["sooner#1"]),
        Row(
            testDescription: "a term ended by the end of its agreement is removed",
            chapters: [chapter("end", "2022-01-01", "- agreement-terminated: { by: a }")],
            between: ("2021-12-31", "2022-01-01"), line: "fee.status", classification: .removed,
            causes: ["end#1"]),
        Row(
            testDescription: "a term added again is added",
            chapters: [
                chapter("gone", "2021-01-01", "- term-removed: { term: fee }"),
                chapter("back", "2022-01-01", fee()),
            ],
            between: ("2021-06-01", "2022-01-01"), line: "fee.status", classification: .added,
            causes: ["back#1"]),
        Row(
            testDescription: "a term under a new id has moved",
            chapters: [chapter("move", "2022-01-01", "- term-moved: { term: fee, to: fees.one }")],
            between: ("2021-12-31", "2022-01-01"), line: "fee.id", classification: .moved,
            causes: ["move#1"]),
        Row(
            testDescription: "withheld by two events cannot be compared",
            opening: fee("per: undisclosed"),
            chapters: [chapter("again", "2022-01-01", amends("per: undisclosed"))],
            between: ("2021-12-31", "2022-01-01"), line: "fee.per",
            classification: .notComparable, causes: ["again#1"]),
        Row(
            testDescription: "an approximate amount may be what it was",
            chapters: [chapter("near", "2022-01-01", amends("amount: { about: USD 10 }"))],
            between: ("2021-12-31", "2022-01-01"), line: "fee.amount",
            classification: .notComparable, causes: ["near#1"]),
        Row(
            testDescription: "an approximate amount may be what it was within its tolerance",
            chapters: [
                chapter(
                    "near", "2022-01-01",
                    amends("amount: { about: { value: USD 11, within: 10% } }"))
            ],
            between: ("2021-12-31", "2022-01-01"), line: "fee.amount",
            classification: .notComparable, causes: ["near#1"]),
        Row(
            testDescription: "an approximate amount that cannot be what it was is amended",
            chapters: [
                chapter(
                    "far", "2022-01-01",
                    amends("amount: { about: { value: USD 20, within: 10% } }"))
            ],
            between: ("2021-12-31", "2022-01-01"), line: "fee.amount",
            classification: .amended, causes: ["far#1"]),
        Row(
            testDescription: "what an instrument leaves out is silent",
            chapters: [chapter("silent", "2022-01-01", "- term-unaddressed: { term: fee }")],
            between: ("2021-12-31", "2022-01-01"), line: "fee.unaddressed",
            classification: .silent, causes: ["silent#1"]),
        Row(
            testDescription: "a value that is blacked out is redacted",
            chapters: [
                chapter("black", "2022-01-01", amends("amount: { redacted: \"[***]\" }"))
            ],
            between: ("2021-12-31", "2022-01-01"), line: "fee.amount", classification: .redacted,
            causes: ["black#1"]),
        Row(
            testDescription: "a suspension is an amendment of the status",
            chapters: [chapter("stop", "2022-01-01", "- term-suspended: { term: fee }")],
            between: ("2021-12-31", "2022-01-01"), line: "fee.status", classification: .amended,
            causes: ["stop#1"]),
        Row(
            testDescription: "a window that is over names itself and what lay beneath",
            chapters: [
                chapter(
                    "rebate", "2021-06-01",
                    amends("amount: USD 5", "lasts: { through: 2021-12-31 }"))
            ],
            between: ("2021-12-31", "2022-01-01"), line: "fee.amount",
            classification: .scheduledStep, causes: ["rebate#1", "opening#4"]),
        Row(
            testDescription: "every step on the way is a cause",
            chapters: [raise, chapter("more", "2023-01-01", amends("amount: USD 30"))],
            between: ("2021-12-31", "2023-01-01"), line: "fee.amount", classification: .amended,
            causes: ["raise#1", "more#1"]),
    ]
}
