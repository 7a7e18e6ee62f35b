import Amendments
import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// The real record, asked what stands against each other.
struct RealRecordTests {
    @Test func `Frontier on AWS possibly meets the exclusivity of the API, for two months`() throws
    {
        let found = try report("2026-03-15"..."2026-03-15", among: [microsoft, amazon])
            .between("api.azure-exclusivity", "distribution.frontier")
        let conflict = try #require(found.first)
        #expect(found.count == 1)
        #expect(conflict.rule == .doubleExclusive)
        #expect(conflict.certainty == .possible)
        #expect(conflict.days.from == "2026-02-27")
        #expect(conflict.days.to == "2026-04-27")
        #expect(conflict.closedBy.map(\.recording.key) == ["2026-04-27-revised-agreement"])
        #expect(!conflict.goesOn)
        #expect(conflict.partyInRisk == "openai")
    }

    @Test func `what is disputed between them is which products and which channels`() throws {
        let found = try report("2026-03-15"..."2026-03-15", among: [microsoft, amazon])
            .between("api.azure-exclusivity", "distribution.frontier")
        let conflict = try #require(found.first)
        #expect(Set(conflict.openDimensions).isSuperset(of: [.act, .products, .channels]))
        let products = try #require(conflict.proofs.first { $0.dimension == .products })
        #expect(products.first == "only api-products")
        #expect(products.why.contains("Stateless APIs"))
        #expect(products.why.contains("All API products"))
    }

    @Test func `that it was mooted released no one`() throws {
        let found = try report("2026-03-15"..."2026-03-15", among: [microsoft, amazon])
            .between("api.azure-exclusivity", "distribution.frontier")
        let dispute = try #require(found.first?.disputes.first)
        #expect(dispute.resolution?.manner == .mooted)
        #expect(dispute.resolution?.released != .yes)
    }

    @Test(arguments: ["2026-02-26", "2026-04-27", "2026-04-29", "2026-06-15"] as [Day])
    func `nothing is reported between the two before or after`(_ day: Day) throws {
        let found = try report(day...day, among: [microsoft, amazon])
            .between("api.azure-exclusivity", "distribution.frontier")
        #expect(found.isEmpty)
    }

    @Test(arguments: ["2026-02-27", "2026-04-26"] as [Day])
    func `it is reported on its first and its last day`(_ day: Day) throws {
        let found = try report(day...day, among: [microsoft, amazon])
            .between("api.azure-exclusivity", "distribution.frontier")
        #expect(found.count == 1)
    }

