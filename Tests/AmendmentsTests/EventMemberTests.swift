import Amendments
import Notation
import Terms
import Testing

/// What every event may say about itself, and what no event may say.
@Suite struct EventMemberTests {
    private static let header = ["agreement", "cites", "clause", "effective", "note"]

    private func members(of event: Event) -> [Node.Member] {
        guard case .object(let members) = event.body.content else { return [] }
        return members
    }

    private func read(
        _ kind: EventKind, _ members: [Node.Member]
    ) -> (event: Event?, problems: [Problem]) {
        var problems = Problems()
        let node = Node(.object([Node.Member(kind.rawValue, Node(.object(members)))]))
        return (Event.codec.decode(node, &problems), problems.all)
    }

    @Test(arguments: EventKind.allCases)
    func `every kind takes the members of the header, and does without them`(
        kind: EventKind
    ) throws {
        let sample = try #require(Samples.event(of: kind))
        let all = members(of: sample)
        #expect(Set(Self.header).isSubset(of: all.map(\.name)))
        let bare = read(sample.kind, all.filter { !Self.header.contains($0.name) })
        let event = try #require(bare.event)
        #expect(bare.problems.isEmpty)
        #expect(event == Event(sample.payload))
        #expect(event.effective == nil && event.agreement == nil)
        #expect(event.cites.isEmpty && event.clause == nil && event.note == nil)
    }

    @Test(arguments: EventKind.allCases)
    func `an unknown member is refused with the names of the allowed ones`(
        kind: EventKind
    ) throws {
        let sample = try #require(Samples.event(of: kind))
        let problems = read(
            sample.kind, members(of: sample) + [Node.Member("colour", .string("red"))]
        ).problems
        let problem = try #require(problems.first)
        #expect(problems.count == 1)
        #expect(problem.message.contains("colour"))
        let hint = try #require(problem.hint)
        let allowed = hint.split(separator: ": ").last.map { $0.split(separator: ", ") } ?? []
        for member in members(of: sample) {
            #expect(allowed.contains { $0 == member.name }, "\(member.name) is not named: \(hint)")
        }
    }

    @Test(arguments: EventKind.allCases)
    func `every member given twice is refused`(kind: EventKind) throws {
        let sample = try #require(Samples.event(of: kind))
        let all = members(of: sample)
        for member in all {
            let problems = read(sample.kind, all + [member]).problems
            #expect(problems.contains { $0.message.contains("'\(member.name)' is given twice") })
        }
    }

    /// A list is of the wrong type for every member but those whose type is decided later.
    @Test(arguments: EventKind.allCases)
    func `a member of the wrong type is refused, with its path`(kind: EventKind) throws {
        let sample = try #require(Samples.event(of: kind))
        let all = members(of: sample)
        for (index, member) in all.enumerated() where member.name != "value" {
            var wrong = all
            wrong[index].value = .list([.list([])])
            let (event, problems) = read(sample.kind, wrong)
            #expect(event == nil, "\(member.name)")
            #expect(
                problems.contains { $0.path.starts(with: [sample.kind.rawValue, member.name]) },
                "\(member.name): \(problems)")
        }
    }

    @Test(arguments: EventKind.allCases)
    func `what is left out is either optional or said to be missing`(kind: EventKind) throws {
        let sample = try #require(Samples.event(of: kind))
        let all = members(of: sample)
        let schema = try #require(Event.codec.schema.definitions[sample.kind.rawValue])
        guard case .list(let names)? = schema["required"]?.content else { return }
        let required = names.compactMap(\.text)
        for member in all {
            let (event, problems) = read(sample.kind, all.filter { $0.name != member.name })
            if required.contains(member.name) {
                #expect(event == nil)
                #expect(problems.map(\.message) == ["'\(member.name)' is missing"])
            } else if !["term", "event"].contains(member.name) {
                #expect(event != nil, "\(member.name): \(problems)")
            }
        }
    }

    @Test func `an unknown kind is refused with the names of all kinds`() throws {
        var problems = Problems()
        let event = Event.codec.decode(.object([("term-changed", .object([]))]), &problems)
        #expect(event == nil)
        let problem = try #require(problems.all.first)
        #expect(problem.message == "unknown event kind 'term-changed'")
        for kind in EventKind.allCases {
            #expect(problem.hint?.contains(kind.rawValue) == true)
        }
    }

    @Test(arguments: [
        Node.string("term-resumed"), .list([]), .object([]),
        .object([("term-resumed", .object([])), ("note", .string("x"))]),
    ])
    func `an event is a map of one member`(node: Node) {
        var problems = Problems()
        #expect(Event.codec.decode(node, &problems) == nil)
        #expect(problems.all.count == 1)
        #expect(problems.all.first?.message.hasSuffix("is not an event") == true)
    }

    @Test(arguments: [
        (["group-formed", "note"], "put note into group-formed: indent it below that name"),
        (["term", "term-resumed", "effective"], "put term, effective into term-resumed"),
        (["term-resumed", "whatever"], "expected a map of one member"),
        (["term-resumed", "term-removed"], "expected a map of one member"),
    ])
    func `members beside an event are reported where they belong`(names: [String], hint: String) {
        var problems = Problems()
        _ = Event.codec.decode(.object(names.map { ($0, .string("x")) }), &problems)
        #expect(problems.all.first?.hint?.hasPrefix(hint) == true, "\(problems.all)")
    }
}
