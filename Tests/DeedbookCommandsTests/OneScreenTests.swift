import Testing

/// What an analyst or a lawyer asks of the real record: each in one command, answered on the first screen.
struct OneScreenTests {
    /// A question, the command that answers it, and words of the answer.
    struct Asked: CustomTestStringConvertible {
        var question: String
        var command: String
        var words: [String]

        init(_ question: String, _ command: String, _ words: String...) {
            self.question = question
            self.command = command
            self.words = words
        }

        var testDescription: String { question }
    }

    /// The lines of a terminal of the smallest size that is common.
    private static let screen = 24

    @Test(arguments: Asked.all)
    func `a question is answered on one screen`(_ asked: Asked) async throws {
        let console = try await Fixture.events.console()
        let words = asked.command.split(separator: "'", omittingEmptySubsequences: false)
            .enumerated().flatMap { index, part in
                index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
            }
        let result = await console.run(words)
        #expect(result.errors == "")
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        let seen = lines.prefix(Self.screen).joined(separator: " ")
            .replacing(#/\s+/#, with: " ")
        for word in asked.words {
            #expect(seen.contains(word), "\(asked.command):\n\(result.output)")
        }
    }
}

extension OneScreenTests.Asked {
    static let all = [
        OneScreenTests.Asked(
            "what did April 2026 change", "diff microsoft-openai 2026-04-26 2026-04-28",
            "exclusive -> non-exclusive", "cap: none -> undisclosed",
            "all by Revised agreement")
    ]
}
