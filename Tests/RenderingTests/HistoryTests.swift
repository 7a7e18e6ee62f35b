import Amendments
import Ledger
import Notation
import Questions
import Rendering
import Terms
import Testing

struct HistoryTests {
    @Test func `why shows every step with its instrument and its evidence`() async throws {
        let subject = try #require(Subject("royalty.paper.cap"))
        let answer = try await Story.answer(
            WhyQuestion(subject, of: "tern-mill", on: "2025-04-03"))
        #expect(ExplanationText.render(answer, options: .whole()) == Self.why)
        let node = try JSONReader.read(Array(ExplanationJSON.render(answer).utf8))
        #expect(node["schema"]?.text == "deedbook/why/1")
    }

    @Test func `a timeline draws a bar over the years`() async throws {
        let answer = try await Story.answer(TimelineQuestion(of: "tern-mill", on: "2025-04-03"))
        let text = TimelineText.render(answer, options: .whole())
        let lines = text.split(separator: "\n").filter { $0.contains("=") || $0.hasSuffix("^") }
        #expect(lines.prefix(6).joined(separator: "\n") == Self.bars)
        let node = try JSONReader.read(Array(TimelineJSON.render(answer).utf8))
        #expect(node["schema"]?.text == "deedbook/timeline/1")
    }

    @Test func `a log is shown oldest first, a recording with every event`() async throws {
        let log = try await Story.answer(LogQuestion())
        let text = LogText.render(log, order: .oldestFirst, options: .whole())
        #expect(text.hasPrefix("Log of the whole book: 3 recordings, oldest first\n"))
        let first = try #require(text.firstRange(of: "2024-01-10-supply  #1 to #10"))
        let last = try #require(text.firstRange(of: "2025-04-02-reported-cap  #19"))
        #expect(first.lowerBound < last.lowerBound)
        let shown = try await Story.answer(ShowQuestion("2025-04-02-reported-cap"))
        #expect(
            RecordingText.render(shown, Self.noDocuments, options: .whole()) == Self.recording)
        for json in [LogJSON.render(log), RecordingJSON.render(shown, Self.noDocuments)] {
            #expect(try JSONReader.read(Array(json.utf8))["schema"] != nil)
        }
    }

    @Test func `agreements stand in a table that wraps and loses nothing`() async throws {
        let agreements = try await Story.book().agreements()
        let text = AgreementsText.render(agreements, options: .whole(width: 60))
        #expect(text == Self.agreements)
        #expect(
            AgreementsText.render(
                AgreementPage(agreements: [], hasMore: false), options: TextOptions())
                == "the book holds no agreement yet\n")
    }

    static let noDocuments = DocumentReport(found: [])

    static let why = """
        Why royalty.paper.cap, Tern & <Mill> (tern-mill)
        in force on      Thu 2025-04-03
        knowing          all disclosures
        recorded at      #19
        last instrument  Amendment No. 1 (2025-03-01-amendment-1), announced 2025-03-01
                         (effective day not stated)

        royalty.paper  royalty
          tern pays mill a royalty: 4% of net sales
          in force since 2024-02-01; next change 2027-01-01

        cap: undisclosed
          effective day not stated; announced 2025-03-01
          newest first:
          from 2025-03-01                   undisclosed
            #12 by Amendment No. 1 (2025-03-01-amendment-1#2), announced 2025-03-01
              (effective day not stated), disclosed 2025-03-01, recorded by ana at
              2025-06-01T08:00:00Z
              Tern Press [party-statement], published 2025-03-01
                https://example.org/a?b="c"&d=<e>
          from 2024-02-01 through           none
          2025-02-28
            #6 by Supply agreement (2024-01-10-supply#6), effective on 2024-02-01,
              disclosed 2024-01-10, recorded by ana at 2025-06-01T08:00:00Z
              invented [executed-text]
          reported USD 90,000.00 [unnamed-source]
            #19 by Amount of the cap, as reported (2025-04-02-reported-cap#1), announced
              2025-03-01 (effective day not stated), disclosed 2025-04-02, recorded by
              ana at 2025-06-01T08:00:00Z
              "><script>alert('x')</script> & Co [unnamed-source]
                javascript:alert(1)

        """
    static let bars = """
        audit.books     ..................|=============================================
        fee.support     .|================
        license.moulds  .|================|=============================
        publicity.logo  .|==============================================================
        royalty.paper   .|================|=============================
                                            ^
        """
    static let recording = """
        2025-04-02-reported-cap  #19
          instrument  Amount of the cap, as reported (report)
          agreement   tern-mill
          dates       announced 2025-04-02 (effective day not stated); disclosed
                      2025-04-02
          recorded    2025-06-01T08:00:00Z by ana

        Sources
          "><script>alert('x')</script> & Co [unnamed-source]
            javascript:alert(1)

        Events

          #19 #1 of the recording, value-reported
            term: royalty.paper
            field: cap
            value: USD 90000.00
            effective:
              announced: 2025-03-01

        """
    static let agreements = """
        AGREEMENT  TITLE         PARTIES       EVENTS  LAST
                                                       INSTRUMENT
        tern-mill  Tern &        Brightwater   19      Amount of the
                   <Mill>        Mill, Tern            cap, as
                                 Press 紙              reported,
                                                       disclosed
                                                       2025-04-02

        """
}
