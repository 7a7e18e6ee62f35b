public import Notation

extension DateBound {
    /// A map of one member, as `{ through: 2030 }`, or the word `open`.
    ///
    /// An empty `first-of` or `last-of` is written, but refused when read. The two ends of `between` are
    /// dates; a bound of one date, such as `{ on: 2020-03-01 }`, is read as its date.
    public static let codec: Codec<DateBound> = definition(
        of: Parts(bound: .recursive("bound") { codec })
    )
    .named("bound")

    /// How the parts of bounds are read and written that are made of others.
    private struct Parts: Sendable {
        let list: Codec<[DateBound]>
        let after: Codec<DateBound>
        let before: Codec<DateBound>
        let rolled: Codec<DateBound>
        let endOf: Codec<DateBound>
        let ends: Codec<[CivilDate]>

        init(bound: Codec<DateBound>) {
            list = .list(of: bound, atLeast: 1)
            after = DateBound.afterCodec(bound)
            before = DateBound.beforeCodec(bound)
            rolled = DateBound.rolledCodec(bound)
            endOf = DateBound.endOfCodec(bound)
            ends = .list(of: DateBound.endCodec, atLeast: 2)
        }
    }

    private static func definition(of parts: Parts) -> Codec<DateBound> {
        let members: [(String, Schema)] = [
            ("on", CivilDate.codec.schema),
            ("from", CivilDate.codec.schema),
            ("through", CivilDate.codec.schema),
            ("until", CivilDate.codec.schema),
            ("announced", CivilDate.codec.schema),
            ("soft", DateRange.codec.schema),
            ("upon", ConditionID.codec.schema),
            ("first-of", parts.list.schema),
            ("last-of", parts.list.schema),
            ("between", parts.ends.schema),
            ("after", parts.after.schema),
            ("before", parts.before.schema),
            ("rolled", parts.rolled.schema),
            ("end-of", parts.endOf.schema),
        ]
        let names = members.map(\.0)
        return Codec(
            schema: .any(of: [.oneMember(members), .enumeration([openWord])])
        ) { node, problems in
            if node.text == openWord { return .open }
            if let text = node.text, WrittenDate.isDate(text) {
                problems.report(
                    "\(node.excerpt) is not a bound",
                    hint:
                        "say which: { through: … } for the last day, { until: … } for the day after it, "
                        + "{ on: … } or { from: … } for the first, each with a date such as 2026-04-27",
                    at: node.mark)
                return nil
            }
            guard let member = OneMember(node, of: "a bound", allowed: names, &problems) else {
                return nil
            }
            return problems.within(member.name) { read(member, parts, &$0) }
        } encode: {
            node(of: $0, parts)
        }
        .forgiving(text: understood)
    }

    private static let openWord = "open"
    private static let condition = ConditionID.codec

    private static func read(
        _ member: OneMember, _ parts: Parts, _ problems: inout Problems
    ) -> DateBound? {
        func date(_ make: (CivilDate) -> DateBound) -> DateBound? {
            CivilDate.codec.decode(member.value, &problems).map(make)
        }
        return switch member.name {
        case "on": date(DateBound.on)
        case "from": date(DateBound.from)
        case "through": date(DateBound.through)
        case "until": date(DateBound.until)
        case "announced": date(DateBound.announced)
        case "soft": DateRange.codec.decode(member.value, &problems).map(DateBound.soft)
        case "upon": condition.decode(member.value, &problems).map(DateBound.upon)
        case "first-of": parts.list.decode(member.value, &problems).map(DateBound.firstOf)
        case "last-of": parts.list.decode(member.value, &problems).map(DateBound.lastOf)
        case "between": between(member.value, parts, &problems)
        case "after": parts.after.decode(member.value, &problems)
        case "before": parts.before.decode(member.value, &problems)
        case "rolled": parts.rolled.decode(member.value, &problems)
        case "end-of": parts.endOf.decode(member.value, &problems)
        case _: nil
        }
    }

    private static func node(of bound: DateBound, _ parts: Parts) -> Node {
        switch bound {
        case .on(let date): .object([("on", CivilDate.codec.encode(date))])
        case .from(let date): .object([("from", CivilDate.codec.encode(date))])
        case .through(let date): .object([("through", CivilDate.codec.encode(date))])
        case .until(let date): .object([("until", CivilDate.codec.encode(date))])
        case .announced(let date): .object([("announced", CivilDate.codec.encode(date))])
        case .soft(let range): .object([("soft", DateRange.codec.encode(range))])
        case .upon(let id): .object([("upon", condition.encode(id))])
        case .firstOf(let bounds): .object([("first-of", parts.list.encode(bounds))])
        case .lastOf(let bounds): .object([("last-of", parts.list.encode(bounds))])
        case .between(let first, let last):
            .object([("between", parts.ends.encode([first, last]))])
        case .after, .moved(_, .keepingMonthEnd): .object([("after", parts.after.encode(bound))])
        case .moved(_, .businessDays(let count, _)):
            count < 0
                ? .object([("before", parts.before.encode(bound))])
                : .object([("after", parts.after.encode(bound))])
        case .moved(_, .rolled): .object([("rolled", parts.rolled.encode(bound))])
        case .moved(_, .endOf): .object([("end-of", parts.endOf.encode(bound))])
        case .open: .string(openWord)
        }
    }

    // MARK: Between two dates

    private static func between(
        _ node: Node, _ parts: Parts, _ problems: inout Problems
    ) -> DateBound? {
        guard let ends = parts.ends.decode(node, &problems) else { return nil }
        guard ends.count == 2 else {
            problems.report(
                "\(node.excerpt) is not a first and a last date", hint: "expected [first, last]",
                at: node.mark)
            return nil
        }
        guard ends[0].earliest <= ends[1].latest else {
            problems.report(
                "\(ends[0]) is after \(ends[1])", hint: "expected [first, last]", at: node.mark)
            return nil
        }
        return .between(ends[0], ends[1])
    }

    /// One end of `between`: a date, or a bound of one date.
    private static let endCodec = Codec<CivilDate>(
        schema: .any(of: [
            CivilDate.codec.schema,
            .oneMember(endWords.map { ($0, CivilDate.codec.schema) }),
        ])
    ) { node, problems in
        guard case .object = node.content else { return CivilDate.codec.decode(node, &problems) }
        guard let member = OneMember(node, of: "an end of between", allowed: endWords, &problems)
        else { return nil }
        guard let date = CivilDate.codec.decode(member.value, &problems) else { return nil }
        // "Before D" is through the day before; of a year or a month, before its first day.
        guard member.name == "until" else { return date }
        return CivilDate(date.earliest.adding(days: -1))
    } encode: {
        CivilDate.codec.encode($0)
    }

    private static let endWords = ["on", "from", "through", "until"]
}
