import Notation
import Terms

/// Looks whether what is mapped of a release can be read: ids, days and amounts.
struct ReleaseCheck {
    private(set) var problems: [Problem] = []

    mutating func look(at release: Node, _ pointer: JSONPointer) {
        for list in ["parties", "awards", "contracts"] {
            each(release[list], pointer.member(list)) { check, item, pointer in
                check.id(of: item, pointer)
            }
        }
        each(release["contracts"], pointer.member("contracts")) { check, contract, pointer in
            check.contract(contract, pointer)
        }
    }

    private mutating func contract(_ contract: Node, _ pointer: JSONPointer) {
        date(contract, "dateSigned", pointer)
        value(contract["value"], pointer.member("value"))
        for name in ["startDate", "endDate"] {
            date(contract["period"], name, pointer.member("period"))
        }
        each(contract["amendments"], pointer.member("amendments")) { check, amendment, pointer in
            check.date(amendment, "date", pointer)
        }
        date(contract["amendment"], "date", pointer.member("amendment"))
        let implementation = pointer.member("implementation")
        for (list, pointer) in [
            (contract["milestones"], pointer.member("milestones")),
            (contract["implementation"]?["milestones"], implementation.member("milestones")),
        ] {
            each(list, pointer) { check, milestone, pointer in
                check.id(of: milestone, pointer)
                check.date(milestone, "dueDate", pointer)
                check.date(milestone, "dateMet", pointer)
            }
        }
        each(
            contract["implementation"]?["transactions"], implementation.member("transactions")
        ) { check, transaction, pointer in
            check.date(transaction, "date", pointer)
            check.value(transaction["value"], pointer.member("value"))
            check.value(transaction["amount"], pointer.member("amount"))
        }
        for (list, pointer) in [
            (contract["documents"], pointer.member("documents")),
            (contract["implementation"]?["documents"], implementation.member("documents")),
        ] {
            each(list, pointer) { check, document, pointer in
                check.date(document, "datePublished", pointer)
            }
        }
    }

    private mutating func each(
        _ list: Node?, _ pointer: JSONPointer,
        _ look: (inout ReleaseCheck, Node, JSONPointer) -> Void
    ) {
        for (index, item) in (list?.items ?? []).enumerated() {
            look(&self, item, pointer.item(index))
        }
    }

    private mutating func id(of node: Node, _ pointer: JSONPointer) {
        guard node["id"]?.identifier == nil else { return }
        problems.append(
            Problem(
                pointer.member("id"), "'id' is missing", hint: "a text or a whole number",
                of: node["id"] ?? node))
    }

    private mutating func date(_ node: Node?, _ name: String, _ pointer: JSONPointer) {
        guard let date = node?[name], date.content != .null,
            date.text.flatMap({ WrittenInstant($0) }) == nil
        else { return }
        problems.append(
            Problem(
                pointer.member(name), "\(date.excerpt) is no date",
                hint: "write a moment as RFC 3339 does, such as 2026-04-27T00:00:00Z", of: date))
    }

    private mutating func value(_ value: Node?, _ pointer: JSONPointer) {
        guard let value else { return }
        if let amount = value["amount"], amount.content != .null,
            amount.decimal.flatMap({ ExactDecimal($0) }) == nil
        {
            problems.append(
                Problem(
                    pointer.member("amount"), "\(amount.excerpt) is no amount",
                    hint: "a number such as 1250000.50", of: amount))
        }
        if let currency = value["currency"], currency.content != .null,
            currency.text.flatMap({ Currency($0) }) == nil
        {
            problems.append(
                Problem(
                    pointer.member("currency"), "\(currency.excerpt) is no currency",
                    hint: "a code of ISO 4217, such as EUR", of: currency))
        }
    }
}
