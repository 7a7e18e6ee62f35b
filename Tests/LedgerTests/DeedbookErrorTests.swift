import Amendments
import EventStore
import Ledger
import Notation
import Terms
import Testing
import Transparency

/// What the one error says of what happened, for programs and for people.
struct DeedbookErrorTests {
    private static let checkpoint = Checkpoint(
        origin: "book", size: 3, root: .leaf(Array("entry".utf8)))
    private static let range = DateRange("2026-01/2026-03")

    /// One of each case.
    private static let samples: [DeedbookError] =
        [
            .versionConflict(agreement: "x", expected: .none, actual: 2),
            .keyReused("deed", recordedAt: Position(1)), .invalid("deed", [violation("deed")]),
            .entryTooLarge(EventReference(recording: "deed", ordinal: 2), bytes: 70_000),
            .redactsNothing(
                EventReference(recording: "deed", ordinal: 9),
                by: EventReference(recording: "cut", ordinal: 1)),
            .clockAhead(
                now: Instant(microseconds: 2), last: Instant(microseconds: 1), at: Position(3)),
            .sealRefused("deed", detail: "it is of 'ben'"), .overloaded(capacity: 2),
            .outcomeUnknown(detail: "no answer"), .busy("held"),
            .inaccessible(path: "b", detail: "no"), .notABook(path: "b", detail: "no"),
            .newerFormat(path: "b", found: 9, known: 2),
            .olderFormat(path: "b", found: 1, known: 2),
            .newerDerived(found: 9, known: 7), .full(path: "b"),
            .corrupted(Position(4), detail: "no"),
            .unknownKind(Position(4), kind: "term-frozen"), .unknownAgreement("x", known: []),
            .beforeFirst(asked: Position(2), "deed", last: Position(3)),
            .unknownTerm("fee", nearest: ["fees"]), .unknownName("Fee", .term, nearest: ["fees"]),
            .ambiguousName("fee", .term, of: ["fee.a", "fee.b"]),
            .hiddenAgreement("x", .undisclosed(by: "2025-01-01", first: "2025-08-06")),
            .hiddenTerm(
                "fee", of: "x",
                .unrecorded(at: Position(3), first: Position(9), Instant(microseconds: 2))),
            .unknownField(.amount, .publicity),
            .unknownRecording("deed", nearest: []),
            .recordingElsewhere("deed", than: "x", touches: ["y"]),
            .unknownEvent(EventReference(recording: "deed", ordinal: 9), events: 3),
            .notCorrectable(EventReference(recording: "deed", ordinal: 1)),
            .beyondHead(asked: Position(9), head: Position(3)),
            .beyondNow(asked: Instant(microseconds: 2), now: Instant(microseconds: 1)),
            .longSpan(from: "0001-01-01", to: "9999-12-31", limit: 7),
            .notPayable(
                "term", .publicity, of: "x", from: Vantage(on: "2026-01-01"), payable: [.fee]),
            .takesNoFigures(.fee), .needsFigures(.royalty), .needsDays,
            .reversedDays(from: "2026-02-01", to: "2026-01-01"), .severalCurrencies("fee", []),
            .unknownBase("sales", line: 2, of: "fee", known: ["revenue"]),
            .secondBase("sales", line: 3, first: "revenue"), .noFigures,
            .checkpointRefused(size: 3, detail: "no"), .notSigned(detail: "no"),
            .discontinued(signed: checkpoint, now: checkpoint, detail: "no"),
            .entryAltered(Position(2)), .notCovered(Position(2)),
            .rolledBack(old: checkpoint, new: checkpoint, detail: "no"),
        ] + [range].compactMap(\.self).map { .straddling($0, line: 2, day: "2026-02-01") }

    private static func violation(_ key: RecordingKey) -> Violation {
        Violation(
            message: "it cannot be", hint: "mend it", ground: .itself,
            event: EventReference(recording: key, ordinal: 2), mark: Mark(line: 7, column: 5))
    }

    @Test func `each case has a code of its own, in lower-case words`() {
        let codes = Self.samples.map(\.code)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(code)")
        }
    }

    @Test(arguments: DeedbookError.Kind.allCases)
    func `problems without a kind of their own have the code of what can be done`(
        kind: DeedbookError.Kind
    ) {
        let error = DeedbookError.problems(kind, [Problem("it is wrong", file: "a.yaml")])
        #expect(error.code == kind.rawValue && error.kind == kind)
        #expect(error.problems().map(\.description) == ["a.yaml: error: it is wrong"])
    }

    @Test func `what cannot hold is reported event by event, where each was written`() {
        let error = DeedbookError.invalid("deed", [Self.violation("deed"), Self.violation("old")])
        #expect(error.account.place == .recording("deed"))
        let recordedStory = error.problems { $0 == .recording("deed") ? "deed.yaml" : nil }
        #expect(
            recordedStory.map(\.description) == [
                "deed.yaml:7:5: error: it cannot be\n  hint: mend it",
                "deed.yaml: error: old#2: it cannot be\n  hint: mend it",
            ])
        #expect(
            error.problems().first?.description
                == "error: deed#2: it cannot be\n  hint: mend it")
    }

    @Test func `a figure at fault is reported with its line`() {
        let recordedStory = DeedbookError.secondBase("sales", line: 3, first: "revenue")
            .problems { _ in "figures.csv" }
        #expect(recordedStory.map(\.place) == ["figures.csv:3"])
    }
}
