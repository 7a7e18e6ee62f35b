package import Notation

extension RawValue {
    /// The node with whatever is not canonical in it written canonically, where the reading is forgiving.
    ///
    /// The kind of the term is not known yet, so it is read as every type that it may be of. Where one reads it as it
    /// is, or several understand it differently, it stays; where none reads it, the book says why, which knows the kind.
    static func understood(
        _ node: Node, as codecs: [Codec<ValueState>], _ problems: inout Problems
    ) -> Node {
        guard problems.manner == .forgiving else { return node }
        var understood: [Problems] = []
        var doubted: Problems?
        for codec in codecs {
            var trial = problems.afresh
            if codec.decode(node, &trial) != nil {
                guard !trial.rewordings.isEmpty else { return node }
                understood.append(trial)
            } else if !trial.doubts.isEmpty {
                doubted = doubted ?? trial
            }
        }
        guard let first = understood.first else {
            if let doubted { problems.add(doubted) }
            return node
        }
        guard understood.allSatisfy({ $0.rewordings == first.rewordings }) else { return node }
        problems.add(first)
        return node.reworded(first.rewordings)
    }
}

extension RawValue {
    /// The same of a value whose field is known.
    package func understood(as codecs: [Codec<ValueState>], _ problems: inout Problems) -> RawValue
    {
        RawValue(Self.understood(node, as: codecs, &problems))
    }
}

extension FieldName {
    /// How a field of that name is read, in every kind of term that has one.
    package var codecs: [Codec<ValueState>] { Self.codecsByName[self] ?? [] }

    private static let codecsByName: [FieldName: [Codec<ValueState>]] = {
        var types: [FieldName: Set<FieldType>] = [:]
        for field in TermKind.allCases.flatMap(\.definition.fields) {
            types[field.name, default: []].insert(field.type)
        }
        return types.mapValues { $0.map { ValueState.codec(for: $0) } }
    }()
}
