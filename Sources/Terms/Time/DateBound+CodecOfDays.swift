import Notation

// The bounds that lead from the day of another one to a day.
extension DateBound {
    /// What stands under `after`, `before` and `rolled`.
    private struct Members: Sendable {
        var anchor: DateBound
        var length: CalendarDuration?
        var keepsMonthEnd = false
        var businessDays: Int?
        var convention: RollConvention?
        var calendars: [CalendarID] = []
    }

    /// `{ of, period }`, with `end-of-month: yes` by that rule, or `{ of, business-days, calendar }`.
    static func afterCodec(_ bound: Codec<DateBound>) -> Codec<DateBound> {
        Codec<Members>.object(
            {
                Members(
                    anchor: $0, length: $1, keepsMonthEnd: $2, businessDays: $3, calendars: $4)
            },
            .required("of", \.anchor, bound),
            .optional("period", \.length, CalendarDuration.codec),
            .optional("end-of-month", \.keepsMonthEnd, Codec.flag.unquoting, default: false),
            .optional("business-days", \.businessDays, count),
            .optional("calendar", \.calendars, calendar, default: [])
        ).map {
            after($0, $1, &$2)
        } _: {
            members(of: $0)
        }
    }

    /// `{ of, business-days, calendar }`.
    static func beforeCodec(_ bound: Codec<DateBound>) -> Codec<DateBound> {
        Codec<Members>.object(
            { Members(anchor: $0, businessDays: $1, calendars: $2) },
            .required("of", \.anchor, bound),
            .required(
                "business-days", \.businessDays, count.map({ count, _, _ in count }, { $0 ?? 1 })),
            .optional("calendar", \.calendars, calendar, default: [])
        ).map { members, mark, problems in
            guard isNamed(members, mark, &problems) else { return nil }
            return members.businessDays.map {
                .moved(members.anchor, .businessDays(-$0, in: members.calendars))
            }
        } _: {
            members(of: $0)
        }
    }

    /// `{ day, by, calendar }`.
    static func rolledCodec(_ bound: Codec<DateBound>) -> Codec<DateBound> {
        Codec<Members>.object(
            { Members(anchor: $0, convention: $1, calendars: $2) },
            .required("day", \.anchor, bound),
            .required(
                "by", \.convention,
                Codec<RollConvention>.choice("a roll convention").map(
                    { by, _, _ in by }, { $0 ?? .none })),
            .optional("calendar", \.calendars, calendar, default: [])
        ).map { members, mark, problems in
            guard isNamed(members, mark, &problems) else { return nil }
            return members.convention.map {
                .moved(members.anchor, .rolled($0, in: members.calendars))
            }
        } _: {
            members(of: $0)
        }
    }

    /// `{ month }`, `{ quarter }` or `{ year }`: that in which the day of a bound lies.
    static func endOfCodec(_ bound: Codec<DateBound>) -> Codec<DateBound> {
        let names = DayMove.Period.allCases.map(\.rawValue)
        return Codec(schema: .oneMember(names.map { ($0, bound.schema) })) { node, problems in
            guard
                let member = OneMember(node, of: "the end of a period", allowed: names, &problems),
                let period = DayMove.Period(rawValue: member.name)
            else { return nil }
            return problems.within(member.name) { bound.decode(member.value, &$0) }
                .map { .moved($0, .endOf(period)) }
        } encode: { whole in
            guard case .moved(let anchor, .endOf(let period)) = whole else { return .object([]) }
            return .object([(period.rawValue, bound.encode(anchor))])
        }
    }

    private static let calendar = Codec<[CalendarID]>.oneOrMany(CalendarID.codec)

    private static let count = Codec.integer.unquoting.map(
        { count, mark, problems in
            if (1...DayMove.mostBusinessDays).contains(count) { return count }
            problems.report(
                "\(count) is not a number of business days",
                hint: "expected 1 to \(DayMove.mostBusinessDays)", at: mark)
            return nil
        }, { $0 })

    private static func after(
        _ members: Members, _ mark: Mark?, _ problems: inout Problems
    ) -> DateBound? {
        switch (members.length, members.businessDays) {
        case (let length?, nil):
            guard members.calendars.isEmpty else {
                problems.report(
                    "a calendar counts business days, and a period is not counted in them",
                    hint:
                        "write business-days: 10 in place of the period, or leave the calendar out",
                    at: mark)
                return nil
            }
            return members.keepsMonthEnd
                ? .moved(members.anchor, .keepingMonthEnd(length)) : .after(members.anchor, length)
        case (nil, let count?):
            guard isNamed(members, mark, &problems) else { return nil }
            guard !members.keepsMonthEnd else {
                problems.report(
                    "business days have no end of month", hint: "leave end-of-month out", at: mark)
                return nil
            }
            return .moved(members.anchor, .businessDays(count, in: members.calendars))
        case (nil, nil):
            problems.report(
                "'period' is missing",
                hint: "write period: P10D, or business-days: 10 with calendar: new-york", at: mark)
            return nil
        case (_?, _?):
            problems.report(
                "both a period and business days are given", hint: "keep one of them", at: mark)
            return nil
        }
    }

    private static func isNamed(
        _ members: Members, _ mark: Mark?, _ problems: inout Problems
    ) -> Bool {
        guard members.calendars.isEmpty, members.convention != RollConvention.none else {
            return true
        }
        problems.report(
            "the calendar of the business days is not named",
            hint: "add calendar: new-york, london or target2, or one that a calendar-defined event "
                + "defines; a list where a business day is one of each", at: mark)
        return false
    }

    private static func members(of bound: DateBound) -> Members {
        switch bound {
        case .after(let anchor, let length): Members(anchor: anchor, length: length)
        case .moved(let anchor, .keepingMonthEnd(let length)):
            Members(anchor: anchor, length: length, keepsMonthEnd: true)
        case .moved(let anchor, .businessDays(let count, let names)):
            Members(anchor: anchor, businessDays: abs(count), calendars: names)
        case .moved(let anchor, .rolled(let convention, let names)):
            Members(anchor: anchor, convention: convention, calendars: names)
        case .moved(_, .endOf), .on, .from, .through, .until, .announced, .soft, .upon, .firstOf,
            .lastOf, .between, .open:
            Members(anchor: bound)
        }
    }
}
