import Amendments
import Notation
import Terms

/// The values that the rows of one instrument give, each with the row that gave it first.
///
/// A document that gives one field two values from the same day contradicts itself, or the table has it wrong; which of
/// the two holds, only who wrote it knows.
struct TableGivenValues {
    private struct Place: Hashable {
        var term: TermID
        var field: FieldName
        var effective: DateBound?
        var lasts: DateBound?
    }

    private let effective: DateBound?
    private var first: [Place: (value: Node, row: TableRow)] = [:]

    /// - Parameter instrument: nil where it cannot be read.
    init(of instrument: Instrument?) { effective = instrument?.effective }

    /// What the event says otherwise than an earlier row of the instrument.
    mutating func contradictions(of event: Event, in row: TableRow) -> [Problem] {
        guard [.termAdded, .termAmended].contains(event.kind) else { return [] }
        var problems: [Problem] = []
        for given in event.payload.givenFields {
            let from = event.fieldsFrom(given, else: effective)
            for name in given.set.names {
                guard let value = given.set[name] else { continue }
                let place = Place(
                    term: given.term, field: name, effective: from,
                    lasts: event.payload.lastsUntil)
                guard let earlier = first[place] else {
                    first[place] = (value, row)
                    continue
                }
                guard earlier.value != value, let cell = row.cell(of: name) else { continue }
                let said = earlier.row.cell(of: name)?.text ?? value.excerpt
                problems.append(
                    row.problem(
                        "'\(cell.text)' contradicts row \(earlier.row.number), which gives '\(name)' of "
                            + "'\(given.term)' as '\(said)' from the same day",
                        hint:
                            "keep what the document states; a step that holds from a later day names it in the "
                            + "column 'effective'", at: cell))
            }
        }
        return problems
    }
}
