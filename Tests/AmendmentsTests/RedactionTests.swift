import Amendments
import Notation
import Terms
import Testing

/// What is left of an event whose payload was taken out: by what it is found and when it holds, and nothing it said.
@Suite struct RedactionTests {
    /// Where an event names what it acts on; all else is hidden. `*` stands for the name of any member.
    static let kept: Set<String> = [
        // Header: these stand in the entry as well, which no redaction changes.
        "agreement", "cites/-", "effective/on",
        // What it acts on.
        "term", "terms/-/term", "moved/*", "field", "fields/-", "surviving/-", "condition",
        "party", "expectation", "dispute", "event", "recording", "instrument", "onward/wipes/-",
        "despite/-",
        // When: without its days another value would govern.
        "lasts/upon", "window/upon",
        // How every day of the agreement is read.
        "zone",
    ]

    /// Members that are kept in one kind only.
    static let keptIn: [EventKind: Set<String>] = [
        .partySucceeded: ["successor"], .termMoved: ["to"], .calendarDefined: ["calendar"],
        .instrumentNoted: ["terms/-"],
        .documentAttached: ["source"], .groupFormed: ["group", "members/-/party"],
        .memberJoined: ["group"], .memberLeft: ["group"],
    ]

    static let marker = "zz-secret"

    /// The texts that could stand in the place of a value, each with the marker in it.
    static let secrets = [marker, "\(marker)#1", "USD 918273645.01", "918273645.01% of sales"]

    static func isSecret(_ text: String) -> Bool {
        text.contains(marker) || text.contains("918273645")
    }

    /// Every copy of a node in which one text is a secret, with the place of it.
    static func marked(_ node: Node, at path: [String] = []) -> [(path: [String], node: Node)] {
        switch node.content {
        case .plain, .string:
            return secrets.map { (path, .string($0)) }
        case .list(let items):
            return items.indices.flatMap { index in
                marked(items[index], at: path + ["-"]).map { place, item in
                    var copy = items
                    copy[index] = item
                    return (place, .list(copy))
                }
            }
        case .object(let members):
            return members.indices.flatMap { index in
                marked(members[index].value, at: path + [members[index].name]).map { place, value in
                    var copy = members
                    copy[index].value = value
                    return (place, Node(.object(copy)))
                }
            }
        case .integer, .boolean, .null: return []
        }
    }

    static func texts(of node: Node) -> [String] {
        switch node.content {
        case .plain(let text), .string(let text): [text]
        case .list(let items): items.flatMap(texts)
        case .object(let members): members.flatMap { [$0.name] + texts(of: $0.value) }
        case .integer(let number): [String(number)]
        case .boolean, .null: []
        }
    }

    private static func mayStay(_ path: [String], in kind: EventKind) -> Bool {
        let place = path.joined(separator: "/")
        let wild = path.dropLast().joined(separator: "/") + "/*"
        return kept.contains(place) || kept.contains(wild)
            || keptIn[kind]?.contains(place) ?? false
    }

    static let samples =
        Samples.events + [
            Event(
                ValueReported(
                    subject: .instrument("first"), field: "description",
                    value: RawValue(.string("a letter")))),
            Event(
                TermAmended(
                    term: "t", was: RawFields(["amount": .string("USD 1")]),
                    set: RawFields(["amount": .string("USD 2")]), despite: ["end#1"])),
            Event(
                TermSuspended(term: "t", ground: "war", lasts: .upon("peace"))),
        ]

    @Test(arguments: samples)
    func `nothing that an event says is left of it but what it acts on, and when`(
        _ sample: Event
    ) {
        var tried = 0
        for (path, node) in Self.marked(sample.body) {
            var problems = Problems()
            guard
                let event = Event.decode(sample.kind, body: node, mark: nil, &problems),
                problems.isEmpty
            else { continue }
            tried += 1
            let left = Self.texts(of: event.redacted(by: "order#1").body).filter(Self.isSecret)
            let inner = path.first == "replacement" ? Array(path.dropFirst(2)) : path
            let kind =
                path.first == "replacement"
                ? EventKind(rawValue: path[1]) ?? .termAdded : event.kind
            let place = path.joined(separator: "/")
            if Self.mayStay(inner, in: kind) {
                #expect(!left.isEmpty, "\(sample.kind.rawValue): \(place) was thought to stay")
            } else {
                #expect(left.isEmpty, "\(sample.kind.rawValue): \(place) is left")
            }
        }
        #expect(tried > 0)
    }

    @Test(arguments: samples)
    func `what is left is an event of the same kind, and taking it out again leaves the same`(
        _ sample: Event
    ) {
        let left = sample.redacted(by: "order#1")
        var problems = Problems()
        #expect(Event.codec.decode(Event.codec.encode(left), &problems) == left)
        #expect(problems.isEmpty, "\(problems.all)")
        #expect(left.kind == sample.kind)
        #expect(left.redacted(by: "order#1") == left)
    }
}
