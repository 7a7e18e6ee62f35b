import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// The real record of OpenAI's agreements with Amazon, Oracle, Google and CoreWeave.
struct OtherAgreementsTests {
    /// Folders are not read one by one: one recording writes into several of these agreements.
    static let story = Result { try given(folder: ExampleTests.events) }

    static let amazon: [Answer] = [
        Answer("2025-11-02", "compute.aws", .status(.notYet)),
        Answer("2025-11-03", "compute.aws", .status(.inForce)),
        Answer("2026-02-26", "compute.aws", .field(.amount, "USD 38,000,000,000")),
        Answer("2026-02-26", "compute.aws", .field(.over, "7 years")),
        Answer("2026-02-27", "compute.aws", .field(.amount, "USD 138,000,000,000")),
        Answer("2026-02-27", "compute.aws", .field(.over, "8 years")),
        Answer(
            "2026-03-01", by: "2026-02-26", "compute.aws", .field(.amount, "USD 38,000,000,000")),
        Answer("2026-03-30", "investment.first-tranche", .status(.notYet)),
        Answer("2026-03-31", "investment.first-tranche", .status(.inForce)),
        Answer("2026-03-31", "investment.first-tranche", .field(.amount, "USD 15,000,000,000")),
        Answer("2026-03-15", "investment.second-tranche", .status(.inForce)),
        Answer("2026-03-15", "investment.second-tranche", .field(.amount, "USD 35,000,000,000")),
        Answer(
            "2026-03-15", "investment.second-tranche", .field(.condition, "ipo-or-milestone")),
        Answer(
            "2026-03-15", by: "2026-12-30", "investment.second-tranche", .reported(.amount, [])),
        Answer(
            "2026-03-15", by: "2026-12-31", "investment.second-tranche",
            .reported(.amount, ["USD 4,000,000,000"])),
        Answer("2028-12-31", "investment.second-tranche", .status(.inForce)),
        Answer("2029-01-01", "investment.second-tranche", .status(.ended)),
        Answer("2026-02-26", "distribution.frontier", .status(.notYet)),
        Answer("2026-02-27", "distribution.frontier", .field(.exclusivity, "exclusive")),
        Answer("2026-05-01", "distribution.frontier", .field(.exclusivity, "exclusive")),
        Answer("2026-05-01", "distribution.frontier", .field(.products, "only frontier")),
        Answer("2026-05-01", "distribution.frontier", .field(.channels, "only third-party-cloud")),
        Answer("2026-03-15", "hosting.frontier", .reported(.provider, ["aws"])),
        Answer("2026-03-30", "investment.round-2026", .field(.amount, "USD 110,000,000,000")),
        Answer("2026-03-31", "investment.round-2026", .field(.amount, "USD 122,000,000,000")),
        Answer("2026-03-30", "investment.round-2026", .field(.valuation, "USD 730,000,000,000")),
        Answer("2026-03-31", "investment.round-2026", .field(.valuation, "USD 852,000,000,000")),
        Answer("2026-04-27", "bedrock.models", .status(.notYet)),
        Answer("2026-04-28", "bedrock.models", .status(.inForce)),
        Answer(
            "2026-05-15", by: "2026-05-01", "bedrock.models",
            .field(.products, "only openai-models")),
        Answer(
            "2026-05-15", by: "2026-05-01", "bedrock.models",
            .reported(.products, ["only gpt-5-4, gpt-5-5"])),
    ]

