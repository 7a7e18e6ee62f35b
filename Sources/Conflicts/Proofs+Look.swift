import Terms

extension Proofs {
    /// Whether both state names that nothing relates, and use no word in common: most of what a party deals in
    /// has nothing to do with the rest.
    var isFarFetched: Bool {
        let areUnrelated = TermScope.scopes.contains { dimension in
            mine.scope(dimension)?.content != nil && its.scope(dimension)?.content != nil
                && scope(dimension).result == .unknown
        }
        return areUnrelated && !SharedWords.areShared(mine.words, its.words)
    }

    /// Whether anything but the parties is known, or looks, to have to do with each other: names that surely
    /// meet, or words that both use. No proof of anything: what fails it is counted, not decided.
    var isWorthALook: Bool {
        let named = [subject] + scopes
        return named.contains { $0.result == .yes && $0.first != "all" && $0.second != "all" }
            || SharedWords.areShared(mine.words, its.words)
    }
}
