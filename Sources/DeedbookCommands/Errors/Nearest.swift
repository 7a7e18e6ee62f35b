import Terms

/// The ids that somebody may have meant.
enum Nearest {
    /// At most five, those that share most words with `id` first.
    static func ids<Kind>(
        to id: Identifier<Kind>, among known: [Identifier<Kind>]
    ) -> [Identifier<Kind>] {
        let wanted = words(of: id)
        let ranked = known.map { (shared: wanted.intersection(words(of: $0)).count, id: $0) }
            .sorted { (-$0.shared, $0.id) < (-$1.shared, $1.id) }
        return ranked.prefix(5).map(\.id)
    }

    private static func words<Kind>(of id: Identifier<Kind>) -> Set<Substring> {
        Set(id.text.split { $0 == "." || $0 == "-" })
    }
}
