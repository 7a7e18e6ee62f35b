import Foundation
import Testing
import Transparency

/// The second verifier accepts what ours writes, refuses what was changed in it, and so agrees with ours.
struct SecondVerifierTests {
    private static let policy = ["--policy", "trust.policy"]
    private static let against = ["--against", "last.checkpoint"]
    private static let outside = ["trust.policy", "old.checkpoint", "last.checkpoint"]

    /// The files beside an export that a verifier is given.
    private static func others(of console: Console) -> [String: String] {
        console.files.all.filter { outside.contains($0.key) }.mapValues(\.text)
    }

    @Test func `the whole record, parts and proofs of it are accepted as the program writes them`()
        async throws
    {
        let shell = try Shell("second-verifier")
        defer { shell.remove() }
        let tern = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook keygen ana --out ana.key", 0)
        await shell.expect("deedbook record '\(tern)' --sign-with ana.key", 0)
        await shell.expect(
            "deedbook keygen --out book.key | sed -n 's/^in a policy  //p' > trust.policy", 0)
        await shell.expect("sed 's/^log //' trust.policy > book.pub", 0)
        await shell.expect(
            "deedbook keygen w --witness --out w.key | sed -n 's/^in a policy  //p' "
                + ">> trust.policy; echo quorum w >> trust.policy", 0)
        await shell.expect("deedbook checkpoint --key book.key --out old.checkpoint", 0)
        await shell.expect("deedbook record '\(Fixture.eventsFolder.path)' --sign-with ana.key", 0)
        await shell.expect("deedbook checkpoint --key book.key --witness request.txt", 0)
        await shell.expect("deedbook witness init seen", 0)
        await shell.expect(
            "deedbook witness cosign request.txt --key w.key --memory seen --log book.pub "
                + "--out answer.txt", 0)
        await shell.expect("deedbook checkpoint --policy trust.policy --cosigned answer.txt", 0)
        await shell.expect("deedbook export --out book.jsonl", 0)
        await shell.expect("deedbook export --agreement microsoft-openai --out part.jsonl", 0)
        await shell.expect("deedbook export --agreement tern-mill --out tern.jsonl", 0)
        await shell.expect("deedbook prove inclusion 1 --out 1.tlog-proof", 0)
        await shell.expect("deedbook prove inclusion 200 --out 200.tlog-proof", 0)
        await shell.expect("deedbook prove consistency old.checkpoint --out since.proof", 0)
        let files = [
            "book.jsonl", "part.jsonl", "tern.jsonl", "1.tlog-proof", "200.tlog-proof",
            "since.proof",
        ]
        let answer = try await SecondVerifier.check(
            files, Self.policy + ["--against", "old.checkpoint"], in: shell.folder.path)
        #expect(answer.status == 0, "\(answer.said)")
        for file in files { #expect(answer.accepts(file) == true, "\(file)\n\(answer.said)") }
        #expect(answer.said.contains("book.jsonl: signatures of recorders: "))
        await shell.expect(
            "deedbook import book.jsonl --check --policy trust.policy --against old.checkpoint", 0)
        await shell.expect(
            "deedbook verify-proof since.proof --policy trust.policy --against old.checkpoint", 0)
    }

    @Test func `a book with redactions is accepted, and a consistency proof to its part`()
        async throws
    {
        let console = try await ChangedExport.signed()
        let names = ["book.jsonl", "part.jsonl", "12.tlog-proof", "since.proof"]
        let files = console.files.all.filter { names.contains($0.key) }.mapValues(\.text)
        let answer = try await SecondVerifier.check(
            files, Self.policy + ["--against", "old.checkpoint"], beside: Self.others(of: console))
        #expect(answer.status == 0, "\(answer.said)")
        for name in names { #expect(answer.accepts(name) == true, "\(name)\n\(answer.said)") }
        #expect(!answer.said.contains("whether it continues"), "\(answer.said)")
    }

    /// Changes one file in every one of the ways, and asks both verifiers of each.
    ///
    /// - Parameter ours: the command line that checks a file, without it.
    private static func expectRefused(
        _ changes: [ExportChange], of file: String, in console: Console, _ arguments: [String],
        ours: (String) -> [String]
    ) async throws {
        let original = try console.text(of: file)
        var files = [file: original]
        for (number, change) in changes.enumerated() {
            var changed = try ChangedExport(file, of: console)
            try change.change(&changed)
            #expect(changed.text != original, "not changed: \(change.name)")
            files["\(number).changed"] = changed.text
        }
        for (name, text) in files { console.files[name] = MemoryFiles.File(text) }
        let answer = try await SecondVerifier.check(
            files, arguments, beside: others(of: console))
        #expect(answer.status == 1)
        #expect(answer.accepts(file) == true, "as it was written\n\(answer.said)")
        #expect(await console.run(ours(file)).status == 0, "as it was written")
        for (number, change) in changes.enumerated() {
            let name = "\(number).changed"
            #expect(answer.accepts(name) == false, "the second accepts: \(change.name)")
            let ours = await console.run(ours(name))
            #expect(ours.status != 0, "ours accepts: \(change.name)")
        }
    }

    @Test func `a changed book is refused by both for what it says of itself`() async throws {
        try await Self.expectRefused(
            ExportChange.plain, of: "book.jsonl", in: try await ChangedExport.plain(), []
        ) { ["import", $0, "--check"] }
    }

    @Test func `a changed recording is refused by both for its recorder's signature`()
        async throws
    {
        try await Self.expectRefused(
            ExportChange.recorded, of: "book.jsonl", in: try await ChangedExport.recorded(), []
        ) { ["import", $0, "--check"] }
    }

    /// The book was recorded on 2025-04-02, with the key of `ana.pub`.
    @Test(arguments: [
        ("recorder ANA", true), ("recorder ANA 2025-04-02 2025-04-02", true),
        ("recorder ANA .. 2025-04-01", false), ("recorder ANA 2025-04-03", false),
        ("recorder ANA 2025-04-02T22:30:00Z 2025-04-02T22:30:00Z", true),
        ("recorder ANA 2025-04-02T22:30:00.000001Z", false), ("recorder OTHER", false),
        ("recorder OTHER\nrecorder ANA", true), ("recorder BEN", true),
    ])
    func `a key counts for both as the policy pins it`(lines: String, isAccepted: Bool)
        async throws
    {
        let console = try await ChangedExport.signed()
        try await console.prepare(["prove inclusion 1 --out 1.tlog-proof"])
        let keys = [
            "BOOK": try TrustFixture.book(), "ANA": try TrustFixture.key("ana", 3),
            "OTHER": try TrustFixture.key("ana", 7), "BEN": try TrustFixture.key("ben", 8),
        ]
        let policy = keys.reduce(into: "log BOOK\nquorum none\n\(lines)\n") { text, key in
            text.replace(key.key, with: "\(key.value.verifier)")
        }
        console.files["pinned.policy"] = MemoryFiles.File(policy)
        let given = ["--policy", "pinned.policy"]
        let (status, files): (Int32, _) = (
            isAccepted ? 0 : 3, ["book.jsonl", "part.jsonl", "1.tlog-proof"]
        )
        for file in files.dropLast() {
            let ours = await console.run(["import", file, "--check"] + given)
            #expect(ours.status == status, "\(ours.output)")
        }
        #expect(await console.run(["verify-proof", "1.tlog-proof"] + given).status == status)
        let answer = try await SecondVerifier.check(
            Dictionary(try files.map { ($0, try console.text(of: $0)) }) { $1 }, given,
            beside: ["pinned.policy": policy])
        for file in files {
            #expect(answer.accepts(file) == isAccepted, "\(file)\n\(answer.said)")
        }
    }

    @Test func `a changed book is refused by both for what was signed of it`() async throws {
        let given = Self.policy + Self.against
        try await Self.expectRefused(
            ExportChange.signed, of: "book.jsonl", in: try await ChangedExport.signed(), given
        ) { ["import", $0, "--check"] + given }
    }

    @Test func `a changed part is refused by both`() async throws {
        let given = Self.policy + Self.against
        try await Self.expectRefused(
            ExportChange.part, of: "part.jsonl", in: try await ChangedExport.signed(), given
        ) { ["import", $0, "--check"] + given }
    }

    @Test func `a changed proof is refused by both`() async throws {
        try await Self.expectRefused(
            ExportChange.proof, of: "12.tlog-proof", in: try await ChangedExport.signed(),
            Self.policy
        ) { ["verify-proof", $0] + Self.policy }
    }

    @Test func `a changed consistency proof is refused by both`() async throws {
        let given = Self.policy + ["--against", "old.checkpoint"]
        try await Self.expectRefused(
            ExportChange.consistency, of: "since.proof", in: try await ChangedExport.signed(), given
        ) { ["verify-proof", $0] + given }
    }

    /// Checkpoints from elsewhere that the book does not continue, and one that is not signed by its keeper.
    @Test(arguments: ["longer", "forked", "foreign", "forged"])
    func `a book that does not continue what was kept is refused by both`(kept: String)
        async throws
    {
        let console = try await ChangedExport.signed()
        let given = Self.policy + ["--against", "\(kept).checkpoint"]
        let ours = await console.run(["import", "book.jsonl", "--check"] + given)
        #expect(ours.status != 0)
        let answer = try await SecondVerifier.check(
            ["book.jsonl": try console.text(of: "book.jsonl")], given,
            beside: console.files.all.filter {
                ["trust.policy", "\(kept).checkpoint"].contains($0.key)
            }.mapValues(\.text))
        #expect(answer.status == 1 && answer.accepts("book.jsonl") == false, "\(answer.said)")
    }
}
