import Amendments
import EventStore
import Ledger
import Notation
import Questions
import Terms
import Testing

/// An invented agreement in three recordings, for the renderers to show.
enum Story {
    static func book() async throws -> Book {
        let instant = try #require(Instant("2025-06-01T08:00:00Z"))
        let book = Book(store: InMemoryStore(clock: { instant }, salt: { [] }))
        for text in [licence, amendment, report] {
            let recording = try Recording.codec.decode(JSONReader.read(Array(text.utf8)))
            _ = try await book.record(recording, by: "ana")
        }
        return book
    }

    /// Asked on 2025-06-01, wherever.
    static func answer<Asked: Question>(_ question: Asked) async throws -> Answer<Asked> {
        let instant = try #require(Instant("2025-06-01T08:00:00Z"))
        return try await book().answer(question, at: Moment(instant) { _ in instant.day })
    }

    static func copy(_ vantage: String) async throws -> ConformedCopy {
        try await book().conformedCopy(of: "tern-mill", from: #require(Vantage(vantage)))
    }

    static func redline(_ from: String, _ to: String) async throws -> Redline {
        try await book().redline(
            of: "tern-mill", from: #require(Vantage(from)), to: #require(Vantage(to)))
    }

    static let licence = #"""
        {"recording": "2024-01-10-supply", "agreement": "tern-mill",
         "instrument": {"kind": "definitive", "title": "Supply agreement", "signed": "2024-01-10",
          "effective": {"on": "2024-02-01"}},
         "disclosed": "2024-01-10",
         "sources": [{"id": "contract", "grade": "executed-text", "publisher": "invented"}],
         "events": [
          {"agreement-recorded": {"title": "Tern & <Mill>", "zone": "Europe/Oslo",
           "conventions": {"through-year": "end-of-calendar-year"}}},
          {"party-admitted": {"party": "tern", "name": "Tern Press 紙", "role": "buyer"}},
          {"party-admitted": {"party": "mill", "name": "Brightwater Mill", "role": "seller"}},
          {"condition-defined": {"condition": "clearance", "text": "The authority clears it.",
           "readings": [{"reading": "formal", "text": "A written decision is needed."},
                        {"reading": "silent", "text": "A month without an answer is enough."}]}},
          {"term-added": {"term": "license.moulds", "kind": "license-grant", "set": {
           "grantor": "mill", "grantee": "tern", "subject": "paper moulds",
           "exclusivity": "exclusive",
           "text": "The Mill shall deliver moulds of the first quality within ten days.",
           "ends": {"first-of": [{"upon": "clearance"}, {"through": "2026"}]}}}},
          {"term-added": {"term": "royalty.paper", "kind": "royalty", "set": {
           "payer": "tern", "payee": "mill", "rate": "4% of net sales", "cap": "none",
           "ends": {"through": "2026"}}}},
          {"term-added": {"term": "fee.support", "kind": "fee", "set": {
           "payer": "tern", "payee": "mill", "amount": {"redacted": "[***]"}}}},
          {"term-added": {"term": "publicity.logo", "kind": "publicity", "set": {
           "obligor": "tern", "consent": true}}},
          {"dispute-raised": {"dispute": "late-moulds", "by": ["tern"], "against": ["mill"],
           "about": ["license.moulds"], "stage": "threatened"}},
          {"expectation-stated": {"expectation": "second-mill", "text": "A second mill opens.",
           "window": {"soft": "2025/2026"}}}]}
        """#

    static let amendment = #"""
        {"recording": "2025-03-01-amendment-1", "agreement": "tern-mill",
         "instrument": {"kind": "amendment", "number": 1, "title": "Amendment No. 1",
          "signed": "2025-03-01", "effective": {"announced": "2025-03-01"}},
         "disclosed": "2025-03-01",
         "sources": [{"id": "post", "grade": "party-statement", "publisher": "Tern Press",
          "url": "https://example.org/a?b=\"c\"&d=<e>", "published": "2025-03-01"}],
         "events": [
          {"term-amended": {"term": "license.moulds", "was": {"exclusivity": "exclusive"},
           "set": {"exclusivity": "non-exclusive",
            "text": "The Mill shall deliver moulds of the second quality within twenty days."}}},
          {"term-amended": {"term": "royalty.paper", "set": {"cap": "undisclosed"}}},
          {"term-reaffirmed": {"term": "royalty.paper", "fields": ["ends"]}},
          {"term-removed": {"term": "fee.support"}},
          {"term-unaddressed": {"term": "publicity.logo"}},
          {"term-added": {"term": "audit.books", "kind": "audit-right", "set": {
           "holder": "mill", "of": "the books of Tern"}}},
          {"condition-removed": {"condition": "clearance"}},
          {"dispute-resolved": {"dispute": "late-moulds", "manner": "mooted",
           "released": "unknown"}}]}
        """#

    static let report = #"""
        {"recording": "2025-04-02-reported-cap", "agreement": "tern-mill",
         "instrument": {"kind": "report", "title": "Amount of the cap, as reported"},
         "disclosed": "2025-04-02",
         "sources": [{"id": "gazette", "grade": "unnamed-source",
          "publisher": "\"><script>alert('x')</script> & Co", "url": "javascript:alert(1)"}],
         "events": [
          {"value-reported": {"term": "royalty.paper", "field": "cap", "value": "USD 90000.00",
           "effective": {"announced": "2025-03-01"}}}]}
        """#
}
