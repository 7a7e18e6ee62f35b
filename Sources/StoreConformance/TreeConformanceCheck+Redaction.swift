import Amendments
import EventStore
import Ledger
import Terms
import Transparency

extension TreeConformanceCheck {
    func redactionTakesThePayloadOut() async throws {
        let (target, by) = try await redact()
        let stored = try found(try await store.stored(at: target), "event at \(target)")
        guard case .redacted(let remains) = stored.payload else {
            throw BrokenPromise(promise: basic.promise, found: "the payload is still there")
        }
        try require(remains.redactedBy == by, "redacted by \(remains.redactedBy)")
        let row = try found(
            try await store.rows(after: target.number - 1, limit: 1).first, "row of \(target)")
        try require(row.payload == nil && row.salt == nil, "payload or salt is still there")
        let text = String(decoding: stored.entry + remains.bytes, as: UTF8.self)
        try require(!text.contains(Self.secret), "what is left says: \(text)")
        for events in [
            try await store.events(of: "first", through: nil),
            try await store.events(after: Position(0), limit: .max),
            // As it was known before the redaction.
            try await store.events(of: "first", through: target),
        ] {
            let event = try found(events.first { $0.position == target }?.event, "event read")
            let party = try found(event.payload as? PartyAdmitted, "what was redacted")
            try require(party.party == "secret", "it is about '\(party.party)'")
            try require(party.name != Self.secret && event.note == nil, "it still says \(event)")
        }
        let before = try found(try await store.stored(at: Position(1)), "event at #1")
        if case .redacted = before.payload {
            throw BrokenPromise(promise: basic.promise, found: "its neighbour went as well")
        }
    }

    func redactionLeavesTheTreeAlone() async throws {
        try await fill(3)
        var recording = Sample.recording("person", events: 2)
        recording.events[1].note = Self.secret
        try await basic.append(recording)
        let before = try await rows()
        let checkpoint = try await store.checkpoint(at: nil)
        let proof = try await store.inclusionProof(of: Position(5), in: 5)
        try await basic.append(Self.redaction("order"))
        let after = try await rows()
        try require(
            after.prefix(5).map(\.entry) == before.map(\.entry)
                && after.prefix(5).map(\.leaf) == before.map(\.leaf), "an entry changed")
        try require(try await store.checkpoint(at: 5) == checkpoint, "the root of before changed")
        try require(
            try await store.inclusionProof(of: Position(5), in: 5) == proof, "its proof changed")
    }

    func remainsAreProved() async throws {
        let (target, by) = try await redact()
        let row = try found(
            try await store.rows(after: by.number - 1, limit: 1).first, "row of \(by)")
        let reference = try found(try contents(row).remains, "word of remains in the entry")
        try require(reference.position == target, "it speaks of \(reference.position)")
        let redacted = try found(
            try await store.rows(after: target.number - 1, limit: 1).first, "row of \(target)")
        let remains = try found(redacted.remains, "remains of \(target)")
        try require(reference.covers(remains), "the entry does not cover the remains")
    }

    func secondRedaction() async throws {
        let (target, _) = try await redact()
        let before = try await store.stored(at: target)
        let again = try await basic.append(Self.redaction("again"))
        try require(try await store.stored(at: target) == before, "the remains changed")
        let row = try found(
            try await store.rows(after: again.first.number - 1, limit: 1).first, "second redaction")
        let reference = try found(try contents(row).remains, "word of remains in the entry")
        guard case .redacted(let remains)? = before?.payload else {
            throw BrokenPromise(promise: basic.promise, found: "nothing was redacted")
        }
        try require(reference.covers(remains), "the second redaction covers other remains")
    }

    func redactedRecordingsKeepTheirKey() async throws {
        var recording = Sample.recording("person", events: 2)
        recording.events[1].note = Self.secret
        let first = try await basic.append(recording)
        try await basic.append(Self.redaction("order"))
        // What it said is not known any more, so no reader learns that this text is in the book.
        try await basic.requireRefusal(of: recording) {
            $0 == .keyRedacted("person#2", recordedAt: Position(first.first.number + 1))
        }
        var left = recording
        left.events[1] = recording.events[1].redacted(by: "order#1")
        let again = try await basic.append(left)
        try require(again.isRepeated && again.first == first.first, "it is \(again)")
        var other = left
        other.events[0].note = "another"
        try await basic.requireRefusal(of: other) {
            $0 == .keyReused("person", recordedAt: first.first)
        }
        try await basic.requireRefusal(of: Sample.recording("person", events: 3)) {
            $0 == .keyReused("person", recordedAt: first.first)
        }
    }

    func redactingNothing() async throws {
        try await basic.append(Sample.recording("person", events: 2))
        for (key, ordinal) in [("absent", 1), ("person", 3), ("order", 1)] {
            let event = EventReference(
                recording: RecordingKey(key) ?? "sample", ordinal: ordinal)
            try await basic.requireRefusal(of: Self.redaction("order", of: event)) {
                $0 == .redactsNothing(event, by: EventReference(recording: "order", ordinal: 1))
            }
        }
    }
}

extension TreeConformanceCheck {
    func signaturesAreKept() async throws {
        let key = try SigningKey(name: "clerk", seed: Array(repeating: 5, count: 32))
        let recording = Sample.recording("person", events: 2)
        let seal = try RecorderSeal(recording, with: key)
        _ = try await store.append(recording, by: "clerk", expecting: [:], sealed: seal)
        try await requireSignature(seal)
        try await basic.append(Self.redaction("order"))
        try await requireSignature(seal)
        let unsigned = try found(try await rows().last, "redaction")
        try require(try contents(unsigned).signature == nil, "a signature that no one gave")
    }

    private func requireSignature(_ seal: RecorderSeal) async throws {
        let rows = try await store.rows(after: 0, limit: 2)
        let contents = try rows.map { try self.contents($0) }
        let signature = try found(contents.first?.signature, "signature")
        try require(signature == seal.signature, "another signature")
        try require(signature.isValid(for: contents), "the signature is not valid")
        for (row, salt) in zip(rows, seal.salts) where row.remains == nil {
            try require(row.salt == salt, "another salt than the signer's at #\(row.position)")
        }
    }

    func falseSeals() async throws {
        let key = try SigningKey(name: "clerk", seed: Array(repeating: 5, count: 32))
        let recording = Sample.recording("one", events: 2)
        let seal = try RecorderSeal(recording, with: key)
        let other = try RecorderSeal(Sample.recording("two", events: 2), with: key)
        let otherSalts = RecorderSeal(
            salts: seal.salts.map { $0.map { $0 ^ 1 } }, signature: seal.signature)
        let fewSalts = RecorderSeal(
            salts: Array(seal.salts.prefix(1)), signature: seal.signature)
        for (name, recorder, seal) in [
            ("another recording's", "clerk", other), ("other salts", "clerk", otherSalts),
            ("few salts", "clerk", fewSalts), ("another recorder's", "someone", seal),
        ] {
            try await requireError(
                name, { if case .sealRefused("one", _) = $0 { true } else { false } },
                {
                    _ = try await store.append(
                        recording, by: recorder, expecting: [:], sealed: seal)
                })
        }
        try require(try await store.head() == Position(0), "something was appended")
    }
}
