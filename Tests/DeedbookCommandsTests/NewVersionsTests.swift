import Foundation
import Journal
import Testing

/// An amendment drafted from two versions of a contract.
struct NewVersionsTests {
    static let old = """
        1. Licence. Acme grants Lumen an exclusive licence to make lenses.

        2. Fee. Lumen pays Acme USD 10 a year.

        3. Seat. Disputes go to Vienna.

        """
    static let new = """
        <html><p>1. Licence. Acme grants Lumen a non-exclusive licence to make lenses.</p>
        <p>2. Audit. Acme may look at the books once a year.</p>
        <p>3. Fee. Lumen pays Acme USD 10 a year.</p></html>
        """

    private static func console(_ old: String, _ new: String) async throws -> Console {
        let console = try await InventedBook.console([
            InventedBook.opening(
                "term-added: { term: licence, kind: license-grant, set: { grantor: a, grantee: b, "
                    + "subject: lenses, text: \"Licence. Acme grants Lumen an exclusive licence to "
                    + "make lenses.\" } }")
        ])
        console.files["old.txt"] = MemoryFiles.File(old)
        console.files["new.htm"] = MemoryFiles.File(new)
        return console
    }

    private static let line = ["new", "amendment", "x", "--from", "old.txt", "--to", "new.htm"]

    @Test func `each changed clause is an event with its new text, under a redline`() async throws {
        let result = try await Self.console(Self.old, Self.new).run(Self.line)
        #expect(result.status == 0, "\(result.errors)")
        let draft = result.output
        #expect(draft.contains("# 1 changed, 1 added, 1 removed, 1 with the same words."))
        #expect(draft.contains("[-an") && draft.contains("{+a"), "\(draft)")
        #expect(draft.contains("term: licence\n"), "the term that has the text is known")
        #expect(draft.contains("      was:\n"))
        #expect(draft.contains("# 2 Fee -> 3 Fee: renumbered"))
        #expect(draft.contains("- term-added:") && draft.contains("2. Audit."))
        #expect(draft.contains("- term-removed:") && draft.contains("[-3. Seat."))
    }

    @Test func `check asks for what a person has to fill in, and nothing else`() async throws {
        let console = try await Self.console(Self.old, Self.new)
        let draft = await console.run(Self.line).output
        let (_, problems) = Journal.recording(yaml: draft)
        let places = draft.split(separator: "\n").count { $0.contains(":  # <- ") }
        #expect(problems.count == places, "\(problems)\n\(draft)")
    }

