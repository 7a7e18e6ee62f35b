import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Which documents have effect on a day, and what is not known of those that no one read.
struct InstrumentsTests {
    private func standings(_ story: Story, on day: Day) -> [String] {
        story.instruments(on: day).map { "\($0.header.key) \($0.standing.rawValue)" }
    }

    @Test func `documents stand in the order of their numbers, with the terms they made`() throws {
        let story = try recordedStory(
            fee("per: P1Y"),
            chapter("tenth", "2021-01-01", number: 10, amends("amount: USD 30")),
            chapter("second", "2021-01-01", number: 2, amends("per: P1M")))
        let found = story.instruments(on: "2022-01-01")
        #expect(found.map(\.header.key) == ["opening", "second", "tenth"])
        #expect(found.map(\.terms) == [["fee"], ["fee"], ["fee"]])
        #expect(
            standings(story, on: "2020-06-01") == [
                "opening in-effect", "second not-yet", "tenth not-yet",
            ])
    }

    @Test func `a number that no document has is missing, between those that are there`() throws {
        let story = try recordedStory(
            fee("per: P1Y"),
            chapter("third", "2021-01-01", number: 3, amends("amount: USD 30")),
            chapter("sixth", "2021-02-01", number: 6, amends("per: P1M")))
        #expect(story.instruments(on: "2022-01-01").missingNumbers == [4, 5])
        #expect(try recordedStory(fee()).instruments(on: "2022-01-01").missingNumbers.isEmpty)
    }

    @Test func `what was first agreed after it, it leaves alone`() throws {
        let story = try recordedStory(
            fee(), Self.noted(""),
            chapter(
                "later", "2022-01-01",
                "- term-added: { term: law, kind: governing-law, set: { law: Spain } }"))
        let law = story.on("2022-06-01").copy.term("law")
        #expect(law?.status == .inForce)
        #expect(law?.reasons.contains(.notRead("letter#1")) == false)
        #expect(unread(story, "2022-06-01"))
    }

    @Test func `a complete text supersedes what was agreed before it`() throws {
        let story = try recordedStory(
            fee(),
            chapter("first", "2021-01-01", number: 1, amends("amount: USD 30")),
            chapter(
                "anew", "2022-01-01", kind: "restatement",
                """
                - agreement-restated:
                    terms:
                      - term: fee
                        kind: fee
                        set: { payer: a, payee: b, amount: USD 40 }
                """))
        #expect(
            standings(story, on: "2022-01-01") == [
                "opening superseded", "first superseded", "anew in-effect",
            ])
        #expect(story.instruments(on: "2022-01-01").first?.causes.map(\.reference) == ["anew#1"])
        #expect(standings(story, on: "2021-12-31").last == "anew not-yet")
    }

    @Test func `documents end with the agreement, and a waiver with its own last day`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "waiver", "2021-01-01", kind: "waiver",
                "- right-waived: { term: fee, by: b, extent: half, lasts: { through: 2021-06-30 } }"
            ),
            chapter("end", "2022-01-01", kind: "notice", "- agreement-terminated: { by: a }"))
        #expect(
            standings(story, on: "2021-06-30").prefix(2) == [
                "opening in-effect", "waiver in-effect",
            ])
        #expect(
            standings(story, on: "2021-07-01").prefix(2) == [
                "opening in-effect", "waiver ended",
            ])
        #expect(
            standings(story, on: "2022-01-01") == [
                "opening ended", "waiver ended", "end in-effect",
            ])
    }

    @Test func `reports and filings that change nothing are no documents of the parties`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "press", "2021-01-01", grade: "named-press", kind: "report",
                "- value-reported: { term: fee, field: amount, value: USD 12 }"))
        #expect(story.instruments(on: "2022-01-01").map(\.header.key) == ["opening"])
    }

    @Test func `an instrument disclosed in parts is one document, agreed with its first part`()
        throws
    {
        func part(_ key: String, _ disclosed: String, _ events: String) -> String {
            chapter(key, "2021-01-01", disclosed: disclosed, events)
                .replacing("title: \(key)", with: "title: First amendment, id: first")
        }
        let story = try recordedStory(
            fee("per: P1Y"),
            part("one", "2021-02-01", amends("amount: USD 20")),
            chapter("other", "2021-01-01", disclosed: "2021-03-01", amends("per: P1M")),
            part("two", "2021-06-01", amends("per: P1Q")))
        let found = story.instruments(on: "2021-12-31")
        #expect(
            found.map { $0.recordings.map(\.key) } == [["opening"], ["one", "two"], ["other"]])
        // Of two words on one field for one day that of the later instrument governs.
        story.on("2021-12-31").expect("fee", .per, "1 month")
    }

    // MARK: Known of, and not read

    private static func noted(_ terms: String) -> String {
        chapter(
            "letter", "2021-01-01", kind: "side-letter", "- instrument-noted: { \(terms) }")
    }

    private func unread(_ story: Story, _ day: Day) -> Bool {
        story.on(day).fee?.reasons.contains(.notRead("letter#1")) ?? false
    }

    @Test func `what was not read may change any term from its day on, and every term says so`()
        throws
    {
        let story = try recordedStory(fee(), Self.noted("about: A letter"))
        #expect(!unread(story, "2020-12-31"))
        #expect(unread(story, "2021-01-01"))
        #expect(story.instruments(on: "2021-01-01").map(\.isRead) == [true, false])
        story.on("2021-01-01").expect("fee", .inForce)
    }

    @Test func `its effects are bounded by the terms that are named and by a later complete text`()
        throws
    {
        let law = "- term-added: { term: law, kind: governing-law, set: { law: Portugal } }"
        let story = try recordedStory(
            "\(fee())\n\(law)", Self.noted("terms: [law]"),
            chapter(
                "anew", "2022-01-01", kind: "restatement",
                """
                - agreement-restated:
                    terms: [{ term: law, kind: governing-law, set: { law: Spain } }]
                """))
        #expect(!unread(story, "2021-06-01"))
        func isOpen(_ day: Day) -> Bool? {
            story.on(day).copy.term("law")?.reasons.contains(.notRead("letter#1"))
        }
        #expect(isOpen("2021-06-01") == true)
        #expect(isOpen("2022-01-01") == false)
    }

    @Test func `once it was read, what it says takes the place of the doubt`() throws {
        let read = chapter("read", "2021-01-01", disclosed: "2023-01-01", amends("amount: USD 5"))
        let story = try recordedStory(
            fee(),
            Self.noted("").replacing("title: letter", with: "title: letter, id: letter"),
            read.replacing("title: read", with: "title: letter, id: letter"))
        #expect(!unread(story, "2021-06-01"))
        #expect(story.on("2021-06-01").feeAmount == "USD 5")
        #expect(unread(story.at(5), "2021-06-01"))
        #expect(story.instruments(on: "2021-06-01").map(\.isRead) == [true, true])
    }

    @Test func `what was noted as not read stays so beside something else in its recording`() throws
    {
        let story = try recordedStory(
            fee(),
            chapter(
                "letter", "2021-01-01", kind: "side-letter",
                "- instrument-noted: { about: A letter }\n- party-renamed: { party: a, name: A2 }")
        )
        #expect(unread(story, "2021-01-01"))
        #expect(story.instruments(on: "2021-01-01").map(\.reading) == [.whole, .part])
    }

    @Test func `its own recording is no later part that says what was in it`() throws {
        let noted = chapter(
            "letter", "2021-01-01", kind: "side-letter",
            "- instrument-noted: { about: A letter }\n- party-renamed: { party: a, name: A2 }")
        let story = try recordedStory(
            fee(), noted.replacing("title: letter", with: "title: letter, id: letter"))
        #expect(unread(story, "2021-01-01"))
    }

    // MARK: Ends

    private static func runs(_ term: String, through day: String) -> String {
        "- term-added: { term: \(term), kind: term-and-renewal, set: { ends: { through: \(day) } } }"
    }

    @Test func `documents end when the agreement runs out, and are back when it is extended`()
        throws
    {
        let story = try recordedStory(
            "\(fee())\n\(Self.runs("span", through: "2021-12-31"))",
            chapter(
                "more", "2022-06-01",
                "- agreement-extended: { term: span, ends: { through: 2022-12-31 } }"))
        #expect(standings(story, on: "2021-12-31") == ["opening in-effect", "more not-yet"])
        #expect(standings(story, on: "2022-01-01") == ["opening ended", "more not-yet"])
        #expect(standings(story, on: "2022-06-01") == ["opening in-effect", "more in-effect"])
        #expect(standings(story, on: "2023-01-01") == ["opening ended", "more ended"])
    }

    @Test func `a document whose own term is over ends, though a later one has another`() throws {
        let story = try recordedStory(
            Self.runs("span", through: "2021-12-31"),
            chapter(
                "second", "2022-06-01", kind: "definitive",
                "\(fee())\n\(Self.runs("span.second", through: "2023-12-31"))"))
        #expect(standings(story, on: "2022-06-01") == ["opening ended", "second in-effect"])
    }

    @Test func `a document of which something still holds does not end before the agreement`()
        throws
    {
        let story = try recordedStory(
            "\(fee())\n\(Self.runs("span", through: "2021-12-31"))",
            chapter("longer", "2021-06-01", Self.runs("span.longer", through: "2023-12-31")))
        story.on("2022-06-01").expect("fee", .inForce)
        #expect(standings(story, on: "2022-06-01") == ["opening in-effect", "longer in-effect"])
    }

    @Test func `a complete text by its kind alone may have superseded what was before it`() throws {
        let story = try recordedStory(
            fee(),
            chapter("anew", "2022-01-01", kind: "restatement", amends("amount: USD 40")),
            chapter("after", "2023-01-01", amends("amount: USD 50")))
        #expect(standings(story, on: "2021-12-31").first == "opening in-effect")
        #expect(
            standings(story, on: "2023-01-01") == [
                "opening indeterminate", "anew in-effect", "after in-effect",
            ])
        #expect(story.instruments(on: "2023-01-01").first?.causes.map(\.reference) == ["anew#1"])
    }

    // MARK: Consents

    @Test func `a consent stands with its term: who gave it, to what`() throws {
        let story = try recordedStory(
            "- term-added: { term: transfer, kind: assignment-restriction, set: { obligor: a, consent: yes } }",
            chapter(
                "yes", "2022-01-01", kind: "consent",
                """
                - consent-given:
                    term: transfer
                    to: The transfer to a sister company
                    by: [b]
                    group: the lenders
                    majority: 50.1% of the commitments
                """))
        #expect(
            story.instruments(on: "2022-01-01").map { $0.consents.map(\.to) } == [
                [], ["The transfer to a sister company"],
            ])
        let content = story.on("2022-01-01").copy.term("transfer")?.remarks.map(\.content)
        let consent = Consent(
            by: ["b"], group: "the lenders", majority: Rate("50.1% of the commitments"))
        #expect(
            content == [
                .consented(consent, to: "The transfer to a sister company", lasts: nil)
            ])
        #expect(story.on("2021-12-31").copy.term("transfer")?.remarks == [])
    }
}

extension Story {
    /// The documents of the agreement as they stand on a day.
    fileprivate func instruments(on day: Day) -> [StandingInstrument] {
        AgreementReading("story", history: events, from: Vantage(on: day)).instruments(on: day)
    }
}
