import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// One line of the table, and the report over what it says.
struct TermScopeCase {
    var terms: [TermLine]
    var vocabulary: [String]
    var rule: RuleName?
    var certainty: Certainty?
    var isFaint = false

    init(_ line: String) throws {
        let halves = line.components(of: " = ")
        guard halves.count == 2 else { throw Malformed(text: line) }
        let parts = halves[0].components(of: " | ")
        terms = try parts[0].components(of: " / ").enumerated().map { try TermLine($1, place: $0) }
        vocabulary = try parts.dropFirst().flatMap { $0.components(of: " ") }.map(Self.scope)
        let words = halves[1].components(of: " ")
        if words == ["none"] { return }
        guard words.count == 2, let rule = Self.rules[words[0]] else { throw Malformed(text: line) }
        isFaint = words[1] == "faint"
        guard let certainty = isFaint ? .possible : Certainty(rawValue: words[1]) else {
            throw Malformed(text: line)
        }
        (self.rule, self.certainty) = (rule, certainty)
    }

    /// `a<b` lies within, `a#b` is disjoint from, `a:b` is the same as.
    private static func scope(_ text: String) throws -> String {
        for (sign, member) in [("<", "within"), ("#", "disjoint-from"), (":", "same-as")] {
            let names = text.components(of: sign)
            if names.count == 2 {
                return "  - scope-defined: { scope: \(names[0]), \(member): \(names[1]) }\n"
            }
        }
        throw Malformed(text: text)
    }

    private static let rules: [String: RuleName] = [
        "dx": .doubleExclusive, "enc": .encumberedExclusive, "later": .laterGrantUnderExclusive,
        "own": .grantorsOwnUse, "process": .processBypassed, "head": .headRightExceeded,
        "duty": .prohibitionAgainstDuty, "holdback": .holdback,
    ]

    /// What the rules find among the terms, on all days.
    func found() throws -> [Conflict] {
        let story = try given(yaml: recordings())
        let report = ConflictReport(
            story.views(), asked: [], over: "2000-01-01"..."2100-01-01")
        return report.conflicts + report.settled + report.faint
    }

    private static func head(_ id: String, title: String) -> String {
        """
        recording: \(id)
        agreement: \(id)
        instrument: { kind: definitive, title: \(title), effective: { on: 2024-01-01 } }
        disclosed: 2024-01-01
        sources: [{ id: text, grade: executed-text, publisher: the parties }]
        events:
          - agreement-recorded: { title: \(title), zone: UTC }

        """
    }

    private func recordings() -> [String] {
        let agreements = Set(terms.map(\.agreement)).sorted()
        let names =
            vocabulary.isEmpty
            ? [] : [Self.head("vocabularies", title: "Vocabularies") + vocabulary.joined()]
        return names
            + agreements.map { agreement in
                let mine = terms.filter { $0.agreement == agreement }
                let parties = Set(mine.flatMap { [$0.grantor, $0.grantee] + $0.others })
                    .filter { $0 != "?" }.sorted()
                return Self.head(agreement, title: agreement)
                    + parties.map { "  - party-admitted: { party: \($0), name: \($0) }\n" }.joined()
                    + mine.map(\.event).joined()
            }
    }
}

/// One term of a line.
struct TermLine {
    var kind = ""
    var agreement: String
    var id: String
    var grantor = "studio"
    var grantee: String
    /// Further parties of its agreement.
    var others: [String] = []
    var exclusivity: String?
    var scopes: [(name: String, text: String)] = []
    /// Whether every dimension that the line does not name is stated as `all`.
    var isStated = false
    var words = "the_thing"
    /// Whether the words are left out where the kind allows it.
    var isWordless = false
    var subjects: String?
    var acts: String?
    var limits: String?
    /// The clause, word for word.
    var clause: String?
    /// The second begins a month later, unless it says when.
    var starts: String
    var ends: String?

    init(_ text: String, place: Int) throws {
        agreement = place == 0 ? "first" : "second"
        id = place == 0 ? "one" : "two"
        grantee = place == 0 ? "alpha" : "beta"
        starts = place == 0 ? "on: 2024-01-01" : "on: 2024-02-01"
        for token in text.components(of: " ") {
            if !read(token) { throw Malformed(text: token) }
        }
    }

