import Amendments
import Ledger
import Notation
import Rendering
import Terms
import Testing

struct HistoryTests {
    @Test func `why tells every step with its instrument and its evidence`() async throws {
        let vantage = try #require(Vantage("2025-04-03"))
        let explanation = try await Story.book().explanation(
            of: "tern-mill", term: "royalty.paper", field: .cap, from: vantage)
        #expect(ExplanationText.render(explanation, options: TextOptions()) == Self.why)
        let node = try JSONReader.read(Array(ExplanationJSON.render(explanation).utf8))
        #expect(node["schema"]?.text == "deedbook/why/1")
    }

    @Test func `a timeline draws a bar over the years`() async throws {
        let vantage = try #require(Vantage("2025-04-03"))
        let book = try await Story.book()
        let copy = try await book.conformedCopy(of: "tern-mill", from: vantage)
        let histories = try await book.timeline(of: "tern-mill", term: nil, from: vantage)
        let text = TimelineText.render(histories, copy: copy, options: TextOptions())
        let lines = text.split(separator: "\n").filter { $0.contains("=") || $0.hasSuffix("^") }
        #expect(lines.prefix(7).joined(separator: "\n") == Self.bars)
        let node = try JSONReader.read(Array(TimelineJSON.render(histories, copy: copy).utf8))
        #expect(node["schema"]?.text == "deedbook/timeline/1")
    }

    @Test func `a log is told oldest first, a recording with every event`() async throws {
        let book = try await Story.book()
        let log = try await book.log()
        let text = LogText.render(log, of: nil, options: TextOptions())
        #expect(text.hasPrefix("Log of the whole book: 3 recordings, oldest first\n"))
        let first = try #require(text.firstRange(of: "2024-01-10-supply  #1 to #10"))
        let last = try #require(text.firstRange(of: "2025-04-02-reported-cap  #19"))
        #expect(first.lowerBound < last.lowerBound)
        let page = RecordingText.render(try #require(log.last), options: TextOptions())
        #expect(page == Self.recording)
        for json in [LogJSON.render(log), RecordingJSON.render(try #require(log.first))] {
            #expect(try JSONReader.read(Array(json.utf8))["schema"] != nil)
        }
    }

    @Test func `agreements stand in a table that wraps and loses nothing`() async throws {
        let agreements = try await Story.book().agreements()
        let text = AgreementsText.render(agreements, options: TextOptions(width: 60))
        #expect(text == Self.agreements)
        #expect(
            AgreementsText.render([], options: TextOptions())
                == "the book holds no agreement yet\n")
    }

    static let why = """
        """
    static let bars = """
        """
    static let recording = """
        """
    static let agreements = """
        """
}
