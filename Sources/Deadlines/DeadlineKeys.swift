import Amendments
import Ledger
import Terms

/// Gives each deadline of an agreement a key of its own.
///
/// Of several of one name, such as the notice days of a term that renews again and again, the first one ever is 1. A
/// key therefore stays when a day moves, when another event governs, and whatever span is asked about.
struct DeadlineKeys {
    /// One deadline among those of its name.
    private struct Place: Hashable {
        let name: String
        let when: Deadline.When
        let number: Int
        let cause: EventReference?
        let fields: [FieldName]

        init(_ deadline: Deadline) {
            name = deadline.name
            when = deadline.when
            number = deadline.number
            cause = deadline.causes.first?.reference
            fields = deadline.values.map(\.name)
        }
    }

    private var keys: [Place: String] = [:]

    /// - Parameter all: every deadline there ever was, up to the last day of the span.
    init(of all: [Deadline]) {
        let dated = all.filter { $0.when.days != nil }
        for (name, group) in Dictionary(grouping: dated, by: \.name) {
            let isNumbered = Set(group.map(\.number)).count == group.count
            let ordered = group.sorted { Self.order(of: $0) < Self.order(of: $1) }
            for (index, deadline) in ordered.enumerated() {
                let number = isNumbered ? deadline.number : index + 1
                keys[Place(deadline)] = "\(name)/\(number)"
            }
        }
    }

    /// The deadline with its key. One without a day has that of the event it rests on.
    func keyed(_ deadline: Deadline) -> Deadline {
        let place = Place(deadline)
        let cause = place.cause?.description ?? "none"
        let rest = ([cause] + place.fields.map(\.rawValue)).joined(separator: "/")
        var keyed = deadline
        keyed.key = keys[place] ?? "\(deadline.name)/\(deadline.number)/\(rest)"
        return keyed
    }

    private static func order(of deadline: Deadline) -> (Day, Day, Int, String) {
        let days = deadline.when.days
        let cause = deadline.causes.first?.reference.description ?? ""
        return (days?.first ?? .first, days?.last ?? .last, deadline.number, cause)
    }
}
