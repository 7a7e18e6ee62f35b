import Terms

/// Where a step stands among those of its agreement: in the order in which the steps of a field govern.
///
/// Three kinds of rows are no steps of a field. The first row of an agreement has no term, no field and position 0.
/// Events of the frame have no term and no field. Rows of `numbered` state which instruments with a number there are:
/// the number stands in the place of the day, and of the same number the first one is the last.
struct StepPlace: Hashable, Comparable {
    /// Empty for what is of no term.
    let term: String
    /// Empty for what is of no field.
    let field: String
    let begins: Int
    let agreed: Int
    let number: Int
    let position: Int

    /// That of an agreement's first row.
    static let first = StepPlace(
        term: "", field: "", begins: Day.first.number, agreed: Day.first.number, number: 0,
        position: 0)
    /// The field that rows of numbered instruments have.
    static let numbered = "#number"

    /// Up to a day in a field; or all of the field.
    static func field(_ field: String, of term: String, through day: Int = .max) -> StepPlace {
        StepPlace(
            term: term, field: field, begins: day, agreed: .max, number: .max, position: .max)
    }

    func isOf(_ field: String, of term: String) -> Bool {
        self.field == field && self.term == term
    }

    /// As SQLite compares: ids and names of fields are ASCII.
    static func < (lhs: StepPlace, rhs: StepPlace) -> Bool {
        if lhs.term != rhs.term { return lhs.term < rhs.term }
        if lhs.field != rhs.field { return lhs.field < rhs.field }
        return (lhs.begins, lhs.agreed, lhs.number, lhs.position)
            < (rhs.begins, rhs.agreed, rhs.number, rhs.position)
    }
}

// As it is written in the row before it: term and field only where they are others than that row's.
extension StepPlace {
    func link(from before: StepPlace) -> String {
        let numbers = [begins, agreed, number, position].map(String.init)
        let own = before.isOf(field, of: term) ? [] : [term, field]
        return (own + numbers).joined(separator: "\u{1F}")
    }

    /// - Returns: nil where it is no place.
    init?(link: String, from before: StepPlace) {
        let parts = link.utf8.split(separator: 0x1F, omittingEmptySubsequences: false)
        let isNear = parts.count == 4
        guard isNear || parts.count == 6,
            let begins = Int(Substring(parts[parts.count - 4])),
            let agreed = Int(Substring(parts[parts.count - 3])),
            let number = Int(Substring(parts[parts.count - 2])),
            let position = Int(Substring(parts[parts.count - 1]))
        else { return nil }
        self.init(
            term: isNear ? before.term : String(Substring(parts[0])),
            field: isNear ? before.field : String(Substring(parts[1])), begins: begins,
            agreed: agreed, number: number, position: position)
    }
}
