extension GoldenCase {
    static let paying = [
        GoldenCase(
            "restructuring",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures \(revenue) "
                + "--compare 2026-04-26",
            on: .events),
        GoldenCase(
            "ended",
            "payable microsoft-openai revenue-share.microsoft-to-openai --figures \(revenue)",
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
                + "--from 2026-02-01",
            on: .events),
        GoldenCase(
            "another-base", "payable tern-mill royalty.paper --figures \(revenue)"),
        GoldenCase(
            "not-money", "payable tern-mill license.moulds --figures \(revenue)"),
        GoldenCase(
            "wrong-figures",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures wrong-figures.csv",
            on: .events),
    ]

    private static let revenue = "invented.csv"
}
