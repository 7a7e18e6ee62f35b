import Amendments
import Notation
import Terms

/// What an amount or a quantity that is agreed cannot be: below zero, or a bound on what has no amount of money.
///
/// Only what is being recorded is held against this; what is in the book stays readable, and valid. An amount that
/// accrued may be below zero, as a credit is, and a report may repeat whatever its source has.
enum AmountRules {
    static func violations(
        in reading: AgreementReading, of new: some Sequence<RecordedEvent>
    ) -> [Violation] {
        new.flatMap { event in
            event.givenValues(in: reading.state).compactMap { given in
                let (name, value, kind) = (given.name, given.value, given.kind)
                return
                    (belowZero(value, of: name, kind) ?? countBelowZero(value, of: name)
                    ?? boundOnNoMoney(value, of: name, kind, in: reading))
                    .map { message, hint in
                        Violation(
                            message: message, hint: hint, ground: .itself,
                            event: event.reference, mark: given.mark)
                    }
            }
        }
    }

    private static func belowZero(
        _ value: ValueState, of name: FieldName, _ kind: TermKind
    ) -> (message: String, hint: String)? {
        // A figure that is held against a covenant, such as earnings, may be below zero.
        if kind == .covenant { return nil }
        guard let money = least(of: value), money.isNegative else { return nil }
        return (
            "\(name) is \(money), below zero: what is owed, bounded or valued never is",
            "write an amount of at least \(money.currency) 0; what flows back is a term of its "
                + "own, with payer and payee exchanged"
        )
    }

    private static func countBelowZero(
        _ value: ValueState, of name: FieldName
    ) -> (message: String, hint: String)? {
        let least: Int? =
            switch value {
            case .stated(.count(let count)), .between(.count(let count), _): count
            case .about(let near): if case .count(let count) = near.value { count } else { nil }
            case .stated, .between, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs: nil
            }
        guard let least, least < 0 else { return nil }
        return (
            "\(name) is \(least), below zero: what is counted never is",
            "write a count of at least 0"
        )
    }

    /// The least amount that is stated; nil where none is.
    private static func least(of value: ValueState) -> Money? {
        switch value {
        case .stated(.money(let money)), .between(.money(let money), _): return money
        case .about(let approximation):
            guard case .money(let money) = approximation.value else { return nil }
            return money
        case .stated, .between, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs:
            return nil
        }
    }

    private static func boundOnNoMoney(
        _ value: ValueState, of name: FieldName, _ kind: TermKind, in reading: AgreementReading
    ) -> (message: String, hint: String)? {
        guard name == .on, case .stated(.term(let id)) = value,
            let bounded = reading.state.term(id)?.kind
        else { return nil }
        let kinds =
            kind == .margin
            ? [.creditFacility] : TermKind.allCases.filter(\.definition.mayBeBounded)
        guard !kinds.contains(bounded) else { return nil }
        let why = kind == .margin ? "lends no money" : "has no amount of money"
        return (
            "\(kind.withArticle) cannot be on '\(id)': \(bounded.withArticle) \(why)",
            "a \(kind.rawValue) is on a term of the kind "
                + kinds.map(\.rawValue).joined(separator: ", ")
        )
    }
}
