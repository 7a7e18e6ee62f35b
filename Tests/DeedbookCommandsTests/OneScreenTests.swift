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
            "what did April 2026 change",
            "diff microsoft-openai 2026-04-26 2026-04-28",
            "exclusive -> non-exclusive", "cap: none -> undisclosed", "upon agi -> through 2030",
            "all by Revised agreement"),
        OneScreenTests.Asked(
            "the same, by the instrument's key",
            "diff microsoft-openai --by 2026-04-27-revised-agreement",
            "exclusive -> non-exclusive", "distribution.any-cloud"),
        OneScreenTests.Asked(
            "what is the cap, and who says so",
            "why microsoft-openai revenue-share.openai-to-microsoft.cap --on 2026-05-15",
            "agreed undisclosed", "OpenAI [party-statement]",
            "reported USD 38,000,000,000 [unnamed-source]", "The Information",
            "before none, from 2025-10-28 through 2026-04-26"),
        OneScreenTests.Asked(
            "what is the revenue share, in a line",
            "terms microsoft-openai --on 2026-05-15 --term revenue-share.openai-to-microsoft",
            "20% of revenue reported", "through 2030"),
        OneScreenTests.Asked(
            "who may sell OpenAI's products on 1 March 2026",
            "find 'kind = distribution' --on 2026-03-01",
            "distribution.frontier", "commercialisation.preferred-partner", "2 terms match"),
        OneScreenTests.Asked(
            "who may sell them on any cloud on 1 May 2026",
            "find 'kind = distribution and distributor = openai' --on 2026-05-01",
            "microsoft-openai distribution.any-cloud"),
        OneScreenTests.Asked(
            "who may sell them on 1 May 2026",
            "find 'kind = distribution' --on 2026-05-01",
            "bedrock.models", "distribution.frontier", "6 terms match"),
        OneScreenTests.Asked(
            "was the API bound to Azure on 1 March 2026",
            "terms microsoft-openai --on 2026-03-01 --term api.azure-exclusivity",
            "exclusive", "API products on Azure only"),
        OneScreenTests.Asked(
            "is it on 1 May 2026",
            "terms microsoft-openai --on 2026-05-01 --term api.azure-exclusivity",
            "ended"),
        OneScreenTests.Asked(
            "what is in force after the restructuring",
            "terms microsoft-openai --on 2026-04-28",
            "19 in force", "commitment.azure USD 250,000,000,000", "7 ended"),
        OneScreenTests.Asked(
            "what ends before 2031",
            "find 'ends before 2031-01-01' --on 2026-06-01",
            "microsoft-openai license.research ends: through 2030", "amd-openai warrant",
            "10 terms match"),
        OneScreenTests.Asked(
            "what did the 10-Q of October 2025 add",
            "show 2025-10-29-quarterly-filing",
            "investment.total", "USD 13,000,000,000", "USD 11,600,000,000"),
        OneScreenTests.Asked(
            "which documents are in effect",
            "instruments microsoft-openai --on 2026-05-01",
            "2026-04-27-revised-agreement", "2019-07-22-partnership"),
        OneScreenTests.Asked(
            "what did October 2025 change",
            "diff microsoft-openai 2025-10-27 2025-10-29",
            "license.research", "first-refusal.compute", "Next chapter"),
        OneScreenTests.Asked(
            "what was reported of the cap in May 2026",
            "diff microsoft-openai 2026-05-01@2026-05-01 2026-05-01@2026-05-12",
            "cap: reported: USD 38,000,000,000", "1 only reported"),
        OneScreenTests.Asked(
            "what collided on 15 March 2026",
            "conflicts microsoft-openai amazon-openai --on 2026-03-15",
            "POSSIBLE microsoft-openai api.azure-exclusivity",
            "double-exclusive amazon-openai distribution.frontier"),
        OneScreenTests.Asked(
            "how much does Microsoft hold",
            "terms microsoft-openai --on 2026-04-28 --term equity.microsoft-stake",
            "27% of OpenAI Group PBC", "USD 135,000,000,000"),
        OneScreenTests.Asked(
            "what is owed for Azure",
            "terms microsoft-openai --on 2026-04-28 --term commitment.azure",
            "USD 250,000,000,000", "openai owes microsoft"),
        OneScreenTests.Asked(
            "what did the record learn last",
            "log -n 5",
            "2026-google-closed-models-claim", "newest first"),
        OneScreenTests.Asked(
            "what was the first instrument",
            "log microsoft-openai --reverse -n 60",
            "oldest first", "2019-07-22-partnership"),
        OneScreenTests.Asked(
            "which agreements are there",
            "agreements",
            "microsoft-openai", "amd-globalfoundries", "red-robin-credit"),
        OneScreenTests.Asked(
            "how did the terms live over the years",
            "timeline microsoft-openai --on 2026-05-01",
            "2019", "agi-clause"),
        OneScreenTests.Asked(
            "what comes in the next year",
            "calendar microsoft-openai --from 2026-06-01 --to 2031-12-31",
            "license.research: last day", "revenue-share.openai-to-microsoft: last day"),
        OneScreenTests.Asked(
            "what are AMD's warrants worth in shares",
            "find 'kind = warrant and issuer = amd' --on 2026-05-01",
            "amd-openai warrant"),
        OneScreenTests.Asked(
            "at what price can AMD's warrant be exercised",
            "why amd-openai warrant.exercise-price --on 2026-05-01",
            "agreed USD 0.01", "Warrant to Purchase"),
        OneScreenTests.Asked(
            "which royalty did Collegium owe in 2019",
            "terms collegium-nucynta --on 2019-06-01 --term royalty.nucynta",
            "65% up to USD 180,000,000", "14% up to USD 210,000,000"),
        OneScreenTests.Asked(
            "when did Adtalem's margin come down",
            "diff adtalem-credit 2021-08-12 2025-06-01",
            "rate:", "LIBOR", "SOFR"),
        OneScreenTests.Asked(
            "which covenants bound Marcus in June 2021",
            "find 'kind = covenant and agreement = marcus-credit' --on 2021-06-01",
            "covenant.minimum-liquidity", "covenant.debt-to-capitalization"),
        OneScreenTests.Asked(
            "was AMD bound to buy all its processors from GlobalFoundries in 2010",
            "find 'agreement = amd-globalfoundries and kind = supply' --on 2010-01-01",
            "wafers.microprocessors"),
        OneScreenTests.Asked(
            "what does the revenue share amount to, and on what does that depend",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures invented.csv",
            "as agreed 0.00 30,000,000,000.00", "if reports hold 1,200,000,000.00",
            "Paid by openai, to microsoft"),
        OneScreenTests.Asked(
            "what does the dispute about the API turn on",
            "conflicts microsoft-openai amazon-openai --on 2026-03-15",
            "turns on disputed: one reading is"),
        OneScreenTests.Asked(
            "was anything altered",
            "verify", "nothing wrong", "516, all read"),
        OneScreenTests.Asked(
            "which documents mention the cap since May 2026",
            "log microsoft-openai --grep cap --since 2026-05-01",
            "2026-05-11-reported-cap", "in which 'cap' occurs"),
        OneScreenTests.Asked(
            "which caps are withheld",
            "find 'cap is undisclosed' --on 2026-05-12",
            "revenue-share.openai-to-microsoft cap: undisclosed"),
        OneScreenTests.Asked(
            "where does the word cap occur",
            "find cap --kind revenue-share --on '12 May 2026'",
            "microsoft-openai revenue-share.openai-to-microsoft", "cap: undisclosed"),
        OneScreenTests.Asked(
            "which grants say first refusal",
            "find '\"first refusal\"' --kind first-refusal --on 2025-06-01",
            "microsoft-openai first-refusal.compute"),
        OneScreenTests.Asked(
            "what does the revenue share cap say, as one would type it",
            "why microsoft 'Revenue share.openai.cap' --on 'May 15, 2026'",
            "agreed undisclosed", "reported USD 38,000,000,000"),
        OneScreenTests.Asked(
            "what did the revised agreement change, by its title",
            "show 'revised agreement'",
            "2026-04-27-revised-agreement", "exclusive -> non-exclusive"),
        OneScreenTests.Asked(
            "which licences does Microsoft hold, by its name",
            "find 'kind = license-grant and party = Microsoft' --on 2026-05-01",
            "microsoft-openai license.models-and-products"),
        OneScreenTests.Asked(
            "what is in force today in the agreement of that title",
            "terms 'Microsoft OpenAI partnership' --term 'license.*' --on today",
            "license.research"),
    ]
}
