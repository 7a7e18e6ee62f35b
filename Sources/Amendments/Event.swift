public import Notation
public import Terms

/// One typed fact inside a recording, with what every event may say about itself.
public struct Event: Sendable {
    public var payload: any EventPayload
    /// Another agreement than the recording's.
    public var agreement: AgreementID?
    /// When this event holds, when that is not when its instrument does.
    public var effective: DateBound?
    /// The sources that support it; empty means all of the recording's.
    public var cites: [SourceID]
    public var clause: String?
    public var note: String?
    /// Where it stands in the file it was read from; not part of its content.
    public var mark: Mark?

    public init(
        _ payload: any EventPayload,
        agreement: AgreementID? = nil,
        effective: DateBound? = nil,
        cites: [SourceID] = [],
        clause: String? = nil,
        note: String? = nil
    ) {
        self.payload = payload
        self.agreement = agreement
        self.effective = effective
        self.cites = cites
        self.clause = clause
        self.note = note
    }

    /// Makes an event of what it states, for a recording that is made in code.
    ///
    /// - Parameters:
    ///   - statement: a value of one of the types of this module that are named as the kinds of events are.
    ///   - agreement: another agreement than the recording's.
    ///   - effective: when it holds, where that is not when its instrument does.
    ///   - cites: the sources of the recording that support it; empty means all of them.
    ///   - clause: where it stands in the instrument.
    ///   - note: a remark for readers, without effect.
    /// - Precondition: `statement` is of a type of this module.
    public init(
        stating statement: some EventStatement,
        agreement: AgreementID? = nil,
        effective: DateBound? = nil,
        cites: [SourceID] = [],
        clause: String? = nil,
        note: String? = nil
    ) {
        guard let payload = statement as? any EventPayload else {
            preconditionFailure("\(type(of: statement)) is no kind of event")
        }
        self.init(
            payload, agreement: agreement, effective: effective, cites: cites, clause: clause,
            note: note)
    }

    /// What it states, to be looked at by its type: `event.statement as? TermAmended`.
    public var statement: any EventStatement { payload }

    public var kind: EventKind { type(of: payload).kind }
}

extension Event: Hashable {
    public static func == (lhs: Event, rhs: Event) -> Bool {
        lhs.header == rhs.header && AnyHashable(lhs.payload) == AnyHashable(rhs.payload)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(header)
        hasher.combine(AnyHashable(payload))
    }

    private var header: Header {
        Header(agreement: agreement, effective: effective, cites: cites, clause: clause, note: note)
    }
}

extension Event {
    /// The members that any event may carry beside its payload's own.
    struct Header: Hashable, Sendable {
        var agreement: AgreementID?
        var effective: DateBound?
        var cites: [SourceID]
        var clause: String?
        var note: String?

        static let names = ["agreement", "effective", "cites", "clause", "note"]

        static let codec = Codec<Header>.object(
            { Header(agreement: $0, effective: $1, cites: $2, clause: $3, note: $4) },
            .optional("agreement", \.agreement, AgreementID.codec),
            .optional("effective", \.effective, DateBound.codec),
            .optional("cites", \.cites, .list(of: SourceID.codec), default: []),
            .optional("clause", \.clause, .text),
            .optional("note", \.note, .text)
        )
    }

    /// A map of one member, `kind: body`.
    public static let codec = Codec<Event>(
        schema: .reference(
            "event",
            to: .oneMember(
                EventKind.allCases.map { kind in
                    (kind.rawValue, kind.payloadType.bodySchema)
                }))
    ) { node, problems in
        guard case .object(let members) = node.content, let member = members.first,
            members.count == 1
        else {
            problems.report(
                "\(node.excerpt) is not an event",
                hint: misplaced(in: node)
                    ?? "expected a map of one member, such as term-amended: {…}",
                at: node.mark)
            return nil
        }
        guard let kind = EventKind(rawValue: member.name) else {
            problems.report(
                "unknown event kind '\(member.name)'",
                hint: Spelling.hint(
                    for: member.name, among: EventKind.allCases.map(\.rawValue),
                    else: "one of \(EventKind.allCases.map(\.rawValue).joined(separator: ", "))"),
                at: member.mark ?? node.mark)
            return nil
        }
        return problems.within(member.name) {
            Event.decode(kind, body: member.value, mark: member.mark ?? node.mark, &$0)
        }
    } encode: { event in
        .object([(event.kind.rawValue, event.body)])
    }

    /// What to do with members of an event that stand beside it; nil where that is not what is wrong.
    private static func misplaced(in node: Node) -> String? {
        guard case .object(let members) = node.content else { return nil }
        let kinds = members.compactMap { EventKind(rawValue: $0.name) }
        guard kinds.count == 1, let kind = kinds.first else { return nil }
        let names = members.map(\.name).filter { $0 != kind.rawValue }
        let own = kind.payloadType.memberNames + Header.names
        guard !names.isEmpty, names.allSatisfy(own.contains) else { return nil }
        let list = names.joined(separator: ", ")
        return "put \(list) into \(kind.rawValue): indent it below that name, or write it within "
            + "the braces"
    }

    /// The event of that kind whose body is `body`.
    public static func decode(
        _ kind: EventKind, body: Node, mark: Mark?, _ problems: inout Problems
    ) -> Event? {
        if body.isUnreadable { return nil }
        guard case .object(let members) = body.content else {
            problems.report(
                "\(body.excerpt) is not the body of \(kind.withArticle)",
                hint: "expected a map", at: body.mark ?? mark)
            return nil
        }
        let place = body.mark ?? mark
        let own = kind.payloadType.memberNames
        var head: [Node.Member] = []
        var rest: [Node.Member] = []
        for member in members {
            if Header.names.contains(member.name) {
                head.append(member)
            } else if own.contains(member.name) {
                rest.append(member)
            } else {
                problems.report(
                    "unknown member '\(member.name)'",
                    hint: Spelling.hint(
                        for: member.name, among: own + Header.names,
                        else: "allowed here: \((own + Header.names).joined(separator: ", "))"),
                    at: member.mark ?? member.value.mark ?? place)
            }
        }
        let header = Header.codec.decode(Node(.object(head), mark: place), &problems)
        let payload = kind.payloadType.decodePayload(Node(.object(rest), mark: place), &problems)
        guard let payload, let header else { return nil }
        var event = Event(
            payload, agreement: header.agreement, effective: header.effective,
            cites: header.cites, clause: header.clause, note: header.note)
        event.mark = mark
        return event
    }

    /// The payload's members and the event's own, in one object.
    public var body: Node {
        guard case .object(let own) = payload.node.content,
            case .object(let head) = Header.codec.encode(header).content
        else { return payload.node }
        return Node(.object(own + head))
    }
}
