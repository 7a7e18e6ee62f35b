import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// One line of the table, and the report over what it says.
struct FootprintCase {
    var terms: [TermLine]
    var rule: RuleName?
    var certainty: Certainty?

    init(_ line: String) throws {
        let halves = line.components(of: " = ")
        guard halves.count == 2 else { throw Malformed(text: line) }
        terms = try halves[0].components(of: " / ").enumerated().map { try TermLine($1, place: $0) }
        let words = halves[1].components(of: " ")
        if words == ["none"] { return }
        guard words.count == 2, let rule = Self.rules[words[0]],
            let certainty = Certainty(rawValue: words[1])
        else { throw Malformed(text: line) }
        (self.rule, self.certainty) = (rule, certainty)
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

    private func recordings() -> [String] {
        let agreements = Set(terms.map(\.agreement)).sorted()
        return agreements.map { agreement in
            let mine = terms.filter { $0.agreement == agreement }
            let parties = Set(mine.flatMap { [$0.grantor, $0.grantee] }).filter { $0 != "?" }
                .sorted()
            return """
                recording: \(agreement)
                agreement: \(agreement)
                instrument: { kind: definitive, title: \(agreement), effective: { on: 2024-01-01 } }
                disclosed: 2024-01-01
                sources: [{ id: text, grade: executed-text, publisher: the parties }]
                events:
                  - agreement-recorded: { title: \(agreement), zone: UTC }

                """
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
    var exclusivity: String?
    var scopes: [(name: String, text: String)] = []
    var words = "the_thing"
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
            kind = token
            return Self.kinds[token] != nil
        }
        let pair = token.components(of: "=")
        if pair.count == 2 {
            switch pair[0] {
            case "p", "f", "t", "ch", "cu": scopes.append((pair[0], pair[1]))
            case "w": words = pair[1]
            case "from": grantor = pair[1]
            case "to": grantee = pair[1]
            case "in": agreement = pair[1]
            case _: return false
            }
            return true
        }
        if let level = Self.ladder[token] {
            exclusivity = level
            return true
        }
        let days = token.components(of: "..")
        guard days.count == 2 else { return false }
        starts = days[0].hasPrefix("y") ? "from: \(days[0].dropFirst())" : "on: \(day(days[0]))"
        if !days[1].isEmpty { ends = "until: \(day(days[1]))" }
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
        "R": ["first-refusal", "grantor", "holder", "subject", "products"],
        "F": ["first-availability", "obligor", "beneficiary", "channel", "products"],
        "C": ["minimum-commitment", "obligor", "beneficiary", "subject", "products"],
        "P": ["primary-provider", "customer", "provider", "", "products"],
    ]

    /// The term as a recording adds it.
    var event: String {
        guard let names = Self.kinds[kind] else { return "" }
        var set = ["starts: { \(starts) }", "\(names[1]): \(party(grantor))"]
        set.append("\(names[2]): \(party(grantee))")
        if let ends { set.append("ends: { \(ends) }") }
        if !names[3].isEmpty {
            set.append("\(names[3]): \(words.map { $0 == "_" ? " " : String($0) }.joined())")
        }
        if let exclusivity { set.append("exclusivity: \(exclusivity)") }
        for scope in scopes {
            let name = [
                "p": names[4], "f": "fields", "t": "territories", "ch": "channels",
                "cu": "customers",
            ][scope.name]
            set.append("\(name ?? ""): \(tags(scope.text))")
        }
        return "  - term-added: { term: \(id), kind: \(names[0]), set: { "
            + set.joined(separator: ", ") + " } }\n"
    }

    private func party(_ text: String) -> String { text == "?" ? "undisclosed" : text }

    private func tags(_ text: String) -> String {
        if text == "?" { return "undisclosed" }
        return text.hasPrefix("!")
            ? "{ all-except: [\(text.dropFirst())] }" : "{ only: [\(text)] }"
    }
}

struct Malformed: Error { let text: String }

extension String {
    /// The parts between a separator.
    fileprivate func components(of separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
    }
}
