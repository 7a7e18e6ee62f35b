import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// The real record of AMD's agreements: the warrant and the gigawatts of OpenAI, and the wafers of GlobalFoundries.
struct WaferAndWarrantTests {
    private func story(_ agreement: AgreementID) throws -> Story {
        try OtherAgreementsTests.story.get().about(agreement)
    }

    // MARK: AMD and OpenAI

    static let openAI: [Answer] = [
        Answer("2025-10-05", by: "2025-10-05", "warrant", .absent),
        Answer("2025-10-04", "warrant", .status(.notYet)),
        Answer("2025-10-05", "warrant", .field(.quantity, "160,000,000")),
        Answer("2025-10-05", "warrant", .field(.exercisePrice, "USD 0.01")),
        Answer("2025-10-05", "warrant", .field(.closes, "through 2030-10-05")),
        Answer("2025-10-05", by: "2025-10-06", "warrant", .unset(.percentage)),
        Answer("2025-10-05", by: "2025-10-31", "warrant", .reported(.percentage, ["10% of AMD"])),
        Answer("2030-10-05", "warrant", .status(.inForce)),
        Answer("2030-10-06", "warrant", .status(.ended)),
        Answer("2026-06-27", "warrant.first-tranche", .status(.inForce)),
        Answer("2026-06-27", "warrant.first-tranche", .field(.quantity, "redacted [****]")),
        Answer(
            "2026-06-27", "warrant.first-tranche",
            .field(.vests, "the last of: upon first-gigawatt, upon earlier-share-prices")),
        Answer(
            "2026-11-30", "warrant.last-tranche",
            .field(.vests, "the last of: upon six-gigawatts, upon share-price-600")),
        Answer(
            "2026-11-30", "warrant.last-tranche",
            .field(.opens, "upon technical-and-commercial")),
        Answer("2030-10-06", "warrant.last-tranche", .status(.ended)),
        Answer("2025-10-05", "commitment.first-gigawatt", .field(.quantity, "1")),
        Answer("2025-10-05", "commitment.first-gigawatt", .field(.unit, "gigawatt")),
        Answer("2025-10-05", "commitment.first-gigawatt", .field(.unitPrice, "undisclosed")),
        Answer("2025-10-05", "supply.gpus", .field(.products, "only amd-instinct-gpus")),
        Answer("2031-01-01", "supply.gpus", .status(.inForce)),
        Answer("2026-11-30", "registration", .field(.obligor, "amd")),
    ]

    @Test(arguments: openAI)
    func `AMD and OpenAI`(_ answer: Answer) throws {
        answer.check(try story("amd-openai"))
    }

    @Test(
        arguments: [
            "first-gigawatt", "purchases-scale-up", "six-gigawatts", "earlier-share-prices",
            "share-price-600", "technical-and-commercial",
        ] as [ConditionID])
    func `no condition of the warrant is known to be satisfied, whatever the price of the stock`(
        _ condition: ConditionID
    ) throws {
        let found = try story("amd-openai").on("2026-11-30").copy.condition(condition)
        #expect(found != nil && found?.outcome == nil)
    }

    @Test func `what is said of the warrant and the supply beside the filing is kept as said`()
        throws
    {
        let story = try OtherAgreementsTests.story.get()
        func said(_ key: RecordingKey, _ by: Day) -> Int {
            story.reports(of: .description, in: key, by: by).count
        }
        #expect(said("2025-10-05-warrant", "2025-10-30") == 0)
        #expect(said("2025-10-05-warrant", "2025-10-31") == 1)
        #expect(said("2025-10-05-warrant", "2026-10-09") == 2)
        #expect(said("2025-10-05-product-purchase-agreement", "2026-08-05") == 3)
    }