    static let oracle: [Answer] = [
        Answer("2025-01-21", "stargate.roles", .status(.inForce)),
        Answer("2025-07-01", by: "2025-06-29", "compute.oracle", .absent),
        Answer("2025-06-29", "compute.oracle", .status(.notYet)),
        Answer("2025-07-01", by: "2025-07-21", "compute.oracle", .status(.inForce)),
        Answer("2025-07-01", by: "2025-07-21", "compute.oracle", .field(.obligor, "undisclosed")),
        Answer("2025-07-01", by: "2025-07-22", "compute.oracle", .field(.obligor, "openai")),
        Answer(
            "2025-07-01", by: "2025-07-22", "compute.oracle",
            .field(.amount, "USD 30,000,000,000")),
        Answer("2025-07-01", by: "2025-07-22", "compute.oracle", .field(.per, "1 year")),
        Answer("2025-07-22", "capacity.stargate", .field(.quantity, "4,500")),
        Answer("2025-07-22", "capacity.stargate", .field(.unit, "megawatts")),
        Answer("2025-12-31", by: "2025-09-09", "compute.oracle-total", .absent),
        Answer(
            "2025-12-31", by: "2025-09-10", "compute.oracle-total",
            .reported(.amount, ["USD 300,000,000,000"])),
        Answer(
            "2025-12-31", by: "2025-09-10", "compute.oracle-total", .reported(.over, ["5 years"])),
        Answer(
            "2025-12-31", by: "2025-09-10", "compute.oracle",
            .field(.amount, "USD 30,000,000,000")),
        Answer(
            "2025-12-31", by: "2025-09-10", "compute.oracle",
            .reported(.amount, ["USD 60,000,000,000"])),
        Answer("2025-09-22", "stargate.sites", .status(.notYet)),
        Answer("2025-09-23", "stargate.sites", .status(.inForce)),
        Answer("2026-03-10", by: "2026-03-06", "capacity.stargate", .field(.quantity, "4,500")),
        Answer("2026-06-09", "distribution.oracle-cloud", .status(.notYet)),
        Answer("2026-06-10", "distribution.oracle-cloud", .status(.inForce)),
        Answer("2026-06-10", "distribution.oracle-cloud", .field(.products, "only openai-models")),
        Answer("2026-06-10", "distribution.oracle-cloud", .field(.channels, "only oracle-cloud")),
        Answer("2025-07-15", "hosting.products", .status(.notYet)),
        Answer("2025-07-16", "hosting.products", .field(.provider, "oracle")),
    ]

    static let google: [Answer] = [
        Answer("2025-05-31", by: "2025-06-09", "compute.google", .absent),
        Answer("2025-04-30", "compute.google", .status(.notYet)),
        Answer("2025-05-15", by: "2025-06-10", "compute.google", .status(.indeterminate)),
        Answer("2025-06-01", by: "2025-06-10", "compute.google", .status(.inForce)),
        Answer("2025-06-01", by: "2025-06-10", "compute.google", .field(.amount, "undisclosed")),
        Answer("2025-06-01", by: "2025-06-10", "compute.google", .reported(.amount, [])),
        Answer("2025-07-15", "hosting.products", .status(.notYet)),
        Answer("2025-07-16", "hosting.products", .field(.provider, "google")),
        Answer("2025-07-16", "hosting.products", .field(.exclusivity, "non-exclusive")),
        Answer("2027-01-15", by: "2026-12-30", "distribution.vertex-ai", .absent),
        Answer(
            "2027-01-15", by: "2026-12-31", "distribution.vertex-ai",
            .reported(.products, ["only gpt-4-1, gpt-oss"])),
        Answer("2026-08-01", by: "2026-12-31", "distribution.vertex-ai", .status(.indeterminate)),
    ]

    static let coreweave: [Answer] = [
        Answer("2025-03-08", by: "2025-03-09", "compute.coreweave", .absent),
        Answer("2025-03-06", "compute.coreweave", .status(.notYet)),
        Answer(
            "2025-03-08", by: "2025-03-10", "compute.coreweave",
            .field(.amount, "USD 11,900,000,000")),
        Answer("2025-03-08", by: "2025-03-10", "compute.coreweave", .field(.over, "5 years")),
        Answer(
            "2025-05-15", by: "2025-05-30", "compute.coreweave",
            .field(.amount, "USD 11,900,000,000")),
        Answer("2025-06-01", "compute.coreweave", .field(.amount, "USD 15,900,000,000")),
        Answer("2025-09-24", "compute.coreweave", .field(.amount, "USD 15,900,000,000")),
        Answer("2025-09-25", "compute.coreweave", .field(.amount, "USD 22,400,000,000")),
        Answer(
            "2025-09-25", by: "2025-09-24", "compute.coreweave",
            .field(.amount, "USD 15,900,000,000")),
        Answer("2025-04-15", "equity.coreweave-shares", .status(.notYet)),
        Answer(
            "2025-04-15", "equity.coreweave-shares", .field(.valuation, "USD 350,000,000")),
        Answer("2025-07-16", "hosting.products", .field(.provider, "coreweave")),
    ]

    @Test(arguments: amazon)
    func `Amazon`(_ answer: Answer) throws {
        answer.check(try Self.story.get().about("amazon-openai"))
    }

    @Test(arguments: oracle)
    func `Oracle`(_ answer: Answer) throws {
        answer.check(try Self.story.get().about("oracle-openai"))
    }

    @Test(arguments: google)
    func `Google`(_ answer: Answer) throws {
        answer.check(try Self.story.get().about("google-openai"))
    }

    @Test(arguments: coreweave)
    func `CoreWeave`(_ answer: Answer) throws {
        answer.check(try Self.story.get().about("coreweave-openai"))
    }
}
