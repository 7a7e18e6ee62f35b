import Amendments
import Effort
import EventStore
import Ledger
import Notation
import Questions
import Terms
import Testing

/// What people call agreements, terms and recordings, and which of the book they mean.
struct NameTests {
    private static func desk() async throws -> Desk {
        try await Desk(
            titled("acme-lumen", "Acme–Lumen supply"), titled("acme-orbit", "Orbit lease"),
            titled("acme", "Acme house rules"), titled("zephyr-loan", "Loan of 2024"),
            titled("zeta", "Orbit hosting"))
    }

    private static func titled(_ id: AgreementID, _ title: String) -> Recording {
        Recording(
            key: RecordingKey("2024-01-01-\(id)") ?? "opening", agreement: id,
            instrument: Instrument(
                kind: .definitive, title: "Deed of \(title)", number: nil,
                signed: .day("2024-01-01"), effective: .on("2024-01-01")),
            disclosed: "2024-01-01",
            sources: [Source(id: "s", grade: .executedText, publisher: "the parties")],
            events: [
                Event(AgreementRecorded(title: title, zone: "UTC")),
                Event(PartyAdmitted(party: "a", name: "A")),
                Event(PartyAdmitted(party: "b", name: "B")), fee("fee.storage"),
                fee("fee.storage-extra"), fee("rent"),
            ])
    }

    private static func agreement(_ name: String) async throws -> AgreementID {
        try await desk().ask(AgreementNameQuestion(name)).content
    }

    @Test(arguments: [
        ("acme", AgreementID("acme")), ("ACME", "acme"), ("Acme Lumen", "acme-lumen"),
        ("acme_lumen", "acme-lumen"), ("acme-l", "acme-lumen"), ("acme-o*", "acme-orbit"),
        ("*loan", "zephyr-loan"), ("zep", "zephyr-loan"), ("Zeph", "zephyr-loan"),
        ("acme–lumen SUPPLY", "acme-lumen"), ("orbit lease", "acme-orbit"),
        ("Loan of", "zephyr-loan"),
    ])
    func `an agreement is named by its id, how that begins, a pattern of it or its title`(
        name: String, id: AgreementID?
    ) async throws {
        #expect(try await Self.agreement(name) == id)
    }

