import Ledger
import Notation
import Terms

extension PredicateParser {
    /// One test: a subject, what is asked of it, and with what.
    mutating func test() throws(PredicateError) -> TermPredicate {
        let subject = token
        if subject.shape == .quoted { return try words(subject) }
        guard subject.shape == .word, !PredicateLexer.reserved.contains(subject.text) else {
            throw wrong(
                subject, "\(name(of: subject)) stands where a test should begin",
                hint: "such as: kind = revenue-share, rate > 15%, cap is undisclosed, not (...)")
        }
        try count(subject)
        advance()
        switch subject.text {
        case "agreement":
            return try ids(of: subject, "an agreement such as microsoft-openai") {
                [meanings] in
                (AgreementID($0) ?? Self.meant($0, .agreement, meanings)).map { .agreement($0) }
            }
        case "term":
            return try ids(of: subject, "a term such as revenue-share.a-to-b") {
                TermID($0).map { .term($0) }
            }
        case "party":
            return try ids(of: subject, "a party such as microsoft") {
                [meanings] in
                (PartyID($0) ?? Self.meant($0, .party, meanings)).map { .party($0) }
            }
        case "kind":
            let words = TermKind.allCases.map(\.rawValue)
            return try choice(of: subject, words) { TermKind(rawValue: $0).map { .kind($0) } }
        case "status":
            let words = TermStatus.allCases.map(\.rawValue)
            return try choice(of: subject, words) { TermStatus(rawValue: $0).map { .status($0) } }
        case "grade": return try grade()
        case "any":
            guard takeWord("is") else {
                throw wrong(
                    token, "\(name(of: token)) cannot follow any",
                    hint: "such as: any is undisclosed")
            }
            return .anyField(try answered())
        case _: return try field(subject)
        }
    }

    /// A quoted text by itself: words that are looked for.
    private mutating func words(_ quoted: Token) throws(PredicateError) -> TermPredicate {
        try count(quoted)
        guard let words = SearchWords(quoted.text) else {
            throw wrong(
                quoted, "\(name(of: quoted)) has no word in it", hint: "such as: \"audit right\"")
        }
        advance()
        return .words(words)
    }

    /// `= x`, `!= x` or `in (x, y)`, of which each value makes a test of its own.
    private mutating func ids(
        of subject: Token, _ expected: String, nearest words: [String] = [],
        make: (String) -> TermPredicate?
    ) throws(PredicateError) -> TermPredicate {
        let asked = token
        if takeWord("in") {
            var parts: [TermPredicate] = []
            for (operand, token) in try list() {
                parts.append(try made(operand, token, expected, words, make))
            }
            return parts.count == 1 ? parts[0] : .any(parts)
        }
        guard case .comparison(let comparison) = asked.shape, !comparison.isOrder else {
            throw wrong(
                asked, "\(name(of: asked)) cannot follow \(subject.text)",
                hint: "expected = or != and \(expected), or in (...)")
        }
        advance()
        let (operand, token) = try operand()
        let predicate = try made(operand, token, expected, words, make)
        return comparison == .unequal ? .not(predicate) : predicate
    }

    private func made(
        _ operand: Operand, _ token: Token, _ expected: String, _ words: [String],
        _ make: (String) -> TermPredicate?
    ) throws(PredicateError) -> TermPredicate {
        if let predicate = make(operand.text) { return predicate }
        let near = Spelling.nearest(to: operand.text, among: words)
        throw wrong(
            token, "\(name(of: token)) is not \(expected)",
            hint: near.isEmpty
                ? (words.isEmpty
                    ? "expected \(expected)" : "expected one of \(words.joined(separator: ", "))")
                : "did you mean \(near.joined(separator: ", "))?")
    }

    private mutating func choice(
        of subject: Token, _ words: [String], make: (String) -> TermPredicate?
    ) throws(PredicateError) -> TermPredicate {
        try ids(of: subject, "a \(subject.text)", nearest: words, make: make)
    }

    private mutating func grade() throws(PredicateError) -> TermPredicate {
        let asked = token
        let comparison: Comparison
        switch asked.shape {
        case .comparison(let given): comparison = given
        case .word where asked.text == "below": comparison = .less
        case .word where asked.text == "above": comparison = .greater
        case .word, .quoted, .open, .close, .comma, .end:
            throw wrong(
                asked, "\(name(of: asked)) cannot follow grade",
                hint: "such as: grade below regulatory-filing")
        }
        advance()
        let (operand, token) = try operand()
        let words = SourceGrade.allCases.map(\.rawValue)
        return try made(operand, token, "a grade", words) {
            SourceGrade(rawValue: $0).map { .grade(comparison, $0) }
        }
    }

