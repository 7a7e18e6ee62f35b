import Notation
import Terms
import Testing

struct IdentifierTests {
    static let longest = String(repeating: "a", count: 128)

    @Test(arguments: ["a", "0", "openai", "gpt-4", "a-b-c", "2026", longest])
    func `words joined by single hyphens name a party`(text: String) {
        #expect(PartyID(text)?.text == text)
    }

    @Test(arguments: [
        "", "-", "a-", "-a", "a--b", "a.b", "A", "a b", "a_b", "é", "a\n", "a/b", longest + "a",
    ])
    func `anything else does not name a party`(text: String) {
        #expect(PartyID(text) == nil)
        #expect(ConditionID(text) == nil)
        #expect(SourceID(text) == nil)
    }

    @Test(arguments: ["fee", "revenue-share.openai-to-microsoft", "a.b-c.d", "1.2.3"])
    func `a term is named with dots too`(text: String) {
        #expect(TermID(text)?.text == text)
    }

    @Test(arguments: ["", ".a", "a.", "a..b", "a.-b", "a-.b", "a/b", "Fee", longest + "a"])
    func `a term is not named with dots at the ends or side by side`(text: String) {
        #expect(TermID(text) == nil)
    }

    @Test(arguments: ["2026-04-27-revised", "a", "a..b", "a--", "v1.2-", longest])
    func `a recording key is spelled as a file name`(text: String) {
        #expect(RecordingKey(text)?.text == text)
    }

    @Test(arguments: ["", "-a", ".a", "a#1", "a b", "A", "a/b", longest + "a"])
    func `a recording key begins with a letter or digit`(text: String) {
        #expect(RecordingKey(text) == nil)
    }

    @Test(arguments: ["cap", "exclusive-until", "price-floor"])
    func `a field name is letters and hyphens`(text: String) throws {
        let name = try #require(FieldName(rawValue: text))
        #expect(name.rawValue == text)
        try expectRoundTrip(name, FieldName.codec)
    }

    @Test(arguments: ["", "cap2", "-cap", "cap-", "a--b", "Cap", "exclusiveUntil", "a.b"])
    func `a field name has no digits, capitals or dots`(text: String) {
        #expect(FieldName(rawValue: text) == nil)
    }

    @Test func `identifiers are ordered by bytes`() {
        let ids: [TermID] = ["b", "a.b", "a-b", "a", "ab", "a1"]
        #expect(ids.sorted().map(\.text) == ["a", "a-b", "a.b", "a1", "ab", "b"])
    }

    @Test func `identifiers come back from what is stored`() throws {
        try expectRoundTrip(TermID("licence.models-and-products"), TermID.codec)
        try expectRoundTrip(PartyID("openai"), PartyID.codec)
        try expectRoundTrip(ConditionID("agi"), ConditionID.codec)
        try expectRoundTrip(AgreementID("microsoft-openai"), AgreementID.codec)
        try expectRoundTrip(DisputeID("exclusivity-2026"), DisputeID.codec)
        try expectRoundTrip(ExpectationID("bedrock"), ExpectationID.codec)
        try expectRoundTrip(SourceID("post"), SourceID.codec)
        try expectRoundTrip(RecordingKey("2026-04-27-revised"), RecordingKey.codec)
        try expectRoundTrip(ReadingID("by-panel"), ReadingID.codec)
    }

    @Test func `a misspelled id is reported with an example`() {
        let found = problems(reading: .string("Open AI"), PartyID.codec)
        #expect(found.map(\.message) == ["'Open AI' is not a party id such as openai"])
    }
}

struct EventReferenceTests {
    @Test(arguments: [("a#1", "a", 1), ("2026-04-27-x.y#12", "2026-04-27-x.y", 12)])
    func `a reference is a key and a number`(text: String, key: String, ordinal: Int) throws {
        let reference = try #require(EventReference(text))
        #expect(reference.recording.text == key)
        #expect(reference.ordinal == ordinal)
        #expect(reference.description == text)
        try expectRoundTrip(reference, EventReference.codec)
    }

    @Test(arguments: [
        "", "a", "a#", "#1", "a#0", "a#01", "a#-1", "a#1 ", "a#1#2", "A#1", "a#1234567890", "a#x",
    ])
    func `events are counted from 1, without zeros in front`(text: String) {
        #expect(EventReference(text) == nil)
    }

    @Test func `references are ordered by key, then by number`() {
        let texts = ["b#1", "a#10", "a#9", "a.b#1"]
        let sorted = texts.compactMap { EventReference($0) }.sorted().map(\.description)
        #expect(sorted == ["a#9", "a#10", "a.b#1", "b#1"])
    }
}