    @Test func `six gigawatts are expected, and one is owed`() throws {
        let copy = try story("amd-openai").on("2026-11-30").copy
        #expect(copy.expectations.first { $0.id == "six-gigawatts-deployed" }?.isMet == false)
        let owed = copy.terms.filter { $0.kind == .volumeCommitment }
        #expect(owed.map(\.id) == ["commitment.first-gigawatt"])
    }

    // MARK: AMD and GlobalFoundries

    /// Exclusivity, given up step by step.
    static let exclusivity: [Answer] = [
        Answer("2009-03-02", "wafers.microprocessors", .field(.purchaseExclusivity, "exclusive")),
        Answer(
            "2009-03-02", "wafers.microprocessors",
            .field(.requirements, "100% of AMD's requirements of microprocessors")),
        Answer("2010-06-01", "wafers.microprocessors", .field(.exception, "limited-exceptions")),
        Answer("2010-06-01", "wafers.graphics", .field(.requirements, "undisclosed")),
        Answer("2018-12-31", "wafers.microprocessors", .field(.products, "only microprocessors")),
        Answer(
            "2019-01-28", "wafers.microprocessors",
            .field(.products, "only microprocessors-above-7nm")),
        Answer("2019-01-28", "wafers.microprocessors", .field(.purchaseExclusivity, "exclusive")),
        Answer(
            "2021-05-12", by: "2021-05-12", "wafers.microprocessors",
            .field(.purchaseExclusivity, "exclusive")),
        Answer("2021-05-11", "wafers.microprocessors", .field(.purchaseExclusivity, "exclusive")),
        Answer(
            "2021-05-12", "wafers.microprocessors", .field(.purchaseExclusivity, "non-exclusive")),
        Answer("2021-05-12", "wafers.microprocessors", .field(.requirements, "none")),
        Answer("2021-05-12", "wafers.12-and-14-nm", .field(.purchaseExclusivity, "non-exclusive")),
        Answer("2024-03-01", "wafers.microprocessors", .status(.inForce)),
        Answer("2024-03-02", "wafers.microprocessors", .status(.ended)),
    ]

    /// What AMD committed itself to, year by year: the volumes are withheld, AMD's estimates are reports.
    static let commitments: [Answer] = [
        Answer("2010-12-31", "commitment.2011", .status(.notYet)),
        Answer("2011-06-01", "commitment.2011", .field(.amount, "undisclosed")),
        Answer(
            "2011-06-01", "commitment.2011",
            .reported(.amount, ["between USD 1,100,000,000 and USD 1,500,000,000"])),
        Answer("2011-06-01", "wafers.microprocessors", .unset(.takeOrPay)),
        Answer("2012-06-01", "wafers.microprocessors", .field(.takeOrPay, "yes")),
        Answer("2013-01-01", "wafers.microprocessors", .unset(.takeOrPay)),
        Answer("2012-06-01", "commitment.2012", .reported(.amount, [])),
        Answer("2012-11-01", "commitment.2012", .reported(.amount, ["about USD 115,000,000"])),
        Answer("2013-06-01", "commitment.2013", .field(.amount, "undisclosed")),
        Answer("2013-06-01", "commitment.2013", .reported(.amount, ["about USD 1,150,000,000"])),
        Answer(
            "2014-02-01", "commitment.2014-first-quarter", .field(.amount, "about USD 250,000,000")),
        Answer("2014-04-01", "commitment.2014-first-quarter", .status(.ended)),
        Answer("2014-06-01", "commitment.2014", .reported(.amount, ["about USD 1,200,000,000"])),
        Answer("2015-06-01", "commitment.2015", .reported(.amount, ["about USD 1,100,000,000"])),
        Answer("2016-01-01", "commitment.targets", .field(.per, "1 year")),
        Answer(
            "2018-06-01", by: "2019-01-28", "commitment.targets",
            .field(.ends, "through 2020-12-31")),
        Answer("2019-06-01", "commitment.targets", .field(.ends, "through 2021-12-31")),
        Answer("2022-01-01", "commitment.targets", .status(.ended)),
        Answer(
            "2022-06-01", by: "2021-12-22", "commitment.12-and-14-nm",
            .reported(.amount, ["about USD 1,600,000,000"])),
        Answer(
            "2022-06-01", by: "2021-12-22", "commitment.12-and-14-nm", .field(.over, "3 years")),
        Answer(
            "2022-06-01", "commitment.12-and-14-nm",
            .reported(.amount, ["about USD 2,100,000,000"])),
        Answer("2022-06-01", "commitment.12-and-14-nm", .field(.over, "4 years")),
        Answer("2026-01-01", "commitment.12-and-14-nm", .status(.ended)),
    ]

