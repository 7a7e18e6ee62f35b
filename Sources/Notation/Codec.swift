/// How one type is read from a node, written as one, and described in JSON Schema.
///
/// - Reading reports every problem it finds and returns nil when the value cannot be made.
/// - What could not be read is no value, and is not reported once more.
/// - `encode` then `decode` gives the value back, and the encoding of equal values is equal.
public struct Codec<Value>: Sendable {
    public let schema: Schema
    let read: @Sendable (Node, inout Problems) -> Value?
    let write: @Sendable (Value) -> Node

    public init(
        schema: Schema,
        decode: @escaping @Sendable (Node, inout Problems) -> Value?,
        encode: @escaping @Sendable (Value) -> Node
    ) {
        self.schema = schema
        self.read = { $0.isUnreadable ? nil : decode($0, &$1) }
        self.write = encode
    }

    public func decode(_ node: Node, _ problems: inout Problems) -> Value? {
        read(node, &problems)
    }

    /// Reads `node`, throwing the first problem; for input that was checked when it was written.
    public func decode(_ node: Node) throws(Problem) -> Value {
        var problems = Problems()
        let value = read(node, &problems)
        if let problem = problems.all.first { throw problem }
        guard let value else { throw Problem("unreadable value \(node.excerpt)") }
        return value
    }

    public func encode(_ value: Value) -> Node { write(value) }
}

extension Codec {
    /// A type written as one text, such as a date or an amount of money.
    ///
    /// `parse` returns nil when the text is not one; `expected` then completes "expected …".
    public static func scalar(
        _ expected: String,
        schema: Schema,
        parse: @escaping @Sendable (String) -> Value?,
        write: @escaping @Sendable (Value) -> String
    ) -> Codec {
        Codec(schema: schema) { node, problems in
            guard let text = node.text else {
                problems.report(
                    "\(node.excerpt) is not \(expected)", hint: "expected \(expected)",
                    at: node.mark)
                return nil
            }
            guard let value = parse(text) else {
                problems.report(
                    "'\(Node.string(text).excerpt.dropFirst().dropLast())' is not \(expected)",
                    hint: "expected \(expected)",
                    at: node.mark)
                return nil
            }
            return value
        } encode: {
            .string(write($0))
        }
    }
}

extension Codec {
    /// This codec, which says with whatever is wrong how the text may be spelled instead, where `proposal` knows.
    public func proposing(_ proposal: @escaping @Sendable (String) -> String?) -> Codec {
        Codec(schema: schema) { [read] node, problems in
            let before = problems.all.count
            if let value = read(node, &problems) { return value }
            if let words = node.text.flatMap(proposal) {
                problems.addToHints(since: before, "write \(words)")
            }
            return nil
        } encode: { [write] in
            write($0)
        }
    }
}

extension Codec where Value == String {
    /// Any text, kept as written.
    public static let text = Codec(schema: .string) { node, problems in
        guard let text = node.text else {
            problems.report("\(node.excerpt) is not a text", hint: "expected a text", at: node.mark)
            return nil
        }
        return text
    } encode: {
        .string($0)
    }
}

extension Codec where Value == Int {
    /// A whole number within ±(2^53 − 1), the range every JSON reader keeps exactly.
    public static let integer = Codec(schema: .integer) { node, problems in
        let number: Int? =
            switch node.content {
            case .integer(let number): number
            case .plain(let text): wholeNumber(text)
            default: nil
            }
        guard let number, number.magnitude <= 1 << 53 - 1 else {
            problems.report(
                "\(node.excerpt) is not a whole number", hint: "expected a whole number",
                at: node.mark)
            return nil
        }
        return number
    } encode: {
        .integer($0)
    }

    /// The number as JSON writes it: no sign but `-`, no zero in front, digits 0 to 9 only.
    private static func wholeNumber(_ text: String) -> Int? {
        guard let number = Int(text), String(number) == text else { return nil }
        return number
    }
}

extension Codec where Value == Bool {
    /// `yes` or `no`; `true` and `false` are read too, and are what JSON carries.
    public static let flag = Codec(schema: .boolean) { node, problems in
        switch node.content {
        case .boolean(let flag): return flag
        case .plain("yes"), .plain("true"): return true
        case .plain("no"), .plain("false"): return false
        default:
            problems.report(
                "\(node.excerpt) is not yes or no", hint: "expected yes or no", at: node.mark)
            return nil
        }
    } encode: {
        .boolean($0)
    }
    .forgiving { node in
        guard case .plain(let text) = node.content else { return nil }
        switch text.lowercased() {
        case "yes", "true": return .one(true)
        case "no", "false": return .one(false)
        case _: return nil
        }
    }
}

