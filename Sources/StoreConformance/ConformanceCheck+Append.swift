import Amendments
import EventStore
import Ledger
import Terms

extension ConformanceCheck {
    func positionsAreDenseFromOne() async throws {
        try require(try await store.head() == Position(0), "an empty book has a head")
        for (index, count) in [1, 3, 2].enumerated() {
            try await append(Sample.recording("dense-\(index)", events: count))
        }
        let events = try await store.events(after: Position(0), limit: .max)
        let positions = events.map(\.position.number)
        try require(positions == Array(1...6), "positions \(positions)")
        let head = try await store.head()
        try require(head == Position(6), "the head is \(head)")
    }

    func appendIsAllOrNothing() async throws {
        try await append(Sample.recording("before"))
        // Only the last event is too large, by its bound: those before it could be stored.
        var large = Sample.spanning("large", ["first", "second", "third"])
        let bounds = Array(repeating: DateBound.upon("condition"), count: 5_000)
        large.events[2].effective = .firstOf(bounds)
        try await requireRefusal(of: large) {
            if case .entryTooLarge("large#3", let bytes) = $0 { bytes > 65_535 } else { false }
        }
        try await requireRefusal(
            of: Sample.spanning("half", ["second", "first"]),
            expecting: ["second": .none, "first": .exactly(7)]
        ) { if case .versionConflict = $0 { true } else { false } }
        let receipt = try await append(Sample.recording("after"))
        try require(receipt.first == Position(2), "a refused append used up positions")
    }

    func wholeIsAllOrNothing() async throws {
        try await append(Sample.recording("before"))
        let good = Submission(
            Sample.spanning("good", ["first", "second"]),
            expecting: ["first": .exactly(1), "second": .none], sealed: nil)
        // The second rests on the first; what refuses the last refuses them all.
        let next = Submission(
            Sample.recording("next", agreement: "second"), expecting: ["second": .exactly(1)],
            sealed: nil)
        let stale = Submission(
            Sample.recording("stale"), expecting: ["first": .exactly(1)], sealed: nil)
        try await requireRefusal(ofWhole: [good, next, stale]) {
            $0 == .versionConflict(agreement: "first", expected: .exactly(1), actual: 2)
        }
        let other = Submission(
            Sample.recording("before", note: "other"), expecting: [:], sealed: nil)
        try await requireRefusal(ofWhole: [good, next, other]) {
            $0 == .keyReused("before", recordedAt: Position(1))
        }
        let receipts = try await store.append(whole: [good, next, good], by: "conformance")
        try require(
            receipts.map(\.first.number) == [2, 4, 2] && receipts.last?.isRepeated == true,
            "other receipts: \(receipts)")
        let head = try await store.head()
        try require(head == Position(4), "the head is \(head)")
    }

    func expectedVersionIsChecked() async throws {
        try await append(Sample.recording("one"), expecting: ["first": .none])
        try await append(Sample.recording("two"), expecting: ["first": .exactly(1)])
        try await append(Sample.recording("three"), expecting: ["first": .any])
        try await append(Sample.recording("four"))
        try await requireRefusal(of: Sample.recording("stale"), expecting: ["first": .exactly(3)]) {
            $0 == .versionConflict(agreement: "first", expected: .exactly(3), actual: 4)
        }
        try await requireRefusal(of: Sample.recording("none"), expecting: ["first": .none]) {
            $0 == .versionConflict(agreement: "first", expected: .none, actual: 4)
        }
    }

    func versionAboveTheHeadFails() async throws {
        try await requireRefusal(of: Sample.recording("above"), expecting: ["first": .exactly(1)]) {
            $0 == .versionConflict(agreement: "first", expected: .exactly(1), actual: 0)
        }
        try await append(Sample.recording("one"))
        try await requireRefusal(of: Sample.recording("above"), expecting: ["first": .exactly(2)]) {
            $0 == .versionConflict(agreement: "first", expected: .exactly(2), actual: 1)
        }
    }

    func repeatedKey() async throws {
        let recording = Sample.recording("repeated", events: 3)
        let first = try await append(recording)
        try require(!first.isRepeated, "the first append says that it is repeated")
        try await append(Sample.recording("between"))
        let before = try await everything()
        var again = try await append(recording)
        try require(again.isRepeated, "the second append says that it is new")
        again.isRepeated = false
        try require(again == first, "another receipt: \(again)")
        try require(try await everything() == before, "the repeated append wrote something")
    }

    func reusedKey() async throws {
        try await append(Sample.recording("between"))
        let first = try await append(Sample.recording("reused"))
        try await requireRefusal(of: Sample.recording("reused", note: "other")) {
            $0 == .keyReused("reused", recordedAt: first.first)
        }
    }

    func keyIsDecidedBeforeVersion() async throws {
        let recording = Sample.recording("retried")
        try await append(recording, expecting: ["first": .none])
        let again = try await append(recording, expecting: ["first": .none])
        try require(again.isRepeated, "a retry after success is no success")
        try await requireRefusal(
            of: Sample.recording("retried", note: "other"), expecting: ["first": .exactly(9)]
        ) { if case .keyReused = $0 { true } else { false } }
    }

    func recordedAtNeverGoesBack() async throws {
        let first = try await append(Sample.recording("one"))
        clock.goBack(seconds: 3_600)
        let second = try await append(Sample.recording("two"))
        try require(second.recordedAt >= first.recordedAt, "\(second) after \(first)")
        let events = try await store.events(after: Position(0), limit: .max)
        let instants = events.map(\.recording.recordedAt)
        try require(instants == instants.sorted(), "instants \(instants)")
        try require(instants.first == first.recordedAt, "the receipt states another instant")
    }

    func recordingsSpanAgreements() async throws {
        try await append(Sample.recording("one", agreement: "second"))
        try await append(
            Sample.spanning("both", ["first", "second", "first"]),
            expecting: ["first": .none, "second": .exactly(1)])
        for agreement in ["first", "second"] as [AgreementID] {
            let version = try await store.version(of: agreement)
            try require(version == 2, "the version of \(agreement) is \(version)")
        }
        let second = try await store.events(of: "second", through: nil)
        try require(second.map(\.ordinal) == [1, 2], "ordinals \(second.map(\.ordinal))")
        try require(second.last?.recording.agreement == "first", "the header is another one")
    }
}
