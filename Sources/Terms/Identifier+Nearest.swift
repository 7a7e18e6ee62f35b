extension Identifier {
    /// Those that someone may have meant by this: at most so many, those that share most words with it first.
    public func nearest(among known: some Sequence<Self>, atMost count: Int = 5) -> [Self] {
        let words = words
        let ranked = known.map { (shared: words.intersection($0.words).count, id: $0) }
            .sorted { (-$0.shared, $0.id) < (-$1.shared, $1.id) }
        return ranked.prefix(count).map(\.id)
    }

    public func sharesWord(with other: Self) -> Bool { !words.isDisjoint(with: other.words) }

    /// What hyphens and dots join.
    private var words: Set<Substring> { Set(text.split { $0 == "." || $0 == "-" }) }
}
