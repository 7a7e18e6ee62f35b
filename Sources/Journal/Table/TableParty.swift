import Amendments
import Notation
import Terms

/// The parties of one cell: `acme = Acme Ltd (licensor); lumen = Lumen GmbH`.
enum TableParty {
    /// The parties; a name without an id gets one of its words. nil where the cell cannot be read so.
    static func read(_ text: String) -> [PartyAdmitted]? {
        if text.hasPrefix("[") { return listed(text) }
        let parts = text.split { $0 == ";" || $0.isNewline }.map { TableValue.trimmed(String($0)) }
        let parties = parts.filter { !$0.isEmpty }.map(party)
        return parties.contains { $0 == nil } || parties.isEmpty ? nil : parties.compactMap(\.self)
    }

    static func text(of parties: [PartyAdmitted]) -> String {
        let short = parties.map { party in
            "\(party.party) = \(party.name)" + (party.role.map { " (\($0))" } ?? "")
        }.joined(separator: "; ")
        guard read(short) == parties, TableValue.isKept(short) else {
            return "[\(parties.map { YAMLWriter.flow($0.node) }.joined(separator: ", "))]"
        }
        return short
    }

    /// As in a recording: `[{ party: acme, name: Acme Ltd }]`.
    private static func listed(_ text: String) -> [PartyAdmitted]? {
        var problems = TableValue.manner
        let list = Codec<[PartyAdmitted]>.list(of: PartyAdmitted.codec, atLeast: 1)
        guard let node = TableValue.flow(text), let parties = list.decode(node, &problems),
            problems.isEmpty
        else { return nil }
        return parties
    }

    /// A name in which a comma may stand between two parties is none, unless it has an id of its own: who means one writes
    /// `acme = Acme, Inc.`.
    private static func mayBeSeveral(_ text: String) -> Bool {
        let parts = text.split(separator: ",").map { TableValue.trimmed(String($0)) }
        if text.contains("),") || text.count(where: { $0 == "=" }) > 1 { return true }
        guard parts.count > 1, !text.contains("=") else { return false }
        return !parts.dropFirst().allSatisfy { part in
            let letters = part.lowercased().filter { $0.isLetter || $0 == " " }
            return letters.split(separator: " ").first.map { legalForms.contains(String($0)) }
                ?? false
        }
    }

    private static let legalForms: Set<String> = [
        "inc", "incorporated", "ltd", "limited", "llc", "llp", "lp", "co", "corp", "plc", "gmbh",
        "ag", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "as", "ab", "oy", "kk", "pty", "pte",
        "kg", "se", "na",
    ]

    private static func party(_ text: String) -> PartyAdmitted? {
        guard !mayBeSeveral(text) else { return nil }
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        var name = TableValue.trimmed(String(halves.last ?? ""))
        var role: String?
        if name.hasSuffix(")"), let open = name.firstIndex(of: "(") {
            role = TableValue.trimmed(String(name[name.index(after: open)...].dropLast()))
            name = TableValue.trimmed(String(name[..<open]))
        }
        let id =
            halves.count == 2
            ? PartyID(TableValue.trimmed(String(halves[0]))) : PartyID(IdentifierWords.slug(name))
        guard let id, !name.isEmpty, role?.isEmpty != true else { return nil }
        return PartyAdmitted(party: id, name: name, role: role)
    }

    static let expected =
        "expected an id and a name each, such as: acme = Acme Ltd (licensor); lumen = Lumen GmbH; "
        + "a semicolon stands between two, and a name with a comma in it has an id: acme = Acme, Inc."
}
