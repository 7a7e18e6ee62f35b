import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Readings, conditions, expectations and contradicting days in the agreements with other providers.
struct OtherAgreementsDetailTests {
    private func story(_ agreement: AgreementID) throws -> Story {
        try OtherAgreementsTests.story.get().about(agreement)
    }

    /// A recording, the field of its instrument, a day of knowledge, and what is reported by then.
    @Test(
        arguments: [
            ("2025-11-03-aws-compute-agreement", .announced, "2025-11-29", []),
            ("2025-11-03-aws-compute-agreement", .announced, "2025-11-30", ["2025-11-02"]),
            ("2026-02-27-amazon-strategic-partnership", .announced, "2026-12-31", ["2026-02-26"]),
            ("2026-04-28-aws-bedrock-preview", .announced, "2026-04-29", []),
            ("2026-04-28-aws-bedrock-preview", .announced, "2026-04-30", ["2026-04-29"]),
            ("2026-04-28-aws-bedrock-preview", .effective, "2026-04-30", ["2026-04-29"]),
            ("2026-04-27-amazon-bedrock-expected", .announced, "2026-04-30", ["2026-04-28"]),
            ("2025-01-21-oracle-stargate-announcement", .announced, "2025-12-30", []),
            ("2025-01-21-oracle-stargate-announcement", .announced, "2025-12-31", ["2025-01-22"]),
        ] as [(RecordingKey, FieldName, Day, [String])])
    func `what is said of an instrument's days`(
        _ key: RecordingKey, _ field: FieldName, _ by: Day, _ values: [String]
    ) throws {
        let story = try OtherAgreementsTests.story.get()
        #expect(story.reports(of: field, in: key, by: by) == values)
    }

    /// A recording, a day of knowledge, and how many descriptions of it are reported by then.
    @Test(
        arguments: [
            ("2026-03-06-oracle-abilene-report", "2026-03-30", 0),
            ("2026-03-06-oracle-abilene-report", "2026-03-31", 1),
            ("2026-06-10-oracle-cloud-distribution", "2026-12-31", 1),
            ("2025-06-10-google-cloud-capacity-report", "2025-07-16", 1),
            ("2025-03-11-coreweave-stock-issuance-agreement", "2025-03-31", 2),
        ] as [(RecordingKey, Day, Int)])
    func `what is said of an instrument`(_ key: RecordingKey, _ by: Day, _ count: Int) throws {
        let story = try OtherAgreementsTests.story.get()
        #expect(story.reports(of: .description, in: key, by: by).count == count)
    }

    @Test func `the second tranche waits for one of two things, which sources read differently`()
        throws
    {
        let moment = try story("amazon-openai").on("2026-03-15")
        let condition = moment.copy.condition("ipo-or-milestone")
        #expect(condition?.outcome == nil)
        #expect(condition?.readings.count == 2)
        let readings = moment.copy.term("investment.second-tranche")?.remarks.compactMap {
            if case .interpreted(.condition, let reading, let by, let others) = $0.content {
                (reading, by, others)
            } else {
                nil
            }
        }
        let chosen = try #require(readings?.first)
        #expect(chosen.0.contains("AGI"))
        #expect(chosen.1 == ["openai"])
        #expect(chosen.2.count == 3)
    }

