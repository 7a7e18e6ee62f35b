import Amendments
import Ledger
import Terms

/// Proofs, one for each dimension, that two footprints meet.
struct Proofs {
    let first: TermPeriod
    let second: TermPeriod
    let mine: TermScope
    let its: TermScope
    let vocabulary: ScopeVocabulary

    /// nil when one of the terms takes no ground.
    init?(_ first: TermPeriod, _ second: TermPeriod, _ vocabulary: ScopeVocabulary) {
        guard let mine = first.termScope, let its = second.termScope else { return nil }
        self.first = first
        self.second = second
        self.mine = mine
        self.its = its
        self.vocabulary = vocabulary
    }

    /// The same two, seen from the second.
    var reversed: Proofs? { Proofs(second, first, vocabulary) }

    /// Whether the two are plainly apart; quick, as most pairs are, and says nothing of the rest.
    var areApart: Bool {
        if let one = mine.grantee.content, let other = its.grantee.content,
            one.isSame(as: other) == .yes
        {
            return true
        }
        return areApart(.act, mine.acts, its.acts)
            || areApart(.subject, mine.subjects ?? mine.products, its.subjects ?? its.products)
            || TermScope.scopes.contains {
                areApart($0, mine.scope($0), its.scope($0))
            }
    }

    private func areApart(
        _ dimension: Dimension, _ left: Coverage<TagSet>?, _ right: Coverage<TagSet>?
    ) -> Bool {
        guard let one = left?.content, let other = right?.content else { return false }
        return vocabulary.areApart(one, other, in: Self.domain(of: dimension))
    }

    /// The dimensions in which any two grants must meet, apart from how far they exclude others.
    var ground: [DimensionProof] { [grantor, grantee] + matter }

    /// What both are about, where and when, and how well that is known.
    var matter: [DimensionProof] {
        [act, subject] + scopes + [interval, limits, consent, evidence]
    }

    var grantor: DimensionProof {
        parties(.grantor, mine.grantor, its.grantor, isMet: true)
    }

    /// Whether the two go to different parties: only then can they collide.
    var grantee: DimensionProof {
        parties(.grantee, mine.grantee, its.grantee, isMet: false)
    }

    var act: DimensionProof { tags(.act, mine.acts, its.acts) }

    var subject: DimensionProof {
        switch (mine.subjects, its.subjects) {
        case (nil, nil):
            DimensionProof(.subject, "all", "all", .yes, "what the products are says it")
        case (let left, let right): tags(.subject, left ?? mine.products, right ?? its.products)
        }
    }

    var scopes: [DimensionProof] { TermScope.scopes.map(scope) }

    func scope(_ dimension: Dimension) -> DimensionProof {
        tags(dimension, mine.scope(dimension), its.scope(dimension))
    }

    static func domain(of dimension: Dimension) -> ScopeVocabulary.Domain {
        switch dimension {
        case .territories: .territories
        case .act: .acts
        case .grantor, .grantee, .subject, .products, .fields, .channels, .customers, .interval,
            .exclusivity, .limits, .exception, .waiver, .consent, .evidence, .process, .amount,
            .support, .value:
            .names
        }
    }

    private func tags(
        _ dimension: Dimension, _ left: Coverage<TagSet>?, _ right: Coverage<TagSet>?
    ) -> DimensionProof {
        guard case .known(let one)? = left, case .known(let other)? = right else {
            let whys = [Self.reason(left), Self.reason(right)].compactMap(\.self)
            let unique = whys.count == 2 && whys[0] == whys[1] ? [whys[0]] : whys
            return DimensionProof(
                dimension, Self.text(left), Self.text(right), .unknown, reasons: unique)
        }
        let comparison = vocabulary.compare(one, other, in: Self.domain(of: dimension))
        return DimensionProof(
            dimension, one.displayText, other.displayText, comparison.result,
            comparison.why)
    }

    var interval: DimensionProof {
        let sides = [mine.interval, its.interval]
        let whys = sides.compactMap { side -> String? in
            if case .unknown(_, let why) = side { why } else { nil }
        }
        let result = sides.map { side -> Truth in
            switch side {
            case .known(let holds): holds ? .yes : .no
            case .unknown: .unknown
            }
        }.all()
        return DimensionProof(
            .interval, Self.text(mine.interval), Self.text(its.interval), result,
            reasons: whys.isEmpty ? ["on these days"] : Set(whys).sorted())
    }

    /// Words that narrow either side may leave out the very thing in question.
    var limits: DimensionProof {
        let isLimited = mine.limits != nil || its.limits != nil
        return DimensionProof(
            .limits, mine.limits ?? "none", its.limits ?? "none", isLimited ? .unknown : .yes,
            isLimited ? FieldReader.inWords : "neither is narrowed in words")
    }

    /// Whether the protected party may have agreed to the other term.
    var consent: DimensionProof {
        // Who came into the place of a party has agreed to what that party had.
        let protected = mine.grantee.content?.all ?? []
        let isAtTable = protected.contains(where: second.parties.contains)
        return DimensionProof(
            .consent, Self.text(mine.grantee), "a term of \(second.agreement)",
            isAtTable ? .unknown : .yes,
            isAtTable
                ? "it is a party to that agreement, and may have agreed to the term"
                : "it is no party to that agreement")
    }

    var evidence: DimensionProof {
        let whys = [(first, mine.doubt), (second, its.doubt)].compactMap { termPeriod, doubt in
            doubt.map { "\(termPeriod.agreement) \(termPeriod.term.id): \($0)" }
        }
        return DimensionProof(
            .evidence, mine.doubt == nil ? "instrument" : "not an instrument",
            its.doubt == nil ? "instrument" : "not an instrument",
            whys.isEmpty ? .yes : .unknown,
            reasons: whys.isEmpty ? ["instruments state both"] : whys)
    }
}

extension Proofs {
    private func parties(
        _ dimension: Dimension, _ left: Coverage<PartyLine>, _ right: Coverage<PartyLine>,
        isMet whenSame: Bool
    ) -> DimensionProof {
        guard case .known(let one) = left, case .known(let other) = right else {
            let reasons = [left, right].compactMap { side -> String? in
                guard case .unknown(_, let why) = side else { return nil }
                return why
            }
            return DimensionProof(
                dimension, Self.text(left), Self.text(right), .unknown, reasons: reasons)
        }
        let (result, why): (Truth, String) =
            switch one.isSame(as: other) {
            case .yes: (whenSame ? .yes : .no, "one party")
            case .no: (whenSame ? .no : .yes, "two parties")
            case .unknown: (.unknown, one.doubt(against: other))
            }
        return DimensionProof(dimension, one.displayText, other.displayText, result, why)
    }

    static func text(_ coverage: Coverage<PartyLine>) -> String {
        switch coverage {
        case .known(let party): party.displayText
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
        case nil: FieldReader.notStated
        }
    }

    private static func text(_ coverage: Coverage<Bool>) -> String {
        switch coverage {
        case .known(let holds): holds ? "in force" : "not in force"
        case .unknown(let said, _): said
        }
    }

    private static func reason(_ coverage: Coverage<TagSet>?) -> String? {
        switch coverage {
        case .unknown(_, let why)?: why
        case .known?: nil
        case nil: FieldReader.notStated
        }
    }
}