    private mutating func read(_ token: String) -> Bool {
        if kind.isEmpty {
            isStated = token.hasSuffix("*")
            kind = isStated ? String(token.dropLast()) : token
            isWordless = isStated
            return Self.kinds[kind] != nil
        }
        let pair = token.components(of: "=")
        if pair.count == 2 { return read(pair[0], pair[1]) }
        if let level = Self.ladder[token] {
            exclusivity = level
            return true
        }
        let days = token.components(of: "..")
        guard days.count == 2 else { return false }
        starts =
            switch days[0].first {
            case "y": "from: \(days[0].dropFirst())"
            case "a": "announced: \(days[0].dropFirst())-01-01"
            case _: "on: \(day(days[0]))"
            }
        if !days[1].isEmpty { ends = "until: \(day(days[1]))" }
        return true
    }

    private mutating func read(_ name: String, _ value: String) -> Bool {
        switch name {
        case "p", "f", "t", "ch", "cu": scopes.append((name, value))
        case "w": (words, isWordless) = (value, value.isEmpty)
        case "sub": subjects = value
        case "act": acts = value
        case "but": limits = value
        case "text": clause = value
        case "from": grantor = value
        case "to": grantee = value
        case "with": others.append(value)
        case "in": agreement = value
        case _: return false
        }
        return true
    }

    private func day(_ text: String) -> String { text.contains("-") ? text : "\(text)-01-01" }

    private static let ladder = [
        "x": "exclusive", "s": "sole", "c": "co-exclusive", "n": "non-exclusive",
        "?": "undisclosed",
    ]

    /// Kind, who gives, who gets, what the words are called, what the products are called.
    private static let kinds: [String: [String]] = [
        "L": ["license-grant", "grantor", "grantee", "subject", "products"],
        "D": ["distribution", "grantor", "distributor", "subject", "products"],
        "H": ["hosting-provider", "customer", "provider", "capacity", "workloads"],
        "X": ["exclusivity", "obligor", "beneficiary", "act", "products"],
        "N": ["non-compete", "obligor", "beneficiary", "act", "products"],
        "R": ["first-refusal", "grantor", "holder", "subject", ""],
        "F": ["first-availability", "obligor", "beneficiary", "channel", "products"],
        "C": ["minimum-commitment", "obligor", "beneficiary", "subject", "products"],
        "P": ["primary-provider", "customer", "provider", "", "products"],
    ]

    /// Kinds that cannot do without words.
    private static let wordy: Set<String> = ["L", "X", "N", "R", "F"]

    /// The term as a recording adds it.
    var event: String {
        guard let names = Self.kinds[kind] else { return "" }
        var set = ["starts: { \(starts) }", "\(names[1]): \(party(grantor))"]
        set.append("\(names[2]): \(party(grantee))")
        if let ends { set.append("ends: { \(ends) }") }
        if !names[3].isEmpty, !isWordless || Self.wordy.contains(kind) {
            set.append("\(names[3]): \(words.map { $0 == "_" ? " " : String($0) }.joined())")
        }
        if let exclusivity { set.append("exclusivity: \(exclusivity)") }
        if let subjects { set.append("subjects: \(tags(subjects))") }
        if let acts { set.append("acts: \(tags(acts))") }
        if let limits { set.append("limits: \(limits)") }
        if let clause {
            set.append("text: \"\(clause.map { $0 == "_" ? " " : String($0) }.joined())\"")
        }
        for (name, field) in [
            ("p", names[4]), ("f", "fields"), ("t", "territories"), ("ch", "channels"),
            ("cu", "customers"),
        ] where !field.isEmpty && kind != "R" {
            if let stated = scopes.first(where: { $0.name == name })?.text {
                set.append("\(field): \(tags(stated))")
            } else if isStated {
                set.append("\(field): all")
            }
        }
        return "  - term-added: { term: \(id), kind: \(names[0]), set: { "
            + set.joined(separator: ", ") + " } }\n"
    }

    private func party(_ text: String) -> String { text == "?" ? "undisclosed" : text }

    private func tags(_ text: String) -> String {
        switch text {
        case "?": "undisclosed"
        case "all": "all"
        case _:
            text.hasPrefix("!")
                ? "{ all-except: [\(text.dropFirst())] }" : "{ only: [\(text)] }"
        }
    }
}

struct Malformed: Error { let text: String }

extension String {
    /// The parts between a separator.
    fileprivate func components(of separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
    }
}