    @Test func `before the restructuring was disclosed, nothing was known to end it`() throws {
        let report = try report(
            "2026-03-15"..."2026-03-15", among: [microsoft, amazon], disclosedBy: "2026-03-20")
        let conflict = try #require(
            report.between("api.azure-exclusivity", "distribution.frontier").first)
        #expect(conflict.days.to == nil)
        #expect(conflict.closedBy.isEmpty)
    }

    @Test func `before the Amazon deal was disclosed, no one could see it`() throws {
        let report = try report(
            "2026-03-15"..."2026-03-15", among: [microsoft, amazon], disclosedBy: "2026-02-26")
        #expect(report.between("api.azure-exclusivity", "distribution.frontier").isEmpty)
    }

    @Test func `the licence of GPT-3 meets nothing for years, and then not enough is known`() throws
    {
        let early = try report("2020-09-22"..."2025-12-31", among: [])
        #expect(early.conflicts.allSatisfy { $0.sides.allSatisfy { $0.term != "license.gpt-3" } })
        let late = try report("2026-04-29"..."2026-04-29", among: [])
        let found = late.between("license.gpt-3", "bedrock.models")
        let conflict = try #require(found.first)
        #expect(conflict.certainty == .possible)
        #expect(Set(conflict.openDimensions).isSuperset(of: [.act, .products, .limits]))
        let limits = conflict.proofs.first { $0.dimension == .limits }
        #expect(limits?.first.contains("public API") == true)
    }

    @Test func `capacity beside Azure possibly passed over the first refusal, while it lived`()
        throws
    {
        let report = try report("2025-01-21"..."2026-12-31", among: [])
        let found = report.conflicts.filter { conflict in
            conflict.rule == .processBypassed && conflict.sides[0].term == "first-refusal.compute"
        }
        let others = Set(found.map(\.sides[1].term))
        #expect(
            others == [
                "compute.coreweave", "compute.google", "compute.oracle", "capacity.stargate",
            ])
        for conflict in found {
            #expect(conflict.certainty == .possible)
            #expect(conflict.openDimensions.contains(.process))
            #expect(conflict.days.to == "2025-10-28" || conflict.goesOn)
        }
        // Bought a week after the right was given up.
        #expect(!others.contains("compute.aws"))
    }

    @Test func `whether the Bedrock preview came after Azure is not known`() throws {
        let report = try report("2026-04-29"..."2026-04-29", among: [microsoft, amazon])
        let found = report.between("first-availability.azure", "bedrock.models")
        let conflict = try #require(found.first)
        #expect(conflict.rule == .processBypassed)
        #expect(conflict.certainty == .possible)
        #expect(conflict.openDimensions.contains(.process))
        // Whether Azure had to be unable, unwilling or both is read in two ways.
        #expect(conflict.openDimensions.contains(.exception))
    }

    @Test func `April did not address the research licence, which named AGI`() throws {
        let report = try report("2026-05-01"..."2026-05-01", among: [microsoft])
        let gaps = report.gaps.filter { $0.rule == .gap }
        #expect(gaps.map { $0.sides[0].term } == ["license.research"])
        #expect(report.gaps.allSatisfy { $0.rule != .orphan })
        #expect(report.conflicts.allSatisfy { !$0.isGap })
    }

    @Test
    func `nothing is certain on the real record: no two of its texts state one ground in names`()
        throws
    {
        let report = try report("2015-01-01"..."2040-01-01", among: [])
        #expect(
            (report.conflicts + report.faint + report.settled).allSatisfy {
                $0.certainty == .possible
            })
        #expect(!report.conflicts.isEmpty)
    }

    @Test func `a contract of an unnamed customer is distinguished from what is known`() throws {
        let report = try report(
            "2025-07-01"..."2025-07-01", among: ["oracle-openai"], disclosedBy: "2025-07-10")
        #expect(report.isEmpty)
        #expect(report.faint.contains { $0.sides.map(\.term).contains("compute.oracle") })
    }

    @Test func `the wafers of AMD meet nothing, and its GPUs what is reserved in words only`()
        throws
    {
        let span: ClosedRange<Day> = "2009-01-01"..."2030-01-01"
        let wafers = try report(span, among: ["amd-globalfoundries"])
        #expect(wafers.isEmpty && wafers.faint.isEmpty && wafers.gaps.isEmpty)
        let chips = try report(span, among: ["amd-openai"])
        #expect(!chips.isEmpty)
        for conflict in chips.conflicts {
            #expect(conflict.sides.map(\.term) == ["api.azure-exclusivity", "supply.gpus"])
            #expect(conflict.certainty == .possible)
            #expect(conflict.openDimensions.contains(.act))
        }
    }

    private static let story = Result { try given(folder: "Events") }
    private let microsoft: AgreementID = "microsoft-openai"
    private let amazon: AgreementID = "amazon-openai"

    @Test func `asking about one agreement shows what asking about all shows of it, in that order`()
        throws
    {
        let views = try Self.story.get().views()
        let days: ClosedRange<Day> = "2015-01-01"..."2040-01-01"
        let all = ConflictReport(views.reversed(), asked: [], over: days)
        for view in views {
            let id = view.reading.state.id
            let one = ConflictReport(views, asked: [id], over: days)
            func about(_ found: [Conflict]) -> [Conflict] {
                found.filter { $0.sides.map(\.agreement).contains(id) }
            }
            #expect(one.conflicts == about(all.conflicts), "\(id)")
            #expect(one.settled == about(all.settled), "\(id)")
            #expect(one.faint == about(all.faint), "\(id)")
            #expect(one.gaps == about(all.gaps), "\(id)")
        }
    }

    private func report(
        _ range: ClosedRange<Day>, among asked: [AgreementID], disclosedBy: Day? = nil
    ) throws -> ConflictReport {
        let views = try Self.story.get().views(disclosedBy: disclosedBy)
        let read = asked.count > 1 ? views.filter { asked.contains($0.reading.state.id) } : views
        return ConflictReport(read, asked: asked, over: range)
    }
}

extension ConflictReport {
    /// What was found between two terms, whichever is protected.
    func between(_ one: TermID, _ other: TermID) -> [Conflict] {
        (conflicts + settled + faint).filter { Set($0.sides.map(\.term)) == [one, other] }
    }
}