    /// What AMD paid for its freedom, and what it gave beside money.
    static let payments: [Answer] = [
        Answer("2012-02-01", "payment.capacity-2012", .status(.notYet)),
        Answer(
            "2012-06-01", "payment.exclusivity",
            .field(
                .schedule,
                "USD 150,000,000 due on 2012-03-05, USD 50,000,000 due on 2012-07-02, "
                    + "USD 50,000,000 due on 2012-10-02, "
                    + "USD 175,000,000 due between 2013-01-01 and 2013-03-31")),
        Answer("2012-12-31", "payment.exclusivity", .status(.inForce)),
        Answer("2013-01-01", "payment.exclusivity", .status(.ended)),
        Answer("2013-12-31", "payment.take-or-pay", .status(.inForce)),
        Answer("2014-01-01", "payment.take-or-pay", .status(.ended)),
        Answer("2012-03-03", "stake", .field(.percentage, "undisclosed")),
        Answer("2012-03-04", "stake", .status(.ended)),
        Answer("2012-03-04", "sale.stake", .field(.buyer, "globalfoundries")),
        Answer("2012-03-04", "sale.stake", .reported(.buyer, ["atic"])),
        Answer(
            "2012-03-04", "sale.stake",
            .reported(.percentage, ["14% of GLOBALFOUNDRIES", "9% of GLOBALFOUNDRIES"])),
        Answer("2017-09-30", "payment.flexibility", .field(.amount, "USD 100,000,000")),
        Answer("2017-10-01", "payment.flexibility", .status(.ended)),
        Answer("2016-12-31", "payment.other-foundry", .status(.notYet)),
        Answer("2017-01-01", "payment.other-foundry", .field(.per, "1 quarter")),
        Answer("2019-01-28", "payment.other-foundry", .field(.ends, "unknown")),
        Answer("2016-08-30", "warrant.first-part", .field(.quantity, "50,000,000")),
        Answer("2016-08-30", "warrant.first-part", .field(.exercisePrice, "USD 5.98")),
        Answer("2016-08-30", "warrant.second-part", .field(.quantity, "25,000,000")),
        Answer("2016-08-30", "warrant.second-part", .field(.opens, "1 year after 2016-08-30")),
        Answer("2016-08-30", "warrant.first-part", .reported(.closes, ["before 2020-02-29"])),
        Answer("2019-02-12", "warrant.first-part", .status(.inForce)),
        Answer("2019-02-13", "warrant.first-part", .status(.ended)),
        Answer("2019-02-13", "warrant.second-part", .status(.ended)),
        Answer("2019-02-13", by: "2019-12-31", "warrant.second-part", .status(.inForce)),
        Answer("2021-12-31", "payment.prepayment", .status(.notYet)),
        Answer("2023-12-31", "payment.prepayment", .field(.amount, "undisclosed")),
        Answer("2024-01-01", "payment.prepayment", .status(.ended)),
    ]