    private mutating func answered() throws(PredicateError) -> Answered {
        let asked = token
        if asked.shape == .word, let answered = Answered(rawValue: asked.text) {
            advance()
            return answered
        }
        let words = Answered.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: asked.text, among: words)
        throw wrong(
            asked, "\(name(of: asked)) cannot follow is",
            hint: near.isEmpty
                ? "expected one of \(words.joined(separator: ", "))"
                : "did you mean \(near.joined(separator: ", "))?")
    }

    private mutating func field(_ subject: Token) throws(PredicateError) -> TermPredicate {
        guard let field = FieldName(rawValue: subject.text),
            !FieldCatalogue.types(of: field).isEmpty
        else {
            let near = Spelling.nearest(to: subject.text, among: FieldCatalogue.names)
            throw wrong(
                subject, "no kind of term has a field '\(subject.text)'",
                hint: near.isEmpty
                    ? "expected kind, status, party, agreement, term, grade, any, or a field as "
                        + "deedbook schema lists them"
                    : "did you mean \(near.joined(separator: ", "))?")
        }
        if takeWord("is") {
            if takeWord("not") { return .not(.field(field, .answered(try answered()))) }
            return .field(field, .answered(try answered()))
        }
        if takeWord("contains") {
            let (operand, token) = try operand()
            return .field(field, try contains(operand, token, field))
        }
        if takeWord("in") {
            var parts: [TermPredicate] = []
            for (operand, token) in try list() {
                parts.append(.field(field, try compares(.equal, operand, token, field)))
            }
            return parts.count == 1 ? parts[0] : .any(parts)
        }
        let comparison = try comparison(after: subject)
        let (operand, token) = try operand()
        return .field(field, try compares(comparison, operand, token, field))
    }

    private mutating func comparison(after subject: Token) throws(PredicateError) -> Comparison {
        let asked = token
        let comparison: Comparison?
        switch asked.shape {
        case .comparison(let given): comparison = given
        case .word:
            switch asked.text {
            case "before", "below": comparison = .less
            case "after", "above": comparison = .greater
            case _: comparison = nil
            }
        case .quoted, .open, .close, .comma, .end: comparison = nil
        }
        guard let comparison else {
            throw wrong(
                asked, "\(name(of: asked)) cannot follow \(subject.text)",
                hint: "expected =, !=, <, <=, >, >=, before, after, below, above, in (...), "
                    + "contains, or is with a state such as undisclosed")
        }
        advance()
        return comparison
    }

    private static func meant<Kind>(
        _ text: String, _ what: PredicateName.What, _ meanings: PredicateMeanings?
    ) -> Identifier<Kind>? {
        (meanings?.text(of: text, as: what)).flatMap { Identifier($0) }
    }

    /// The value in the spelling of fields of such types, where it is a party or a day in people's words.
    private func spelled(_ operand: Operand, for types: [FieldType]) -> Operand {
        guard let meanings, !types.contains(where: { operand.fits($0, .equal) }) else {
            return operand
        }
        if types.contains(where: { $0 == .party || $0 == .parties }) {
            return Operand(meanings.text(of: operand.text, as: .party))
        }
        if types.contains(where: { $0 == .date || $0 == .bound }) {
            return Operand(meanings.text(of: operand.text, as: .day))
        }
        return operand
    }

    private func compares(
        _ comparison: Comparison, _ operand: Operand, _ token: Token, _ field: FieldName
    ) throws(PredicateError) -> FieldTest {
        let types = FieldCatalogue.types(of: field)
        let operand = spelled(operand, for: types)
        if types.contains(where: { operand.fits($0, comparison) }) {
            return .compares(comparison, operand)
        }
        let fitting = types.contains { operand.fits($0, .equal) }
        let message =
            fitting
            ? "\(field) is \(types.map(\.displayText).joined(separator: " or ")), of which none is "
                + "more or less than another"
            : types == [.tags]
                ? "\(field) is a set of tags, which is not compared with \(comparison.rawValue)"
                : "\(name(of: token)) is not \(types.map(\.displayText).joined(separator: " or "))"
        throw wrong(token, message, hint: "such as: \(Self.example(field, types))")
    }

    private func contains(
        _ operand: Operand, _ token: Token, _ field: FieldName
    ) throws(PredicateError) -> FieldTest {
        let types = FieldCatalogue.types(of: field)
        let operand = types == [.parties] ? spelled(operand, for: types) : operand
        if types.contains(where: { operand.fitsContents(of: $0) }) { return .contains(operand) }
        throw wrong(
            token,
            "\(field) is \(types.map(\.displayText).joined(separator: " or ")), which "
                + "does not contain \(name(of: token))",
            hint: "such as: \(Self.example(field, types))")
    }

    private static func example(_ field: FieldName, _ types: [FieldType]) -> String {
        guard let type = types.first else { return "kind = fee" }
        return switch type {
        case .text: "\(field) contains \"words\""
        case .choice(let words): "\(field) = \(words.first ?? "")"
        case .flag: "\(field) = yes"
        case .count: "\(field) >= 2"
        case .money: "\(field) > USD 1000000"
        case .rate: "\(field) > 15%"
        case .unitPrice: "\(field) > USD 2.50"
        case .tiers, .schedule, .formula, .indexation, .yearly: "\(field) is stated"
        case .date, .bound: "\(field) before 2030-01-01"
        case .duration, .lapse: "\(field) <= 3 months, or P3M"
        case .party: "\(field) = microsoft"
        case .parties: "\(field) contains microsoft"
        case .tags: "\(field) contains models"
        case .term: "\(field) = license.models"
        case .condition: "\(field) = agi"
        }
    }

    /// `(x, y, ...)`.
    private mutating func list() throws(PredicateError) -> [(Operand, Token)] {
        guard token.shape == .open else {
            throw wrong(token, "\(name(of: token)) cannot follow in", hint: "expected (x, y)")
        }
        var parts: [(Operand, Token)] = []
        repeat {
            advance()
            try count(token)
            parts.append(try operand())
        } while token.shape == .comma
        guard token.shape == .close else {
            throw wrong(
                token, "\(name(of: token)) cannot stand in a list", hint: "expected a comma or )")
        }
        advance()
        return parts
    }
}