    /// A draft of a change of one clause, which is the text of a royalty in the book, and of one that is not.
    private static func draft(_ old: String, _ new: String) async throws -> String {
        let console = try await InventedBook.console([
            InventedBook.opening(
                "term-added: { term: royalty, kind: royalty, set: { payer: a, payee: b, "
                    + "rate: 5.5% of sales, cap: EUR 100, minimum: EUR 10, text: \"\(old)\" } }")
        ])
        console.files["old.txt"] = MemoryFiles.File("1. \(old)\n\n2. Fee. The fee is USD 10.")
        console.files["new.htm"] = MemoryFiles.File("1. \(new)\n\n2. Fee. The fee is USD 12.")
        let result = await console.run(Self.line)
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    @Test func `a figure that changed is a place in the field that states it`() async throws {
        let draft = try await Self.draft(
            "Royalty. A pays 5.5% of sales, at most EUR 100.",
            "Royalty. A pays 5% of sales, at most EUR 200.")
        #expect(draft.contains("\n        rate:  # <- 5.5% became 5%"), "\(draft)")
        #expect(draft.contains("\n        cap:  # <- EUR 100 became EUR 200"))
        #expect(!draft.contains("minimum:"), "the field that states the old amount is known")
        #expect(draft.contains("      was:\n") && draft.contains("        rate: 5.5% of sales\n"))
        let (_, problems) = Journal.recording(yaml: draft)
        let places = draft.split(separator: "\n").count { $0.contains(":  # <- ") }
        #expect(problems.count == places, "\(problems)\n\(draft)")
    }

    @Test func `where no field states the old figure, all that may are places`() async throws {
        let draft = try await Self.draft("Royalty. At most EUR 7.", "Royalty. At most EUR 8.")
        #expect(draft.contains("cap:  # <- EUR 7 became EUR 8"))
        #expect(draft.contains("minimum:  # <- EUR 7 became EUR 8"))
        #expect(!draft.contains("rate:  # <-"))
    }

    @Test func `a figure of a clause whose term is not known is a place, too`() async throws {
        let draft = try await Self.draft("Royalty. A pays.", "Royalty. A pays.")
        #expect(draft.contains("\n        amount:  # <- USD 10 became USD 12"), "\(draft)")
    }

    /// A contract of some clauses in which words stand that no other one has.
    private static func version(_ number: Int, _ random: inout SystemRandomNumberGenerator)
        -> String
    {
        let texts = [
            "Licence. Acme grants Lumen an exclusive licence to make lenses.",
            "Fee. Lumen pays Acme a fee each year.", "Seat. Disputes go to Vienna.", "[Reserved]",
        ]
        return (1...6).map { clause in
            var words = (texts.randomElement(using: &random) ?? "").split(separator: " ")
                .map(String.init)
            let place = Int.random(in: 0...words.count, using: &random)
            if Bool.random(using: &random) { words.insert("word\(number)x\(clause)", at: place) }
            return "\(Int.random(in: 1...9, using: &random)). \(words.joined(separator: " "))"
        }.joined(separator: "\n\n")
    }

    @Test func `every word that only the new version has is in the draft, whatever moved`()
        async throws
    {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            let (old, new) = (Self.version(1, &random), Self.version(2, &random))
            let result = try await Self.console(old, new).run(Self.line)
            #expect(result.status == 0, "\(result.errors)\n\(old)\n--\n\(new)")
            for word in new.split(whereSeparator: \.isWhitespace) where word.hasPrefix("word2") {
                #expect(result.output.contains(word), "\(word)\n\(old)\n--\n\(new)")
            }
        }
    }

    @Test func `where no clause changed nothing is written, and what moved is said`() async throws {
        let same = try await Self.console(Self.old, Self.old).run(Self.line)
        #expect(same.status == 0)
        #expect(same.output.isEmpty, "a draft may be on its way to a file")
        #expect(same.errors == "no clause changed its words: nothing was written\n")
        let moved = Self.old.replacing("3. Seat", with: "4. Seat")
        let renumbered = try await Self.console(Self.old, moved).run(Self.line)
        #expect(renumbered.output.isEmpty)
        #expect(renumbered.errors.contains("the number or place of 1 changed"))
        #expect(renumbered.errors.contains("\n  3 Seat -> 4 Seat: renumbered\n"), "\(renumbered)")
    }

    @Test(arguments: [
        ["new", "amendment", "x"], ["new", "amendment", "x", "--from", "old.txt"],
        ["new", "amendment", "x", "fee", "--from", "old.txt", "--to", "new.htm"],
    ])
    func `terms, or both versions, are asked for`(_ line: [String]) async throws {
        let result = try await Self.console(Self.old, Self.new).run(line)
        #expect(result.status == 64, "\(result)")
    }

    @Test func `what was left out of a version is said in the draft`() async throws {
        let new = Self.new.replacing("USD 10", with: "USD <s>5</s> 10")
        let result = try await Self.console(Self.old, new).run(Self.line)
        #expect(
            result.output.contains(
                "# of the new version: 1 place that is struck out was left out\n"))
        #expect(!result.output.contains("USD 5"))
    }

    @Test(arguments: ["", "%PDF-1.4", "{\\rtf1 1. One}", "host-7"])
    func `a file that is no contract is refused with what to do`(_ text: String) async throws {
        let result = try await Self.console(Self.old, text).run(Self.line)
        #expect(result.status == 65)
        #expect(result.errors.contains("new.htm ") && result.errors.contains("hint: "))
        #expect(result.output.isEmpty)
    }

    @Test func `a file that is no text is refused`() async throws {
        let console = try await Self.console("a\0b", Self.new)
        let result = await console.run(Self.line)
        #expect(result.status == 65)
        #expect(result.errors.contains("old.txt is no text"))
    }
}
