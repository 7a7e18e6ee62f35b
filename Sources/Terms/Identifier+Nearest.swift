import Notation

extension Identifier {
    /// Those that someone may have meant by this: at most so many, those that share most words with it first; of these,
    /// those that are spelled most like it.
    public func nearest(among known: some Sequence<Self>, atMost count: Int = 5) -> [Self] {
        let words = words
        let known = Array(known)
        let spelled = Spelling.nearest(to: text, among: known.map(\.text))
        let ranked = known.map { id in
            (
                shared: words.intersection(id.words).count,
                place: spelled.firstIndex(of: id.text) ?? spelled.count, id: id
            )
        }
        .sorted { (-$0.shared, $0.place, $0.id) < (-$1.shared, $1.place, $1.id) }
        return ranked.prefix(count).map(\.id)
    }

    public func sharesWord(with other: Self) -> Bool { !words.isDisjoint(with: other.words) }

    /// What hyphens and dots join.
    private var words: Set<Substring> { Set(text.split { $0 == "." || $0 == "-" }) }
}
