import ArgumentParser
import Questions
import Terms

/// From where a question is asked: on a day, as disclosed by a day, as recorded at a position.
struct VantageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "As of this date, such as 2026-04-28, 28 Apr 2026 or yesterday (default: today in the "
                + "agreement's time zone).",
            valueName: "day"),
        completion: Completion.days, transform: dayWords)
    var on: DayWords?

    @OptionGroup var known: KnowledgeOptions

    var countsLater: Bool { known.later.hidden }
}

/// What is known to the one who asks.
struct KnowledgeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only what was disclosed by the end of this date (default: all disclosures included).",
            valueName: "day"),
        completion: Completion.days, transform: dayWords)
    var disclosedBy: DayWords?

    @Option(
        help: ArgumentHelp(
            "Only what was recorded by a position (17) or an instant (2026-05-12T09:14:03Z).",
            valueName: "position"))
    var recordedAt: RecordedPoint?

    @OptionGroup var later: LaterOption
}

/// Whether an answer speaks of what it does not rest on.
struct LaterOption: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Also count what was recorded after that position; this count changes as the book grows."
        ))
    var hidden = false
}
