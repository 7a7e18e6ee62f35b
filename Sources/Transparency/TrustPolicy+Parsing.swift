import Terms

extension TrustPolicy {
    /// Reads a policy file, strictly.
    public init(parsing text: String) throws(PolicyError) {
        var reader = PolicyReader()
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
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
    private var named: [Name: TrustPolicy.Quorum] = [:]
    private var members: Set<Name> = []
    private var logKeys: Set<[UInt8]> = []
    private var witnessKeys: Set<[UInt8]> = []
    private var recorderKeys: Set<[UInt8]> = []

    /// Names are bytes to this format: `K` is not the Kelvin sign, which Swift takes for the same text.
    private typealias Name = [UInt8]

    struct Mistake: Error {
        let message: String

        init(_ message: String) { self.message = message }
    }

    mutating func read(_ line: Substring.UTF8View) throws(Mistake) {
        guard line.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
            throw Mistake("a control character; lines end in a line feed alone")
        }
        let words = line.split { $0 == 0x20 || $0 == 0x09 }.map { String(Substring($0)) }
        guard let verb = words.first, verb.utf8.first != UInt8(ascii: "#") else { return }
        let rest = Array(words.dropFirst())
        switch verb {
        case "log": try log(rest)
        case "witness": try witness(rest)
        case "group": try group(rest)
        case "quorum": try quorum(rest)
        case "recorder": try recorder(rest)
        default:
            throw Mistake("'\(verb)' is unknown; a line is log, witness, group, quorum or recorder")
        }
    }

    private mutating func log(_ words: [String]) throws(Mistake) {
        guard (1...2).contains(words.count) else { throw Mistake("expected: log VKEY [URL]") }
        let key = try key(words[0])
        guard key.algorithm == .ed25519 else {
            throw Mistake("\(key.label) is a witness's key; a log's has the algorithm 1")
        }
        guard logKeys.insert(key.publicKey).inserted else {
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
        guard witnessKeys.insert(key.publicKey).inserted else {
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
        let members = try members(words.dropFirst(2))
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
        let rule = TrustPolicy.Quorum.group(
            name: words[0], threshold: threshold, members: members)
        guard rule.depth <= TrustPolicy.Quorum.depthLimit else {
            throw Mistake(
                "'\(words[0])' is the outermost of \(rule.depth) groups in each other; there may be "
                    + "\(TrustPolicy.Quorum.depthLimit)")
        }
        try define(words[0], rule)
    }

    /// Each name is a member once in the whole file, so that a witness counts in one way only, and the
    /// rule is never larger than the file.
    private mutating func members(
        _ names: ArraySlice<String>
    ) throws(Mistake) -> [TrustPolicy.Quorum] {
        var rules: [TrustPolicy.Quorum] = []
        for name in names {
            guard let rule = named[Name(name.utf8)] else {
                throw Mistake("'\(name)' is no witness or group above")
            }
            guard members.insert(Name(name.utf8)).inserted else {
                throw Mistake("'\(name)' is a member of a group already")
            }
            rules.append(rule)
        }
        return rules
    }

    private mutating func quorum(_ words: [String]) throws(Mistake) {
        guard words.count == 1 else { throw Mistake("expected: quorum NAME, or quorum none") }
        guard !hasQuorum else { throw Mistake("there is a quorum line above") }
        hasQuorum = true
        if words[0] == "none" { return }
        guard let rule = named[Name(words[0].utf8)] else {
            throw Mistake("'\(words[0])' is no witness or group above")
        }
        policy.quorum = rule
    }

    private mutating func recorder(_ words: [String]) throws(Mistake) {
        guard (1...3).contains(words.count) else {
            throw Mistake("expected: recorder VKEY [FROM [THROUGH]]")
        }
        let key = try key(words[0])
        guard key.algorithm == .ed25519 else {
            throw Mistake("\(key.label) is a witness's key; a recorder's has the algorithm 1")
        }
        guard recorderKeys.insert(key.publicKey).inserted else {
            throw Mistake("\(key.label) is the key of a recorder above")
        }
        // Two points say that there is no first instant; without a last one there is nothing to say that before.
        let isAlways = words.count == 1 || words.count == 3 && words[1] == ".."
        let from = isAlways ? nil : try instant(words[1], of: Instant.init(startOf:))
        let through = words.count < 3 ? nil : try instant(words[2], of: Instant.init(endOf:))
        if let from, let through, through < from {
            throw Mistake("\(words[2]) lies before \(words[1])")
        }
        policy.recorders.append(.init(key: key, from: from, through: through))
    }

    /// - Parameter bound: the first or the last instant of a day.
    private func instant(
        _ text: String, of bound: (Day) -> Instant
    ) throws(Mistake) -> Instant {
        if let day = Day(text) { return bound(day) }
        if let instant = Instant(text), instant.description == text { return instant }
        throw Mistake(
            "'\(text)' is no day such as 2026-05-12, and no instant such as 2026-05-12T09:14:03Z")
    }

    private mutating func define(
        _ name: String, _ rule: TrustPolicy.Quorum
    ) throws(Mistake) {
        guard name != "none" else { throw Mistake("'none' is not a name") }
        guard named.updateValue(rule, forKey: Name(name.utf8)) == nil else {
            throw Mistake("'\(name)' is the name of a witness or group above")
        }
    }

    private func key(_ text: String) throws(Mistake) -> VerifierKey {
        do { return try VerifierKey(vkey: text) } catch { throw Mistake("\(error)") }
    }
}