    /// How long it runs, by its filings and by pages that say otherwise.
    static let duration: [Answer] = [
        Answer("2019-01-27", "duration", .status(.notYet)),
        Answer("2019-06-01", "duration", .field(.ends, "through 2024-03-01")),
        Answer(
            "2019-06-01", "duration",
            .reported(.ends, ["through 2024-03-31", "through 2024-12-31"])),
        Answer("2021-06-01", "duration", .field(.ends, "through 2024-12-31")),
        Answer("2022-06-01", by: "2021-12-23", "duration", .field(.ends, "through 2025-12-31")),
        Answer("2022-01-01", "capacity.minimum", .field(.quantity, "undisclosed")),
        Answer("2026-01-15", by: "2026-01-15", "capacity.minimum", .status(.ended)),
        Answer("2026-01-15", "capacity.minimum", .status(.indeterminate)),
        Answer("2026-06-01", "capacity.minimum", .field(.ends, "through 2026-12-31")),
        Answer("2027-01-01", "capacity.minimum", .status(.ended)),
    ]

    @Test(arguments: exclusivity + commitments + payments + duration)
    func `AMD and GlobalFoundries`(_ answer: Answer) throws {
        answer.check(try story("amd-globalfoundries"))
    }

    @Test(
        arguments: [
            ("2012-03-03", "wafers.microprocessors", 0),
            ("2012-03-04", "wafers.microprocessors", 1),
            ("2016-08-29", "wafers.microprocessors", 1),
            ("2016-08-30", "wafers.microprocessors", 2),
            ("2016-08-29", "wafers.graphics", 0), ("2016-08-30", "wafers.graphics", 1),
            ("2012-03-04", "payment.capacity-2012", 1),
        ] as [(Day, TermID, Int)])
    func `GlobalFoundries waives its exclusivity in parts`(
        _ day: Day, _ term: TermID, _ count: Int
    ) throws {
        let remarks = try story("amd-globalfoundries").on(day).copy.term(term)?.remarks ?? []
        let waivers = remarks.filter {
            if case .waived(by: "globalfoundries", _, _) = $0.content { true } else { false }
        }
        #expect(waivers.count == count)
    }

    /// Two days, and what differs between them.
    @Test(
        arguments: [
            (
                "2011-04-01", "2011-04-02",
                ["wafers.graphics.requirements", "condition capacity-32nm.state"]
            ),
            (
                "2012-03-03", "2012-03-04",
                ["payment.exclusivity.status", "sale.stake.status", "stake.status"]
            ),
            ("2012-12-05", "2012-12-06", ["commitment.2013.status", "payment.take-or-pay.status"]),
            (
                "2016-08-29", "2016-08-30",
                [
                    "collaboration.7nm.status", "payment.flexibility.status",
                    "warrant.first-part.status", "warrant.second-part.status",
                ]
            ),
            ("2019-01-27", "2019-01-28", ["duration.status", "wafers.microprocessors.products"]),
            (
                "2021-05-11", "2021-05-12",
                [
                    "wafers.12-and-14-nm.status", "wafers.microprocessors.purchase-exclusivity",
                    "wafers.microprocessors.requirements",
                ]
            ),
            (
                "2021-12-22", "2021-12-23",
                ["commitment.12-and-14-nm.over", "wafers.12-and-14-nm.ends"]
            ),
        ] as [(Day, Day, [String])])
    func `an amendment is seen between the day before it and its own`(
        _ from: Day, _ to: Day, _ paths: [String]
    ) throws {
        let story = try story("amd-globalfoundries")
        let redline = story.redline(from: story.on(from), to: story.on(to))
        let found = Set(redline.lines.map(\.path.description))
        #expect(found.isSuperset(of: paths), "\(found.sorted())")
    }

    @Test func `the name of the foundry is known from its first days`() throws {
        let story = try story("amd-globalfoundries")
        func name(_ day: Day) -> String? {
            story.on(day).copy.parties.first { $0.id == "globalfoundries" }?.name
        }
        #expect(name("2009-03-03") == "The Foundry Company")
        #expect(name("2009-03-04") == "GLOBALFOUNDRIES Inc.")
    }
}
