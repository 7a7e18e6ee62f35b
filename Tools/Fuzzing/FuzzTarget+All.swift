extension FuzzTarget {
    /// Every target; a new one is added here.
    public static let all: [FuzzTarget] = [
        .yaml, .journal, .json, .jsonLines, .tables, .releases,
        .dates, .bounds, .durations, .numbers, .rates, .tags, .identifiers,
        .events, .fields, .entries, .headers, .exports,
        .notes, .keys, .checkpoints, .proofFiles, .bundles, .policies, .requests, .proofs,
    ]

    /// The target of that name.
    public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
