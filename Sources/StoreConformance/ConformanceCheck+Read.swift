import Amendments
import EventStore
import Ledger
import Notation
import Terms
import Transparency

extension ConformanceCheck {
    func bytesSurviveTheRoundTrip() async throws {
        let recording = Sample.recording("bytes", events: 2, note: "a note\u{0007}\u{2028}")
        try await append(recording)
        let events = try await store.events(of: "first", through: nil)
        try require(events.map(\.event) == recording.events, "the events read back differ")
        for event in events {
            guard let stored = try await store.stored(at: event.position) else {
                throw BrokenPromise(promise: promise, found: "nothing at \(event.position)")
            }
            let payload = CanonicalJSON.bytes(of: event.event.body)
            try require(
                stored.payload.body == payload, "the payload at \(event.position) differs")
            let entry = try JSONReader.read(stored.entry)
            try require(
                CanonicalJSON.bytes(of: entry) == stored.entry, "the entry is not canonical")
            try require(entry["position"] == .integer(event.position.number), "another position")
            try require(entry["recorder"] == .string("conformance"), "another recorder")
        }
        try require(try await store.stored(at: Position(3)) == nil, "something beyond the head")
    }

    func everyKindSurvives() async throws {
        // What the sample of a redaction redacts.
        try await append(Sample.recording("one"))
        var recording = Sample.recording("kinds")
        recording.events = try EventKind.allCases.map { try $0.sample() }
        recording.instrument = Instrument(
            kind: .sideLetter, title: "Kinds", number: 3, signed: .unknown,
            effective: .lastOf([.from("2025-02~"), .upon("c")]))
        recording.sources[0] = Source(
            id: "source", grade: .namedPress, publisher: "P", title: "T", url: "https://e.invalid",
            published: "2025?", quote: "“q”", note: "n")
        let receipt = try await append(recording)
        let events = try await store.events(of: "second", through: nil)
        for (event, expected) in zip(events, recording.events) {
            try require(event.event == expected, "\(expected.kind.rawValue) reads back another")
        }
        try require(events.count == recording.events.count, "\(events.count) events")
        let header = RecordingHeader(
            of: recording, recorder: "conformance", recordedAt: receipt.recordedAt)
        for event in events {
            try require(event.recording == header, "another header: \(event.recording)")
            try require(event.agreement == "second", "another agreement: \(event.agreement)")
        }
    }

    func digestsCoverThePayload() async throws {
        try await append(Sample.recording("one"))
        try await append(Sample.recording("two"))
        var salts: Set<[UInt8]> = []
        for number in 1...2 {
            guard let stored = try await store.stored(at: Position(number)) else {
                throw BrokenPromise(promise: promise, found: "nothing at #\(number)")
            }
            let entry = try JSONReader.read(stored.entry)
            guard case .present(let bytes, let salt) = stored.payload else {
                throw BrokenPromise(promise: promise, found: "no payload at #\(number)")
            }
            let digest = "sha256:" + Entry.digest(of: bytes, salt: salt).hexadecimal
            try require(entry["payload"] == .string(digest), "the digest of #\(number) differs")
            try require(salt.count == 16, "a salt of \(salt.count) bytes")
            salts.insert(salt)
        }
        try require(salts.count == 2, "two payloads share a salt")
    }

    func throughAPosition() async throws {
        try await append(Sample.recording("one", events: 2))
        try await append(Sample.recording("other", agreement: "second"))
        try await append(Sample.recording("two", events: 2))
        let all = try await store.events(of: "first", through: nil).map(\.position.number)
        try require(all == [1, 2, 4, 5], "positions \(all)")
        for (limit, expected) in [(0, []), (1, [1]), (3, [1, 2]), (4, [1, 2, 4]), (9, all)] {
            let found = try await store.events(of: "first", through: Position(limit))
            try require(
                found.map(\.position.number) == expected, "through \(limit): \(found.count)")
        }
    }

