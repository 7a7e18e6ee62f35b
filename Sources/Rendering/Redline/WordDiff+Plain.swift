extension WordDiff {
    /// The redline in plain text, `[-deleted-]` and `{+inserted+}`.
    public var plainText: String {
        segments.map { segment in
            switch segment {
            case .kept(let text): text
            case .deleted(let text): "[-\(text)-]"
            case .inserted(let text): "{+\(text)+}"
            }
        }.joined()
    }

    /// Both texts whole, for what is no redline by words any more.
    public static func whole(_ before: String, _ after: String) -> String {
        "[-\(before)-]\n{+\(after)+}"
    }
}