    @Test(arguments: [
        ("acme-", ["acme-lumen", "acme-orbit"]), ("z*", ["zephyr-loan", "zeta"]),
        ("orbit", ["acme-orbit", "zeta"]),
    ])
    func `where several are meant none is chosen, and all are listed`(
        name: String, ids: [String]
    ) async throws {
        await #expect(throws: DeedbookError.ambiguousName(name, .agreement, of: ids)) {
            try await Self.agreement(name)
        }
    }

    @Test func `of many only the first are listed`() async throws {
        let many = (0..<9).map { index in
            Self.titled(AgreementID("case-\(index)") ?? "case", "Case \(index)")
        }
        let desk = try await Desk()
        for recording in many { _ = try await desk.book.record(recording, by: "ana") }
        let listed = (0..<6).map { "case-\($0)" } + ["…"]
        await #expect(throws: DeedbookError.ambiguousName("case", .agreement, of: listed)) {
            try await desk.ask(AgreementNameQuestion("case"))
        }
    }

    @Test func `what is like nothing is unknown, with what may be meant`() async throws {
        await #expect(
            throws: DeedbookError.unknownName(
                "Zephir Loan", .agreement, nearest: ["zephyr-loan"])
        ) {
            try await Self.agreement("Zephir Loan")
        }
        let ids: [AgreementID] = ["acme", "acme-lumen", "acme-orbit", "zephyr-loan", "zeta"]
        await #expect(throws: DeedbookError.unknownAgreement("zephir-loan", known: ids)) {
            try await Self.agreement("zephir-loan")
        }
    }

    @Test(arguments: [
        ("fee.storage", TermID("fee.storage"), FieldName?.none),
        ("Fee Storage", "fee.storage", nil),
        ("fee.storage-e", "fee.storage-extra", nil), ("ren", "rent", nil),
        ("rent.amount", "rent", .amount), ("Ren.Amount", "rent", .amount),
        ("fee*extra/per", "fee.storage-extra", .per),
    ])
    func `a term is named so too, and a field after it`(
        name: String, term: TermID?, field: FieldName?
    ) async throws {
        let reading = try await Self.desk().ask(
            SubjectNameQuestion(name, of: "acme", takesField: true)
        ).content
        #expect(reading.term == term && reading.field == field)
    }

    @Test func `a pattern means all terms that are of it, each once`() async throws {
        let terms = try await Self.desk().ask(
            TermNamesQuestion(["rent", "fee.*", "fee.storage"], of: "acme")
        ).content
        #expect(terms == ["rent", "fee.storage", "fee.storage-extra"])
    }

    @Test func `the beginning of several terms means none`() async throws {
        await #expect(
            throws: DeedbookError.ambiguousName(
                "fee", .term, of: ["fee.storage", "fee.storage-extra"])
        ) {
            try await Self.desk().ask(SubjectNameQuestion("fee", of: "acme"))
        }
    }

    @Test(arguments: [
        ("2024-01-01-acme", RecordingKey("2024-01-01-acme")),
        ("2024-01-01-zep", "2024-01-01-zephyr-loan"), ("*orbit", "2024-01-01-acme-orbit"),
        ("deed of orbit hosting", "2024-01-01-zeta"),
    ])
    func `a recording is named by its key, how that begins, a pattern of it or its title`(
        name: String, key: RecordingKey?
    ) async throws {
        #expect(try await Self.desk().ask(RecordingNameQuestion(name)).content == key)
    }

    @Test func `an agreement that only a draft has is found by how it begins`() async throws {
        let drafts = Drafts([Self.titled("quartz-licence", "Quartz")], by: "ben")
        let question = AgreementNameQuestion("quar", resting: Basis(drafts: drafts))
        #expect(try await Self.desk().ask(question).content == "quartz-licence")
    }
}

/// Patterns and beginnings against a reader that tries everything.
struct NamePatternTests {
    /// Whether a text is of a pattern, by trying each length of each `*`.
    private static func isOf(_ pattern: Substring, _ text: Substring) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        let rest = pattern.dropFirst()
        if first == "*" { return (0...text.count).contains { isOf(rest, text.dropFirst($0)) } }
        guard let letter = text.first, first == "?" || first == letter else { return false }
        return isOf(rest, text.dropFirst())
    }

    private static func random(_ letters: String, _ random: inout Seeded) -> String {
        let letters = Array(letters)
        return String(
            (0..<Int.random(in: 1...6, using: &random)).map { _ in
                letters[Int.random(in: letters.indices, using: &random)]
            })
    }

    @Test(arguments: 0..<20)
    func `a pattern matches as one that tries everything does`(seed: Int) {
        var random = Seeded(UInt64(seed))
        for _ in 0..<200 {
            let id = Self.random("aab", &random)
            let pattern = Self.random("aab*?", &random)
            let isGlob = pattern.contains("*") || pattern.contains("?")
            let expected = isGlob ? Self.isOf(pattern[...], id[...]) : id.hasPrefix(pattern)
            #expect(NamePattern(pattern).matches(id) == expected, "\(pattern) \(id)")
        }
    }

    @Test(arguments: 0..<20)
    func `reading ids in their order finds what reading all of them does`(
        seed: Int
    ) async throws {
        var random = Seeded(UInt64(seed))
        let ids = Set((0..<40).compactMap { _ in AgreementID(Self.random("ab-", &random)) })
            .sorted()
        for _ in 0..<50 {
            let pattern = NamePattern(Self.random("ab-*", &random))
            let found: [AgreementID] = try await pattern.matches(
                in: { last, _ in
                    Array(ids.drop { id in last.map { id <= $0 } ?? false }.prefix(3))
                }, has: { ids.contains($0) })
            let all = ids.filter { pattern.matches($0.text) }
            #expect(found == Array(all.prefix(found.count)))
            #expect(found.count >= min(7, all.count), "\(pattern.text)")
        }
    }
}