    func afterAPosition() async throws {
        for index in 1...5 {
            try await append(
                Sample.recording("number-\(index)", agreement: index % 2 == 0 ? "first" : "second"))
        }
        for (after, limit, expected) in [
            (0, 2, [1, 2]), (2, 2, [3, 4]), (4, 2, [5]), (5, 2, []), (9, 2, []), (1, 0, []),
        ] {
            let found = try await store.events(after: Position(after), limit: limit)
            try require(
                found.map(\.position.number) == expected,
                "after \(after), limit \(limit): \(found.map(\.position))")
        }
    }

    func agreementByPages() async throws {
        try await append(Sample.spanning("one", ["first", "second", "first"]))
        try await append(Sample.recording("two", agreement: "second", events: 2))
        try await append(Sample.recording("three", events: 2))
        let all = [1, 3, 6, 7]
        for version in 0...5 {
            for limit in 0...5 {
                let page = try await store.events(of: "first", after: version, limit: limit)
                try require(
                    page.map(\.position.number) == Array(all.dropFirst(version).prefix(limit)),
                    "after version \(version), limit \(limit): \(page.map(\.position))")
            }
        }
        let unknown = try await store.events(of: "unknown", after: 0, limit: 9)
        try require(unknown.isEmpty, "\(unknown.count) events of no agreement")
    }

    func eventsOfKinds() async throws {
        // What the sample of a redaction redacts.
        try await append(Sample.recording("one"))
        var recording = Sample.recording("kinds")
        recording.events = try EventKind.allCases.map { try $0.sample() }
        try await append(recording)
        try await append(Sample.recording("other", agreement: "third", events: 2))
        for agreement in ["first", "second", "third", "unknown"] as [AgreementID] {
            let all = try await store.events(of: agreement, through: nil)
            for kind in EventKind.allCases {
                for kinds in [[], [kind], [kind, .partyAdmitted]] as [Set<EventKind>] {
                    let found = try await store.events(of: agreement, kinds: kinds)
                    try require(
                        found == all.filter { kinds.contains($0.event.kind) },
                        "of \(agreement), \(kinds.map(\.rawValue)): \(found.map(\.reference))")
                }
            }
        }
        let found = try await store.events(of: "second", kinds: Set(EventKind.allCases))
        try require(found.count == EventKind.allCases.count, "\(found.count) events of all kinds")
    }

    func agreementsComeByPages() async throws {
        let all: [AgreementHead] = [
            .init(id: "a", version: 1, begins: Position(4)),
            .init(id: "b", version: 3, begins: Position(1)),
            .init(id: "c", version: 1, begins: Position(2)),
        ]
        try await append(Sample.spanning("one", ["b", "c", "b"]))
        try await append(Sample.spanning("two", ["a", "b"]))
        for limit in 0...4 {
            for after in [nil, "a", "b", "bb", "c"] as [AgreementID?] {
                let page = try await store.agreements(after: after, limit: limit)
                let wanted = all.filter { head in after.map { head.id > $0 } ?? true }.prefix(limit)
                try require(page == Array(wanted), "after \(after?.text ?? "none"): \(page)")
            }
        }
        for head in all {
            let version = try await store.version(of: head.id)
            try require(version == head.version, "the version of \(head.id) is \(version)")
        }
    }

    func recordingIsFoundByItsKey() async throws {
        try await append(Sample.recording("before"))
        try await append(Sample.spanning("whole", ["first", "second", "first"]))
        try await append(Sample.recording("after"))
        let found = try await store.recording("whole")
        try require(
            found.map(\.position) == [2, 3, 4].map { Position($0) },
            "positions \(found.map(\.position))")
        try require(found.allSatisfy { $0.recording.key == "whole" }, "of another recording")
        let unknown = try await store.recording("unknown")
        try require(unknown.isEmpty, "\(unknown.count) events of no recording")
    }

    func unknownAgreementIsEmpty() async throws {
        try await append(Sample.recording("one"))
        let found = try await store.events(of: "unknown", through: nil)
        try require(found.isEmpty, "\(found.count) events")
        try require(try await store.version(of: "unknown") == 0, "it has a version")
        try require(try await store.events(of: "first", through: nil).count == 1, "no event")
    }
}