extension Codec {
    /// One of a closed list of words.
    ///
    /// - Parameters:
    ///   - what: the list in words, with its article, such as `a status`, for messages.
    ///   - meant: which one another word in lower case, with hyphens, most likely means: it is proposed, and never
    ///     taken for it.
    public static func choice(
        _ what: String, meant: @escaping @Sendable (_ word: String) -> Value? = { _ in nil }
    ) -> Codec
    where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
        let words = Value.allCases.map(\.rawValue)
        return Codec(schema: .enumeration(words)) { node, problems in
            if let text = node.text, let value = Value(rawValue: text) { return value }
            let expected = "expected one of \(words.joined(separator: ", "))"
            let word = (node.text ?? "").lowercased().split { " _-".contains($0) }
            let hint =
                meant(word.joined(separator: "-")).map {
                    "did you mean \($0.rawValue)? \(expected)"
                }
                ?? Spelling.hint(for: node.text ?? "", among: words, else: expected)
            problems.report("\(node.excerpt) is not \(what)", hint: hint, at: node.mark)
            return nil
        } encode: {
            .string($0.rawValue)
        }
        .forgiving(text: { text in
            Spelling.same(as: text, among: words).flatMap { Value(rawValue: $0) }.map { .one($0) }
        })
    }

    /// One value, or a list of at least one; one alone is written without the list.
    public static func oneOrMany<Element>(_ element: Codec<Element>) -> Codec
    where Value == [Element] {
        let many = Codec.list(of: element, atLeast: 1)
        return Codec(schema: .any(of: [element.schema, many.schema])) { node, problems in
            if case .list = node.content { return many.decode(node, &problems) }
            return element.decode(node, &problems).map { [$0] }
        } encode: { values in
            values.count == 1 ? element.encode(values[0]) : many.encode(values)
        }
    }

    /// A list, in order.
    public static func list<Element>(of element: Codec<Element>, atLeast minimum: Int = 0) -> Codec
    where Value == [Element] {
        Codec(schema: .array(of: element.schema, minimum: minimum)) { node, problems in
            guard case .list(let items) = node.content else {
                problems.report(
                    "\(node.excerpt) is not a list", hint: "expected a list", at: node.mark)
                return nil
            }
            if items.count < minimum {
                problems.report(
                    "the list is too short", hint: "expected at least \(minimum)", at: node.mark)
                return nil
            }
            let values = items.enumerated().map { index, item in
                problems.within(String(index + 1)) { element.read(item, &$0) }
            }
            return values.contains { $0 == nil } ? nil : values.compactMap { $0 }
        } encode: { values in
            .list(values.map(element.write))
        }
    }

    /// A value with another representation: `decode` reports and returns nil where it does not fit.
    public func map<Other>(
        _ decode: @escaping @Sendable (Value, Mark?, inout Problems) -> Other?,
        _ encode: @escaping @Sendable (Other) -> Value
    ) -> Codec<Other> {
        Codec<Other>(schema: schema) { [read] node, problems in
            read(node, &problems).flatMap { decode($0, node.mark, &problems) }
        } encode: { [write] other in
            write(encode(other))
        }
    }

    /// This codec with its schema under a name of its own, `#/$defs/name`.
    public func named(_ name: String) -> Codec {
        Codec(schema: .reference(name, to: schema), decode: read, encode: write)
    }

    /// This codec with a schema that says more of the values it reads and writes.
    public func described(by schema: Schema) -> Codec {
        Codec(schema: schema, decode: read, encode: write)
    }

    /// A codec that may refer to itself: `make` is called when a value is first read or written.
    public static func recursive(
        _ name: String, _ make: @escaping @Sendable () -> Codec
    ) -> Codec {
        Codec(schema: .reference(name)) {
            make().read($0, &$1)
        } encode: {
            make().write($0)
        }
    }
}

extension Codec {
    /// This codec with a rule over the whole value: what `check` reports makes reading fail.
    public func checked(
        _ check: @escaping @Sendable (Value, inout Problems) -> Void
    ) -> Codec {
        Codec(schema: schema) { [read] node, problems in
            guard let value = read(node, &problems) else { return nil }
            let before = problems.all.count
            check(value, &problems)
            return problems.all.count == before ? value : nil
        } encode: { [write] in
            write($0)
        }
    }
}

extension Codec {
    /// An object whose member names and values are read by codecs; written in the order of the names.
    public static func dictionary<Key: Hashable & Comparable & Sendable, Element>(
        names: Codec<Key>, values: Codec<Element>
    ) -> Codec where Value == [Key: Element] {
        Codec(schema: .dictionary(names: names.schema, values: values.schema)) { node, problems in
            guard case .object(let members) = node.content else {
                problems.report(
                    "\(node.excerpt) is not a map", hint: "expected a map", at: node.mark)
                return nil
            }
            var read: [Key: Element] = [:]
            for member in members {
                let name = Node(.string(member.name), mark: member.mark ?? node.mark)
                guard let key = names.read(name, &problems),
                    let value = problems.within(member.name, { values.read(member.value, &$0) })
                else { continue }
                if read.updateValue(value, forKey: key) != nil {
                    problems.report(
                        "'\(member.name)' is given twice", hint: "keep one", at: member.mark)
                }
            }
            return read.count == members.count ? read : nil
        } encode: { value in
            Node(
                .object(
                    value.sorted { $0.key < $1.key }.map { key, value in
                        Node.Member(names.write(key).text ?? "", values.write(value))
                    }))
        }
    }
}
