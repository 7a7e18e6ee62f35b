public import Notation

extension ValueState {
    /// How a field of that type is written: its value bare, or a state.
    ///
    /// A state is one of the words `undisclosed`, `unknown`, `silent`, `none`, or a map of one member:
    /// `between`, `about` (of a number: near it, within a tolerance where one is stated), `redacted`, `same-as`, or `stated` for a value that is spelled as one of the words. Of a
    /// bound, `between` is part of the value itself: some day from the first to the last.
    public static func codec(for type: FieldType) -> Codec<ValueState> {
        let codec = type.codec
        let isBound = type == .bound
        let about = type.isNumber ? Approximation.codec(codec) : nil
        return Codec(schema: schema(for: codec, about, isBound: isBound)) { node, problems in
            if let text = node.text, let word = Word(rawValue: text) { return word.state }
            if problems.manner == .forgiving, type != .text,
                let text = node.text, let word = Word(rawValue: text.lowercased())
            {
                problems.reword(node, as: .string(word.rawValue))
                return word.state
            }
            if case .object(let members) = node.content, let member = members.first,
                let form = Form(rawValue: member.name), !(isBound && form == .between)
            {
                guard members.count == 1 else {
                    problems.report(
                        "'\(member.name)' stands alone in its map",
                        hint: "remove \(members.dropFirst().map(\.name).joined(separator: ", "))",
                        at: node.mark)
                    return nil
                }
                return problems.within(member.name) { read(form, member.value, codec, about, &$0) }
            }
            let before = problems.all.count
            if let value = codec.decode(node, &problems) { return .stated(value) }
            if let text = node.text, Word.placeholders.contains(text.lowercased()) {
                problems.addToHints(
                    since: before,
                    "where nothing is stated leave it out, or write unknown, undisclosed or none")
            }
            return nil
        } encode: {
            $0.node
        }
    }

    /// The states that are written as a map of one member.
    private enum Form: String {
        case between, about, redacted, stated
        case sameAs = "same-as"
    }

    private static func schema(
        for codec: Codec<Value>, _ about: Codec<Approximation>?, isBound: Bool
    ) -> Schema {
        let range = (Form.between.rawValue, Schema.array(of: codec.schema, minimum: 2))
        return .any(of: [
            codec.schema,
            .enumeration(Word.allCases.map(\.rawValue)),
            .oneMember(
                (isBound ? [] : [range]) + (about.map { [(Form.about.rawValue, $0.schema)] } ?? [])
                    + [
                        (Form.redacted.rawValue, .string),
                        (Form.sameAs.rawValue, fieldReference.schema),
                        (Form.stated.rawValue, codec.schema),
                    ]),
        ])
    }

    private static func read(
        _ form: Form, _ node: Node, _ codec: Codec<Value>, _ about: Codec<Approximation>?,
        _ problems: inout Problems
    ) -> ValueState? {
        switch form {
        case .between: range(node, codec, &problems)
        case .about: approximation(node, about, &problems)
        case .redacted: Codec.text.decode(node, &problems).map(ValueState.redacted)
        case .stated: codec.decode(node, &problems).map(ValueState.stated)
        case .sameAs:
            fieldReference.decode(node, &problems).map { ValueState.sameAs($0.term, $0.field) }
        }
    }

    private static func approximation(
        _ node: Node, _ codec: Codec<Approximation>?, _ problems: inout Problems
    ) -> ValueState? {
        if let codec { return codec.decode(node, &problems).map(ValueState.about) }
        problems.report(
            "'about' is for amounts, rates and counts",
            hint: "write an approximate date as 2026-04~", at: node.mark)
        return nil
    }

    private static func range(
        _ node: Node, _ codec: Codec<Value>, _ problems: inout Problems
    ) -> ValueState? {
        guard let ends = Codec.list(of: codec).decode(node, &problems) else { return nil }
        guard ends.count == 2 else {
            problems.report(
                "\(node.excerpt) is not a low and a high end", hint: "expected [low, high]",
                at: node.mark)
            return nil
        }
        guard !ends[0].exceeds(ends[1]) else {
            problems.report(
                "\(ends[0].displayText) is above \(ends[1].displayText)",
                hint: "expected [low, high]", at: node.mark)
            return nil
        }
        return .between(ends[0], ends[1])
    }

    var node: Node {
        switch self {
        case .stated(let value):
            if let text = value.node.text, Word(rawValue: text) != nil {
                .object([(Form.stated.rawValue, value.node)])
            } else {
                value.node
            }
        case .between(let low, let high):
            .object([(Form.between.rawValue, .list([low.node, high.node]))])
        case .about(let approximation):
            .object([(Form.about.rawValue, approximation.node)])
        case .redacted(let mark): .object([(Form.redacted.rawValue, .string(mark))])
        case .undisclosed: .string(Word.undisclosed.rawValue)
        case .unknown: .string(Word.unknown.rawValue)
        case .silent: .string(Word.silent.rawValue)
        case .none: .string(Word.none.rawValue)
        case .sameAs(let term, let field):
            .object([
                (Form.sameAs.rawValue, fieldReferenceNode(term, field))
            ])
        }
    }

    private func fieldReferenceNode(_ term: TermID, _ field: FieldName) -> Node {
        Self.fieldReference.encode(FieldReference(term: term, field: field))
    }

    private struct FieldReference: Sendable {
        let term: TermID
        let field: FieldName

        init(term: TermID, field: FieldName) {
            self.term = term
            self.field = field
        }

        init?(_ text: String) {
            let bytes = text.utf8
            guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
                let term = TermID(String(text[..<slash])),
                let field = FieldName(rawValue: String(text[bytes.index(after: slash)...]))
            else { return nil }
            self.init(term: term, field: field)
        }
    }

    private static let fieldReference = Codec<FieldReference>.scalar(
        "a field of a term such as royalty.lenses/rate",
        schema: .pattern("^[a-z0-9]+([.-][a-z0-9]+)*/[a-z]+(-[a-z]+)*$"),
        parse: { FieldReference($0) }, write: { "\($0.term)/\($0.field)" })
}
