extension ValueState {
    /// Whether both cannot be true of the same field at the same time.
    ///
    /// Values compare by what they mean: `2022-06` contains `2022-06-30`, a range contains what lies in it,
    /// and P12M is P1Y. What is withheld or not known contradicts no value, but a value that exists
    /// contradicts `none`.
    public func contradicts(_ other: ValueState) -> Bool {
        switch (self, other) {
        case (.none, .none): false
        case (.none, _): other.exists
        case (_, .none): exists
        case (.stated(let left), .stated(let right)): left.contradicts(right)
        case (.stated(let value), .between(let low, let high)),
            (.between(let low, let high), .stated(let value)):
            value.exceeds(high) || low.exceeds(value)
        case (.between(let low, let high), .between(let otherLow, let otherHigh)):
            low.exceeds(otherHigh) || otherLow.exceeds(high)
        case (.about, _), (_, .about):
            // Without a tolerance it may be any value.
            if let own = ends, let others = other.ends {
                own.low.exceeds(others.high) || others.low.exceeds(own.high)
            } else {
                false
            }
        case (.redacted, _), (.undisclosed, _), (.unknown, _), (.silent, _), (.sameAs, _),
            (.stated, _), (.between, _):
            false
        }
    }

    /// Whether it says what the value is, or that there is none.
    package var says: Bool {
        switch self {
        case .stated, .between, .about, .none, .sameAs: true
        case .redacted, .undisclosed, .unknown, .silent: false
        }
    }

    /// Whether it is stated as near a value.
    package var isApproximate: Bool {
        if case .about = self { true } else { false }
    }

    /// Whether there is a value, be it withheld; false where that is not said.
    private var exists: Bool {
        switch self {
        case .stated, .between, .about, .redacted, .undisclosed: true
        case .unknown, .silent, .none, .sameAs: false
        }
    }
}

extension Value {
    fileprivate func contradicts(_ other: Value) -> Bool {
        switch (self, other) {
        case (.text(let left), .text(let right)):
            left.split(whereSeparator: \.isWhitespace)
                != right.split(whereSeparator: \.isWhitespace)
        case (.date(let left), .date(let right)):
            !left.possibleDays.overlaps(right.possibleDays)
        case (.bound(let left), .bound(let right)): left.contradicts(right)
        case (.duration(let left), .duration(let right)): !left.isAsLong(as: right)
        case (.parties(let left), .parties(let right)): Set(left) != Set(right)
        case (.text, _), (.choice, _), (.flag, _), (.count, _), (.money, _), (.rate, _),
            (.indexation, _),
            (.formula, _),
            (.schedule, _),
            (.tiers, _),
            (.unitPrice, _),
            (.date, _), (.bound, _), (.duration, _), (.businessDays, _), (.yearly, _), (.party, _),
            (.parties, _),
            (.tags, _),
            (.term, _), (.condition, _):
            self != other
        }
    }
}

extension CivilDate {
    fileprivate var possibleDays: ClosedRange<Day> { earliest...latest }
}

extension CalendarDuration {
    /// Whether both lead from every day to the same day.
    fileprivate func isAsLong(as other: CalendarDuration) -> Bool {
        months == other.months && days == other.days
    }
}

extension DateBound {
    /// Whether both cannot be the same bound. Two that list others agree where each finds its match.
    fileprivate func contradicts(_ other: DateBound) -> Bool {
        if self == other { return false }
        switch (self, other) {
        case (.firstOf(let left), .firstOf(let right)), (.lastOf(let left), .lastOf(let right)):
            return left.count != right.count || !left.allFind(right)
        case (.firstOf, _), (.lastOf, _), (.upon, _), (.soft, _), (.open, _), (.on, _), (.from, _),
            (.through, _), (.until, _), (.announced, _), (.between, _), (.after, _), (.moved, _):
            break
        }
        // On which days business is done is not known here.
        guard calendars.isEmpty, other.calendars.isEmpty else { return false }
        let isEnd = isWrittenAsEnd || other.isWrittenAsEnd
        guard let own = possibleDays(asEnd: isEnd), let others = other.possibleDays(asEnd: isEnd)
        else { return true }
        return !own.overlaps(others)
    }

    private var isWrittenAsEnd: Bool {
        switch self {
        case .through, .until: true
        case .after(let anchor, _), .moved(let anchor, _): anchor.isWrittenAsEnd
        case .on, .from, .announced, .soft, .upon, .firstOf, .lastOf, .between, .open: false
        }
    }

    /// The days that may be the first on which it begins something, or the last before it ends something;
    /// nil where it names no date.
    private func possibleDays(asEnd: Bool) -> ClosedRange<Day>? {
        switch self {
        case .on(let date), .through(let date): date.possibleDays
        case .from(let date), .announced(let date), .until(let date):
            asEnd
                ? date.earliest.adding(days: -1)...date.latest.adding(days: -1) : date.possibleDays
        case .between(let first, let last): first.earliest...last.latest
        case .after(let anchor, let length):
            anchor.possibleDays(asEnd: asEnd).map { days in
                length.reached(from: days.lowerBound)...length.reached(from: days.upperBound)
            }
        case .moved(let anchor, let move):
            anchor.possibleDays(asEnd: asEnd).map { days in
                let calendars = BusinessCalendars()
                return move.reached(from: days.lowerBound, calendars)
                    .lowerBound...move.reached(
                        from: days.upperBound, calendars
                    ).upperBound
            }
        case .soft, .upon, .firstOf, .lastOf, .open: nil
        }
    }
}

extension [DateBound] {
    fileprivate func allFind(_ others: [DateBound]) -> Bool {
        var rest = others
        return allSatisfy { bound in
            guard let index = rest.firstIndex(where: { !bound.contradicts($0) }) else {
                return false
            }
            rest.remove(at: index)
            return true
        }
    }
}
