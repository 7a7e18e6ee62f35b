import Amendments
import DeedbookTesting
import Ledger
import Notation
import Terms

/// A term with one number in it, which is all that the fold cares about.
enum Sample {
    static let term: TermID = "volume"

    static func opened(_ amount: Int, from day: CivilDate, key: RecordingKey = "opening")
        -> Recording
    {
        recorded(
            key, kind: .definitive, signed: day, effective: .on(day),
            Event(AgreementRecorded(title: "Story", zone: "UTC", conventions: nil)),
            Event(PartyAdmitted(party: "a", name: "A")),
            Event(PartyAdmitted(party: "b", name: "B")),
            added(amount))
    }

    static func added(_ amount: Int, _ more: KeyValuePairs<FieldName, String> = [:]) -> Event {
        var all: [(FieldName, String)] = [
            (.obligor, "a"), (.beneficiary, "b"), (.quantity, String(amount)),
        ]
        all += more.map { ($0.key, $0.value) }
        return Event(
            TermAdded(
                term: term, kind: .volumeCommitment,
                set: raw(all)))
    }

    /// Terms whose ends are bounds need more than text.
    static func set(_ amount: Int) -> RawFields { raw([(.quantity, String(amount))]) }

    static func raw(_ values: [(FieldName, String)]) -> RawFields {
        RawFields(Dictionary(values.map { ($0.0, .string($0.1)) }) { _, last in last })
    }

    static func amended(
        _ key: RecordingKey, to amount: Int, from day: CivilDate, lasts: DateBound? = nil,
        onward: [EventReference]? = nil, number: Int? = nil, signed: CivilDate? = nil,
        disclosed: CivilDate? = nil
    ) -> Recording {
        recorded(
            key, number: number, signed: signed, effective: .on(day), disclosed: disclosed,
            Event(
                TermAmended(
                    term: term, set: set(amount), lasts: lasts,
                    onward: onward.map { TermAmended.Onward(wipes: $0) })))
    }
}

extension StoryMoment {
    /// The number that governs on the day of the question, as text.
    var amount: String? {
        copy.term(Sample.term)?.field(.quantity)?.value.displayText
    }
}
