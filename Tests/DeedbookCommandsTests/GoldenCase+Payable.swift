extension GoldenCase {
    static let paying = [
        GoldenCase(
            "restructuring",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures \(revenue) "
                + "--compare 2026-04-26 --full",
            on: .events),
        GoldenCase(
            "ended",
            "payable microsoft-openai revenue-share.microsoft-to-openai --figures \(revenue) --full",
            on: .events),
        GoldenCase(
            "json",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures \(revenue) "
                + "--to 2026-03-31 --format json",
            on: .events),
        GoldenCase(
            "csv",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures \(revenue) "
                + "--compare 2026-04-26 --format csv",
            on: .events),
        GoldenCase(
            "straddled",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures \(revenue) "
                + "--from 2026-02-01 --full",
            on: .events),
        GoldenCase(
            "another-base", "payable tern-mill royalty.paper --figures \(revenue)"),
        GoldenCase(
            "not-money", "payable tern-mill license.moulds --figures \(revenue)"),
        GoldenCase(
            "wrong-figures",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures wrong-figures.csv",
            on: .events),
        GoldenCase(
            "commitment",
            "payable amazon-openai compute.aws --from 2025-11-03 --to 2026-12-31 --full",
            on: .events),
        GoldenCase(
            "commitment-json",
            "payable amazon-openai compute.aws --from 2026-01-01 --to 2026-01-31 --format json",
            on: .events),
        GoldenCase(
            "fee", "payable tern-mill fee.support --from 2024-01-01 --to 2024-12-31 --full"),
        GoldenCase(
            "needless-figures", "payable tern-mill fee.support --figures \(revenue)"),
        GoldenCase("no-days", "payable tern-mill fee.support --from 2024-01-01"),
        GoldenCase("no-figures", "payable tern-mill royalty.paper"),
        GoldenCase(
            "quantity",
            "payable amazon-openai capacity.trainium --from 2026-01-01 --to 2026-12-31 --full",
            on: .events),
    ]

    private static let revenue = "invented.csv"
}
