/// Words that two texts share, to find which pairs of texts are worth a lawyer's look.
///
/// No proof of anything: texts that share no word of weight are left aside and counted, not decided.
enum SharedWords {
    static func areShared(_ first: String, _ second: String) -> Bool {
        !stems(first).isDisjoint(with: stems(second))
    }

    /// The first six letters of words of four letters or more that carry meaning of their own.
    private static func stems(_ text: String) -> Set<String> {
        let words = text.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }
        let weighty = words.map { String(Substring($0)) }.filter { !fillers.contains($0) }
        return Set(weighty.map { word in String(word.prefix(6)) })
    }

    private static let fillers: Set<String> = [
        "also", "among", "before", "beside", "between", "each", "earlier", "first", "from", "have",
        "into", "more", "other", "others", "only", "over", "parties", "party", "same", "such",
        "than",
        "that", "their", "them", "these", "third", "this", "those", "under", "upon", "what", "when",
        "which", "with", "agreed", "agreement", "products", "product",
    ]
}
