import Terms

extension PayableLine {
    /// Its runs of days, in order.
    public var paymentSpans: [PaymentSpan] {
        parts.compactMap { part in
            switch part.cause {
            case .days(let paymentSpan): paymentSpan
            case .floor, .cap, .aggregateCap, .aggregateFloor: nil
            }
        }
    }

    /// Why it is a range or nothing, or what is assumed in it; each reason once.
    public var allReasons: [String] {
        (paymentSpans.flatMap(\.reasons) + reasons).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }
}

extension Calculation {
    /// Whether something that counts is stated as near a value, it is not stated how near: then no sum is certain,
    /// be it one amount or a range.
    public var isApproximate: Bool { paymentSpans.contains(where: \.isApproximate) }

    /// Every run of days in the order of the lines.
    public var paymentSpans: [PaymentSpan] { lines.flatMap(\.paymentSpans) }

    /// This total less another, in minor units; an end that is not known is nil.
    ///
    /// The ends assume nothing about how the two are related, but for one thing: where on every day both
    /// rest on the same word for what they do not know, and one has no looser bound, it is never more.
    public func change(from other: Calculation) -> (low: Int128?, high: Int128?) {
        let low = other.total.high.map { total.low - $0 }
        let high = total.high.map { $0 - other.total.low }
        return (
            other.isAtMost(self) ? max(low ?? 0, 0) : low,
            isAtMost(other) ? min(high ?? 0, 0) : high
        )
    }

    /// Whether this surely is no more than another over the same lines, whatever is not known.
    private func isAtMost(_ other: Calculation) -> Bool {
        guard !isWhole, !other.isWhole, paidBefore == other.paidBefore, spans == other.spans,
            lines.map(\.slice) == other.lines.map(\.slice)
        else { return false }
        return paymentSpans.allSatisfy { mine in
            other.paymentSpans.allSatisfy { theirs in
                mine.within(theirs.days) == nil || mine.isAtMost(theirs)
            }
        }
    }
}

extension PaymentSpan {
    fileprivate func isAtMost(_ other: PaymentSpan) -> Bool {
        if pays == .no, floor == nil { return true }
        guard pays == other.pays, pays == .yes else { return false }
        return isAccrualAtMost(other)
            && isAtMost(cap, other.cap, absent: Amount(.max, nil), other, Self.capNames)
            && isAtMost(floor, other.floor, absent: .zero, other, Self.floorNames)
            && isAtMost(
                aggregateCap, other.aggregateCap, absent: Amount(.max, nil), other, Self.capNames)
            && isAtMost(
                aggregateFloor, other.aggregateFloor, absent: .zero, other, Self.floorNames)
    }

    private static let capNames: Set<FieldName> = [.cap, .capPeriod, .amount]
    private static let floorNames: Set<FieldName> = [.floor, .minimum, .amount]

    private static let accrualNames: Set<FieldName> = [
        .rate, .unitPrice, .tiers, .formula, .schedule, .amount, .quantity, .base, .baseFloor,
        .dayCount, .commitment, .credit, .creditCap,
    ]

    private func isAccrualAtMost(_ other: PaymentSpan) -> Bool {
        switch (accrual, other.accrual) {
        case (.share(let mine), .share(let theirs)):
            isAtMost(mine, theirs, absent: .zero, other, Self.accrualNames)
        case (.sum(let mine), .sum(let theirs)):
            isAtMost(mine, theirs, absent: .zero, other, Self.accrualNames)
        case (.share, _), (.sum, _), (.tiers, _), (.instalments, _), (.formula, _),
            (.interest, _), (.credit, _), (.oneOf, _):
            accrual == other.accrual && words(Self.accrualNames) == other.words(Self.accrualNames)
                && words(Self.accrualNames).allSatisfy(\.isSettled)
        }
    }

    /// By what they surely are, or because the same settled words say both.
    private func isAtMost<Number>(
        _ mine: Extent<Number>?, _ theirs: Extent<Number>?, absent: Extent<Number>,
        _ other: PaymentSpan, _ names: Set<FieldName>
    ) -> Bool {
        if mine == nil, theirs == nil { return true }
        if !isApproximate, !other.isApproximate, let most = (mine ?? absent).high,
            most <= (theirs ?? absent).low
        {
            return true
        }
        // No cap at all is above every one.
        if theirs == nil, absent.high == nil { return true }
        return mine == theirs && words(names) == other.words(names)
            && words(names).allSatisfy(\.isSettled)
    }

    private func words(_ names: Set<FieldName>) -> [TermUse] {
        uses.filter { $0.field.map(names.contains) ?? false }
    }
}
