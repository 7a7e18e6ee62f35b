import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// Records a story of the agreement `story` between `a` and `b`: the opening, then the chapters.
///
/// - Parameters:
///   - opening: the events agreed on 2020-01-01, as a recording writes them.
///   - conventions: whether a bare year or month ends with its last day.
func recordedStory(_ opening: String, conventions: Bool = false, _ chapters: String...) throws
    -> Story
{
    try given(yaml: [firstChapter(opening, conventions: conventions)] + chapters)
}

/// The opening of a story: the agreement, its two parties, and what they agreed on 2020-01-01.
func firstChapter(_ events: String, conventions: Bool = false) -> String {
    let words =
        conventions
        ? ", conventions: "
            + "{ through-year: end-of-calendar-year, through-month: end-of-calendar-month }"
        : ""
    return chapter(
        "opening", "2020-01-01", kind: "definitive",
        """
        - agreement-recorded: { title: Story, zone: UTC\(words) }
        - party-admitted: { party: a, name: A }
        - party-admitted: { party: b, name: B }
        \(events)
        """)
}

/// One recording of a story, as it would stand in a file.
///
/// - Parameters:
///   - effective: a day, or a bound as a recording writes it.
///   - disclosed: when it became public; the effective day where it is left out.
func chapter(
    _ key: String, _ effective: String, signed: String? = nil, disclosed: String? = nil,
    number: Int? = nil, grade: String = "executed-text", kind: String = "amendment",
    agreement: String = "story", _ events: String
) -> String {
    let bound = effective.contains(":") ? effective : "on: \(effective)"
    var instrument = ["kind: \(kind)", "title: \(key)", "effective: { \(bound) }"]
    if let signed { instrument.append("signed: \(signed)") }
    if let number { instrument.append("number: \(number)") }
    let lines = events.split(separator: "\n", omittingEmptySubsequences: false)
    return """
        recording: \(key)
        agreement: \(agreement)
        instrument: { \(instrument.joined(separator: ", ")) }
        disclosed: \(disclosed ?? effective)
        sources: [{ id: source, grade: \(grade), publisher: the parties }]
        events:
        \(lines.map { "  \($0)" }.joined(separator: "\n"))
        """
}

/// A fee of ten dollars from `a` to `b`, with more fields as a recording writes them.
func fee(_ more: String...) -> String {
    let fields = (["payer: a", "payee: b", "amount: USD 10"] + more).joined(separator: ", ")
    return "- term-added: { term: fee, kind: fee, set: { \(fields) } }"
}

/// How long the agreement itself runs: through June 2022.
let duration = """
    - term-added:
        term: duration
        kind: term-and-renewal
        set: { renewal: by-agreement, ends: { through: 2022-06-30 } }
    """

/// An amendment of the fee.
func amends(_ fields: String, _ more: String = "") -> String {
    "- term-amended: { term: fee, set: { \(fields) }\(more.isEmpty ? "" : ", \(more)") }"
}

extension StoryMoment {
    /// The fee as it stands.
    var fee: ConformedTerm? { copy.term("fee") }

    /// The amount of the fee, as people read it.
    var feeAmount: String? { fee?.field(.amount)?.value.displayText }
}

/// Why the last of them cannot be recorded after the others.
func refusals(of files: [String]) async throws -> [Violation] {
    let clock = TestClock()
    let book = Book(store: InMemoryStore(clock: { clock.now() }))
    let all = try recordings(yaml: files)
    for recording in all.dropLast() { _ = try await book.record(recording, by: "ana") }
    return try await book.violations(of: try #require(all.last), by: "ana")
}
