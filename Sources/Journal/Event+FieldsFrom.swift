import Amendments
import Notation
import Terms

extension Event {
    /// From when the fields hold that the event gives: a term that is added holds from its start on, whatever day the
    /// document takes effect; else as the event states, else as the instrument does.
    func fieldsFrom(_ given: GivenFields, else ofInstrument: DateBound?) -> DateBound? {
        let start = kind == .termAdded ? given.set[.starts] : nil
        return start.flatMap { try? DateBound.codec.decode($0) } ?? effective ?? ofInstrument
    }
}
