extension TrustPolicy {
    /// Reads a policy file, strictly.
    public init(parsing text: String) throws(PolicyError) {
        var reader = PolicyReader()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            do { try reader.read(line) } catch {
                throw PolicyError(line: index + 1, message: error.message)
            }
        }
        guard reader.hasQuorum else {
            throw PolicyError(
                line: max(1, lines.count),
                message: "there is no quorum line; 'quorum none' asks for no witness")
        }
        self = reader.policy
    }
}

private struct PolicyReader {
    var policy = TrustPolicy()
    var hasQuorum = false
    private var named: [String: TrustPolicy.Quorum] = [:]

    struct Mistake: Error {
        let message: String

        init(_ message: String) { self.message = message }
    }

    mutating func read(_ line: Substring) throws(Mistake) {
        let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
        guard let verb = words.first, !verb.hasPrefix("#") else { return }
        let rest = Array(words.dropFirst())
        switch verb {
        case "log": try log(rest)
        case "witness": try witness(rest)
        case "group": try group(rest)
        case "quorum": try quorum(rest)
        default:
            throw Mistake("'\(verb)' is unknown; a line is log, witness, group or quorum")
        }
    }

    private mutating func log(_ words: [String]) throws(Mistake) {
        guard (1...2).contains(words.count) else { throw Mistake("expected: log VKEY [URL]") }
        let key = try key(words[0])
        guard key.algorithm == .ed25519 else {
            throw Mistake("\(key.label) is a witness's key; a log's has the algorithm 1")
        }
        guard !policy.logs.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw Mistake("\(key.label) is the key of a log above")
        }
        policy.logs.append(.init(key: key, url: words.dropFirst().first))
    }

    private mutating func witness(_ words: [String]) throws(Mistake) {
        guard (2...3).contains(words.count) else {
            throw Mistake("expected: witness NAME VKEY [URL]")
        }
        let key = try key(words[1])
        guard key.algorithm == .cosignatureV1 else {
            throw Mistake("\(key.label) is a log's key; a witness's has the algorithm 4")
        }
        guard !policy.witnesses.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw Mistake("\(key.label) is the key of a witness above")
        }
        let witness = TrustPolicy.Witness(
            name: words[0], key: key, url: words.dropFirst(2).first)
        try define(words[0], .witness(witness))
        policy.witnesses.append(witness)
    }

    private mutating func group(_ words: [String]) throws(Mistake) {
        guard words.count >= 3 else {
            throw Mistake("expected: group NAME all|any|NUMBER MEMBER…")
        }
        let names = Array(words.dropFirst(2))
        guard Set(names).count == names.count else { throw Mistake("a member stands there twice") }
        var members: [TrustPolicy.Quorum] = []
        for name in names {
            guard let member = named[name] else {
                throw Mistake("'\(name)' is no witness or group above")
            }
            members.append(member)
        }
        let threshold: Int
        switch words[1] {
        case "all": threshold = members.count
        case "any": threshold = 1
        default:
            guard let number = DecimalNumber.read(words[1]), (1...members.count).contains(number)
            else {
                throw Mistake(
                    "'\(words[1])' is no threshold: all, any, or from 1 to \(members.count)")
            }
            threshold = number
        }
        try define(
            words[0], .group(name: words[0], threshold: threshold, members: members))
    }

    private mutating func quorum(_ words: [String]) throws(Mistake) {
        guard words.count == 1 else { throw Mistake("expected: quorum NAME, or quorum none") }
        guard !hasQuorum else { throw Mistake("there is a quorum line above") }
        hasQuorum = true
        if words[0] == "none" { return }
        guard let rule = named[words[0]] else {
            throw Mistake("'\(words[0])' is no witness or group above")
        }
        policy.quorum = rule
    }

    private mutating func define(
        _ name: String, _ rule: TrustPolicy.Quorum
    ) throws(Mistake) {
        guard name != "none" else { throw Mistake("'none' is not a name") }
        guard named.updateValue(rule, forKey: name) == nil else {
            throw Mistake("'\(name)' is the name of a witness or group above")
        }
    }

    private func key(_ text: String) throws(Mistake) -> VerifierKey {
        do { return try VerifierKey(vkey: text) } catch { throw Mistake("\(error)") }
    }
}