    @Test func `what was expected of Bedrock is never in force, and was met`() throws {
        let story = try story("amazon-openai")
        func expectation(_ day: Day, _ by: Day) -> ConformedExpectation? {
            story.on(day, disclosedBy: by).copy.expectations
                .first { $0.id == "openai-models-on-bedrock" }
        }
        #expect(expectation("2026-04-26", "2026-04-26") == nil)
        #expect(expectation("2026-04-27", "2026-04-27")?.isMet == false)
        #expect(
            expectation("2026-04-27", "2026-04-27")?.window.description
                == "expected 2026-04-28/2026-06-30")
        #expect(expectation("2026-04-28", "2026-04-28")?.isMet == true)
    }

    @Test func `the joint product goes on under a new name`() throws {
        let story = try story("amazon-openai")
        func subject(_ day: Day) -> String? {
            story.on(day).copy.term("joint-product.stateful-runtime")?.field(.subject)?
                .value.displayText
        }
        #expect(subject("2026-04-27")?.contains("Stateful Runtime Environment") == true)
        #expect(subject("2026-04-28")?.contains("Bedrock Managed Agents") == true)
    }

    @Test func `the customer of Oracle is disclosed three weeks later`() throws {
        let story = try story("oracle-openai")
        let redline = story.redline(
            from: story.on("2025-07-01", disclosedBy: "2025-07-21"),
            to: story.on("2025-07-01", disclosedBy: "2025-07-22"))
        let line = redline.lines.first { $0.path.description == "compute.oracle.obligor" }
        #expect(line?.before == .undisclosed)
        #expect(line?.after?.displayText == "openai")
        #expect(line?.classification == .disclosed)
        #expect(line?.causes.first?.recording.key == "2025-07-22-oracle-openai-named-customer")
    }

    @Test func `what Stargate is to cost is expected, and no term`() throws {
        let copy = try story("oracle-openai").on("2025-01-21").copy
        let money = copy.terms.filter(\.isLive).flatMap(\.fields).filter {
            if case .stated(.money) = $0.value { true } else { false }
        }
        #expect(money.isEmpty)
        #expect(copy.expectations.count >= 2)
    }

    @Test func `the expansion in Abilene is expected, whatever is reported of it`() throws {
        let copy = try story("oracle-openai").on("2026-03-10", disclosedBy: "2026-03-06").copy
        #expect(copy.expectations.first { $0.id == "abilene-expansion" }?.isMet == false)
    }

    @Test func `a month not known to the day leaves two amounts`() throws {
        let story = try story("coreweave-openai")
        let field = story.on("2025-05-15", disclosedBy: "2025-05-31").copy
            .term("compute.coreweave")?.field(.amount)
        #expect(
            field?.candidates.map { $0.value?.displayText }
                == ["USD 11,900,000,000", "USD 15,900,000,000"])
        story.on("2025-05-15").expect("compute.coreweave", .inForce)
    }

    @Test func `shares wait for the listing`() throws {
        let term = try story("coreweave-openai").on("2025-04-15").copy
            .term("equity.coreweave-shares")
        #expect(term?.reasons.contains(.conditionPending("coreweave-ipo-closed")) == true)
    }

    @Test func `where Frontier runs is read in two ways`() throws {
        let term = try story("amazon-openai").on("2026-03-15").copy.term("hosting.frontier")
        let readings = (term?.remarks ?? []).flatMap { remark -> [String] in
            guard case .interpreted(_, let reading, _, let others) = remark.content else {
                return []
            }
            return [reading] + others
        }
        #expect(readings.contains { $0.contains("Azure") })
        #expect(readings.contains { $0.contains("Bedrock") })
    }

    @Test func `what runs on Bedrock is stated differently by different pages`() throws {
        let story = try story("amazon-openai")
        func told(_ on: Day, _ by: Day, _ field: FieldName, _ term: TermID) -> [String] {
            story.on(on, disclosedBy: by).reports(of: field, in: term)
        }
        let looking = told("2026-05-15", "2026-06-02", .products, "bedrock.models")
        #expect(looking.contains { $0.contains("gpt-oss") }, "\(looking)")
        let live = told("2026-05-15", "2026-05-04", .subject, "bedrock.models")
        #expect(live.contains { $0.contains("live") || $0.contains("Live") }, "\(live)")
        let codex = told("2026-06-05", "2026-12-31", .products, "bedrock.codex")
        #expect(codex.contains("only codex-app, codex-cli, codex-vs-code"), "\(codex)")
        #expect(!codex.contains("only codex-cli"))
    }

    @Test func `Codex on Bedrock goes from preview to general availability`() throws {
        let story = try story("amazon-openai")
        func subject(_ day: Day) -> String? {
            story.on(day).copy.term("bedrock.codex")?.field(.subject)?.value.displayText
        }
        #expect(subject("2026-05-31")?.contains("preview") == true)
        #expect(subject("2026-06-01")?.contains("general availability") == true)
        story.on("2026-06-05").expect("bedrock.codex", .products, "only codex")
    }

    /// The grade of what answers, by term and field on a day.
    @Test(
        arguments: [
            ("coreweave-openai", "2025-04-01", "compute.coreweave", .amount, .executedText),
            ("amazon-openai", "2026-03-01", "compute.aws", .amount, .regulatoryFiling),
            ("amazon-openai", "2026-02-01", "compute.aws", .amount, .secondary),
            ("google-openai", "2025-07-01", "compute.google", .amount, .unnamedSource),
            ("google-openai", "2025-08-01", "hosting.products", .provider, .namedPress),
            (
                "amazon-openai", "2026-03-15", "investment.second-tranche", .amount,
                .regulatoryFiling
            ),
        ] as [(AgreementID, Day, TermID, FieldName, SourceGrade)])
    func `the answer has the grade of its best source`(
        _ agreement: AgreementID, _ day: Day, _ term: TermID, _ field: FieldName,
        _ grade: SourceGrade
    ) throws {
        #expect(try story(agreement).on(day).copy.term(term)?.field(field)?.grade == grade)
    }
}
