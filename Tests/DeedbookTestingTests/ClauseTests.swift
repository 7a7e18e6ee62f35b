import Amendments
import DeedbookTesting
import Foundation
import Ledger
import Terms
import Testing

/// Clauses of real agreements from public filings, each said by a term of its own kind: what was read, and where, stands in
/// `Clauses/SOURCES.md`.
struct ClauseTests {
    static let story = Result {
        try given(
            folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Clauses").path)
    }

    @Test func `no clause is left to words alone`() throws {
        let terms = try Self.story.get().events.flatMap(\.event.payload.addedTerms)
        #expect(terms.count >= 24)
        #expect(terms.filter { $0.kind == .other }.isEmpty)
    }

    @Test func `every sort of agreement has six clauses or more`() throws {
        let events = try Self.story.get().events
        func clauses(_ agreements: [AgreementID]) -> Int {
            events.filter { agreements.contains($0.agreement) }
                .map(\.event.payload.addedTerms.count).reduce(0, +)
        }
        #expect(clauses(["yahoo-microsoft-search"]) >= 6)
        #expect(
            clauses([
                "amd-globalfoundries-wafers", "marathon-pantry", "sunedison-polysilicon",
                "nanophase-ester", "nanophase-eminess", "premier-fonterra",
            ]) >= 6)
        #expect(
            clauses([
                "gartner-credit", "mastech-credit", "church-dwight-credit", "stericycle-credit",
                "mach-credit",
            ]) >= 6)
        #expect(
            clauses([
                "amd-openai", "amazon-deutsche-bank", "atlas-amazon", "bloom-sk-ecoplant",
                "velocity-warrants", "apg-blackstone",
            ]) >= 6)
        #expect(clauses(["bet-movies-starz", "bet-weekend"]) >= 6)
        #expect(
            clauses([
                "nephrogenex-uscrf", "oragenics-texas-am", "pdl-genentech", "regeneron-libtayo",
                "theravance-closed-triple",
            ]) >= 6)
    }

    /// An end that is a year or a condition stays one; what an amendment changes holds from its own day.
    static let answers: [(AgreementID, Answer)] = [
        ("yahoo-microsoft-search", Answer("2010-07-13", "license.covered-data", .status(.notYet))),
        ("yahoo-microsoft-search", Answer("2010-07-14", "license.covered-data", .status(.inForce))),
        (
            "yahoo-microsoft-search",
            Answer("2010-07-14", "license.covered-data", .field(.territories, "only ca, us"))
        ),
        (
            "yahoo-microsoft-search",
            Answer(
                "2012-01-01", "search.yahoo-properties", .field(.purchaseExclusivity, "exclusive"))
        ),
        (
            "yahoo-microsoft-search",
            Answer(
                "2012-01-01", "search.affiliate-sites",
                .field(.purchaseExclusivity, "non-exclusive"))
        ),
        ("yahoo-microsoft-search", Answer("2010-01-01", "payment.support", .status(.notYet))),
        (
            "amd-globalfoundries-wafers",
            Answer("2020-12-31", "wafers.processors", .status(.inForce))
        ),
        ("amd-globalfoundries-wafers", Answer("2021-01-01", "wafers.processors", .status(.ended))),
        (
            "amd-globalfoundries-wafers",
            Answer("2021-06-01", "wafers.12-and-14-nm", .field(.ends, "through 2024-12-31"))
        ),
        (
            "amd-globalfoundries-wafers",
            Answer("2021-12-23", "wafers.12-and-14-nm", .field(.ends, "through 2025-12-31"))
        ),
        (
            "amd-globalfoundries-wafers",
            Answer("2026-01-01", "wafers.12-and-14-nm", .status(.ended))
        ),
        ("marathon-pantry", Answer("2010-08-31", "fuel", .status(.notYet))),
        ("marathon-pantry", Answer("2017-12-31", "fuel", .status(.inForce))),
        ("marathon-pantry", Answer("2018-01-01", "fuel", .status(.ended))),
        ("sunedison-polysilicon", Answer("2014-06-01", "polysilicon", .status(.indeterminate))),
        ("sunedison-polysilicon", Answer("2015-01-01", "polysilicon", .status(.inForce))),
        (
            "nanophase-eminess",
            Answer("2017-06-23", "nanoparticles", .field(.exclusivity, "exclusive"))
        ),
        ("premier-fonterra", Answer("2028-06-30", "milk-protein", .status(.inForce))),
        (
            "gartner-credit",
            Answer("2024-03-26", "revolving", .field(.commitment, "USD 1,000,000,000"))
        ),
        (
            "church-dwight-credit",
            Answer(
                "2022-06-16", "covenant.interest-coverage",
                .field(.atLeast, "375% of Interest Expense"))
        ),
        (
            "amd-openai",
            Answer("2025-10-05", "warrant.first-tranche", .field(.vests, "upon first-gigawatt"))
        ),
        ("atlas-amazon", Answer("2019-03-26", "warrant.2019", .status(.notYet))),
        ("atlas-amazon", Answer("2019-03-27", "warrant.2019", .field(.quantity, "6,632,576"))),
        ("bloom-sk-ecoplant", Answer("2022-06-01", "board-seat", .status(.notYet))),
        (
            "bet-movies-starz",
            Answer("1996-09-17", "stake.emc", .field(.percentage, "2% of initial equity"))
        ),
        ("bet-movies-starz", Answer("1996-09-17", "owners-agreement", .field(.due, "unknown"))),
        ("bet-weekend", Answer("1995-12-31", "issues", .status(.notYet))),
        ("bet-weekend", Answer("1996-12-31", "issues", .status(.inForce))),
        ("bet-weekend", Answer("1997-03-01", "issues", .status(.indeterminate))),
        ("bet-weekend", Answer("1997-07-31", "issues", .status(.ended))),
        ("nephrogenex-uscrf", Answer("2010-12-31", "fee.annual", .field(.amount, "USD 60,000"))),
        ("nephrogenex-uscrf", Answer("2012-12-31", "fee.annual", .field(.amount, "USD 62,000"))),
        ("nephrogenex-uscrf", Answer("2016-02-25", "fee.annual", .field(.amount, "USD 120,000"))),
        ("nephrogenex-uscrf", Answer("2016-02-25", "license", .status(.inForce))),
        ("nephrogenex-uscrf", Answer("2016-02-26", "license", .status(.ended))),
        (
            "oragenics-texas-am",
            Answer("2015-01-01", "fee.minimum-consideration", .status(.inForce))
        ),
        ("oragenics-texas-am", Answer("2015-01-01", "royalty", .status(.notYet))),
        ("oragenics-texas-am", Answer("2015-01-01", "royalty", .field(.minimum, "USD 100,000"))),
        ("pdl-genentech", Answer("2013-08-14", "royalty.us-before", .field(.tiers, "undisclosed"))),
        ("pdl-genentech", Answer("2013-08-15", "royalty.us-before", .status(.ended))),
        ("pdl-genentech", Answer("2014-12-28", "royalty.lucentis", .status(.inForce))),
        ("pdl-genentech", Answer("2014-12-29", "royalty.lucentis", .status(.ended))),
        ("pdl-genentech", Answer("2016-01-01", "royalty.worldwide", .status(.ended))),
        (
            "regeneron-libtayo",
            Answer("2023-12-31", "royalty", .field(.rate, "8% of worldwide sales of Libtayo"))
        ),
        (
            "regeneron-libtayo",
            Answer("2024-01-01", "royalty", .field(.rate, "2.5% of worldwide sales of Libtayo"))
        ),
        ("regeneron-libtayo", Answer("2027-01-01", "royalty", .status(.ended))),
        ("theravance-closed-triple", Answer("2016-12-31", "royalty", .status(.notYet))),
    ]

    @Test(arguments: answers)
    func `a clause answers on its days`(_ agreement: AgreementID, _ answer: Answer) throws {
        answer.check(try Self.story.get().about(agreement))
    }

    @Test(
        arguments: [
            ("2023-01-26", ["midfirst", "ubs"]), ("2023-01-27", ["midfirst"]),
        ] as [(Day, [PartyID])])
    func `a lender that was repaid is in the group up to that day`(
        _ day: Day, _ members: [PartyID]
    ) throws {
        let copy = try Self.story.get().about("mach-credit").on(day).copy
        let lenders = try #require(copy.parties.first { $0.id == "lenders" })
        #expect(lenders.members?.filter { $0.standing != .left }.map(\.party) == members)
        #expect(copy.term("facility")?.field(.lender)?.places.first?.members == members)
    }
}
