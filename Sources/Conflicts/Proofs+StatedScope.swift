import Terms

extension Proofs {
    /// Whether the two have anything in common, by what either states that it covers: that they surely have not, else that
    /// it is not known in one dimension, else that they have; nil where neither states anything.
    ///
    /// What a payment is for is often stated by its base or its words alone: that no dimension is stated does not make it
    /// unlimited, and is for each rule to judge.
    var statedScope: DimensionProof? {
        let stated = TermScope.scopes.filter { dimension in
            [mine, its].contains { $0.scope(dimension).map(\.isSaid) ?? false }
        }.map(scope)
        return stated.first { $0.result == .no } ?? stated.first { $0.result == .unknown }
            ?? stated.first
    }
}

extension Coverage<TagSet> {
    /// Whether anything is said of it, be it that it is withheld.
    fileprivate var isSaid: Bool {
        switch self {
        case .known: true
        case .unknown(_, let why): why != FieldReader.notStated
        }
    }
}
