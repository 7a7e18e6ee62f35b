import Amendments
import Ledger
import Terms

/// Proofs, one for each dimension, that two footprints meet.
struct Proofs {
    let first: Holding
    let second: Holding
    let mine: Footprint
    let its: Footprint

    /// nil when one of the terms takes no ground.
    init?(_ first: Holding, _ second: Holding) {
        guard let mine = first.footprint, let its = second.footprint else { return nil }
        self.first = first
        self.second = second
        self.mine = mine
        self.its = its
    }

    /// Whether the two are plainly apart; quick, as most pairs are, and says nothing of the rest.
    var areApart: Bool {
        if mine.act.relation(to: its.act) == .disjoint { return true }
        if let one = mine.grantee.content, one == its.grantee.content { return true }
        return Footprint.scopes.contains { dimension in
            guard case .known(let one)? = mine.scope(dimension), one != .all,
                case .known(let other)? = its.scope(dimension), other != .all,
                one.relation(to: other) == .disjoint
            else { return false }
            return scope(dimension).result == .disjoint
        }
    }

    /// The dimensions in which any two grants must meet.
    var ground: [DimensionProof] { [grantor, grantee, act] + scopes + [interval] }

    var grantor: DimensionProof {
        parties(.grantor, mine.grantor, its.grantor) { same in
            (same ? .overlap : .disjoint, same ? "one party" : "two parties")
        }
    }

    /// Whether the two go to different parties: only then can they collide.
    var grantee: DimensionProof {
        parties(.grantee, mine.grantee, its.grantee) { same in
            (same ? .disjoint : .overlap, same ? "one and the same party" : "two parties")
        }
    }

    var act: DimensionProof {
        let relation = mine.act.relation(to: its.act)
        let isTold: Bool
        if case .inWords = mine.act {
            isTold = true
        } else if case .inWords = its.act {
            isTold = true
        } else {
            isTold = false
        }
        let why =
            switch relation {
            case .overlap: "one act, or one that includes the other"
            case .disjoint: "two different acts"
            case .unknown where isTold: "told in words, which are not interpreted"
            case .unknown: "one may carry the other; the terms do not say"
            }
        return DimensionProof(.act, mine.act.text, its.act.text, relation, why)
    }

    var scopes: [DimensionProof] { Footprint.scopes.map(scope) }

    func scope(_ dimension: Dimension) -> DimensionProof {
        let (left, right) = (mine.scope(dimension), its.scope(dimension))
        guard case .known(let one)? = left, case .known(let other)? = right else {
            let unknown = [Self.reason(left), Self.reason(right)].compactMap(\.self)
            return DimensionProof(
                dimension, Self.text(left), Self.text(right), .unknown,
                unknown.joined(separator: "; "))
        }
        let comparison = TagComparison(
            one, other,
            isOneVocabulary: first.agreement == second.agreement || dimension == .territories)
        return DimensionProof(
            dimension, one.displayText, other.displayText, comparison.result, comparison.why)
    }

    var interval: DimensionProof {
        switch (mine.interval, its.interval) {
        case (.known(let left), .known(let right)):
            return DimensionProof(
                .interval, left ? "in force" : "not in force", right ? "in force" : "not in force",
                left && right ? .overlap : .disjoint, "on these days")
        case (.unknown(_, let why), _), (_, .unknown(_, let why)):
            return DimensionProof(
                .interval, Self.intervalText(mine), Self.intervalText(its), .unknown, why)
        }
    }

    /// Whether the first side keeps a grantee such as the second out.
    var shutsOut: DimensionProof {
        exclusivity(ofFirst: mine.exclusivity) { $0.shutsOut }
    }

    /// Whether both sides keep other grantees out.
    var bothShutOut: DimensionProof {
        let results = [mine.exclusivity, its.exclusivity].map { $0.content?.shutsOut ?? .unknown }
        return DimensionProof(
            .exclusivity, Self.text(mine.exclusivity), Self.text(its.exclusivity), results.all(),
            "each is to be the only one")
    }

    func exclusivity(
        ofFirst coverage: Coverage<Exclusivity>, _ judge: (Exclusivity) -> Overlap
    ) -> DimensionProof {
        switch coverage {
        case .known(let word):
            let result = judge(word)
            let why =
                switch result {
                case .overlap: "it keeps others out"
                case .disjoint: "it keeps nobody out"
                case .unknown: "how many may hold it is not told"
                }
            return DimensionProof(
                .exclusivity, word.rawValue, Self.text(its.exclusivity), result, why)
        case .unknown(_, let why):
            return DimensionProof(
                .exclusivity, Self.text(coverage), Self.text(its.exclusivity), .unknown, why)
        }
    }

    /// Whether the first side's own exception leaves it binding; nil where it has none.
    var exception: DimensionProof? {
        guard let condition = first.exception else { return nil }
        func proof(_ result: Overlap, _ why: String) -> DimensionProof {
            DimensionProof(.exception, "unless \(condition.id)", "", result, why)
        }
        switch condition.outcome {
        case .satisfied?: return nil
        case .lapsed?, .waived?, .removed?: return proof(.overlap, "\(condition.state): it binds")
        case nil where condition.readings.count > 1:
            return proof(
                .unknown,
                "nothing on record says that it came about, and it is read in "
                    + "\(condition.readings.count) ways")
        case nil: return proof(.overlap, "pending: it binds")
        }
    }
}

extension Proofs {
    private func parties(
        _ dimension: Dimension, _ left: Coverage<PartyID>, _ right: Coverage<PartyID>,
        _ judge: (Bool) -> (Overlap, String)
    ) -> DimensionProof {
        guard case .known(let one) = left, case .known(let other) = right else {
            let reasons = [left, right].compactMap { side -> String? in
                guard case .unknown(_, let why) = side else { return nil }
                return why
            }
            return DimensionProof(
                dimension, Self.text(left), Self.text(right), .unknown,
                reasons.joined(separator: "; "))
        }
        let (result, why) = judge(one == other)
        return DimensionProof(dimension, one.text, other.text, result, why)
    }

    static func text(_ coverage: Coverage<PartyID>) -> String {
        switch coverage {
        case .known(let party): party.text
        case .unknown(let said, _): said
        }
    }

    static func text(_ coverage: Coverage<Exclusivity>) -> String {
        switch coverage {
        case .known(let word): word.rawValue
        case .unknown(let said, _): said
        }
    }

    static func text(_ coverage: Coverage<TagSet>?) -> String {
        switch coverage {
        case .known(let tags)?: tags.displayText
        case .unknown(let said, _)?: said
        case nil: "not stated"
        }
    }

    private static func reason(_ coverage: Coverage<TagSet>?) -> String? {
        switch coverage {
        case .unknown(_, let why)?: why
        case .known?, nil: nil
        }
    }

    private static func intervalText(_ footprint: Footprint) -> String {
        switch footprint.interval {
        case .known(let holds): holds ? "in force" : "not in force"
        case .unknown: "perhaps in force"
        }
    }
}
