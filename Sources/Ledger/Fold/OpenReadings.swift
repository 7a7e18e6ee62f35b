import Amendments
import Notation
import Terms

/// Readings of one field that compete, and of which no one chose one.
///
/// From the day it is said, whatever governed the field then may read as each of them: where the text of a reading is a
/// value of the field it is that value, otherwise it is not known. So it stays until the parties set the field anew, or
/// someone chooses a reading. A source that is worse evidence than what governs raises no doubt.
struct OpenReadings {
    private let statements: [Statement]
    private let order: InstrumentOrder

    private struct Statement {
        let event: RecordedEvent
        let readings: [Assertion]
        let begins: DayWindow
        /// From when a reading is surely chosen; nil while none is.
        let chosen: Day?
    }

    /// Returns nil where no readings of the field compete.
    init?(
        of field: FieldName, in record: TermRecord, order: InstrumentOrder, bounds: BoundReader
    ) {
        let said = record.interpretations(of: field)
        let type = record.kind.definition.field(field)?.type ?? .text
        statements = said.compactMap { one -> Statement? in
            guard one.by.isEmpty, !one.competing.isEmpty, let begins = bounds.start(of: one.event)
            else { return nil }
            let choices = said.filter {
                !$0.by.isEmpty && order.key(of: $0.event) > order.key(of: one.event)
            }
            let values = Set(one.competing.map { type.value(readingAs: $0) })
            return Statement(
                event: one.event,
                readings: values.sorted { $0.displayText < $1.displayText }.map {
                    Assertion(event: one.event, value: $0, begins: one.event.effective)
                }, begins: begins,
                chosen: choices.compactMap { bounds.start(of: $0.event)?.sure }.min())
        }
        guard !statements.isEmpty else { return nil }
        self.order = order
    }

    /// What may govern, with the readings beside what they are readings of.
    func laid(over agreed: CellTimeline) -> CellTimeline {
        let days = statements.flatMap { [$0.begins.first] + [$0.chosen].compactMap(\.self) }
        return CellTimeline(changingOn: agreed.changeDays + days) { day in
            let governing = agreed.at(day)
            return statements.filter { concerns(governing, $0, on: day) }
                .reduce(into: governing) { found, statement in
                    let others = statement.readings.filter { reading in
                        !governing.contains { $0?.value == reading.value }
                    }
                    found += others
                }
        }.coalesced()
    }

    private func concerns(
        _ governing: [Assertion?], _ statement: Statement, on day: Day
    ) -> Bool {
        guard statement.begins.first <= day, statement.chosen.map({ day < $0 }) ?? true else {
            return false
        }
        return governing.compactMap(\.self).contains { assertion in
            statement.event.grade <= assertion.event.grade
                && (order.key(of: assertion.event) < order.key(of: statement.event)
                    || assertion.event.recording.key == statement.event.recording.key)
        }
    }
}

extension Assertion {
    /// Whether it is a reading that competes with what the parties agreed.
    var isOpenReading: Bool { event.event.payload is TermInterpreted }
}

extension CellTimeline {
    /// Every reading that competes with what the parties agreed, on whatever day.
    var openReadings: [Assertion] {
        flatMap(\.value).compactMap(\.self).filter(\.isOpenReading)
    }
}

extension TermRecord {
    /// What may govern a field on each day, with readings that compete.
    func cell(
        _ field: FieldName, order: InstrumentOrder, bounds: BoundReader
    ) -> CellTimeline {
        let agreed = CellTimeline(assertions[field] ?? [], order: order, bounds: bounds)
        let read =
            OpenReadings(of: field, in: self, order: order, bounds: bounds)?.laid(over: agreed)
            ?? agreed
        return kind.definition.field(field)?.standing == .balance
            ? read.balances(bounds: bounds) : read
    }

    /// What may govern each field.
    func cells(order: InstrumentOrder, bounds: BoundReader) -> [FieldName: CellTimeline] {
        Dictionary(
            uniqueKeysWithValues: assertions.keys.map {
                ($0, cell($0, order: order, bounds: bounds))
            })
    }

    /// What was said of how a field reads.
    func interpretations(
        of field: FieldName
    ) -> [(event: RecordedEvent, by: [PartyID], competing: [String])] {
        remarks.compactMap { remark in
            guard case .interpreted(field, _, let by, let competing) = remark.content else {
                return nil
            }
            return (remark.event, by, competing)
        }
    }
}

extension FieldType {
    /// What a reading in words says, where they are a value of the type as people write it; words about a text are no
    /// other text.
    fileprivate func value(readingAs words: String) -> ValueState {
        guard self != .text else { return .unknown }
        var problems = Problems(.forgiving)
        guard let value = codec.decode(Node(.plain(words)), &problems), problems.isEmpty else {
            return .unknown
        }
        return .stated(value)
    }
}
