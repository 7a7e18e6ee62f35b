import Amendments
import Terms

extension Journal {
    /// The order in which recordings that are given together are recorded: of disclosure, then of key.
    ///
    /// What records an agreement goes before whatever else is said of that agreement, also where it was disclosed later:
    /// an amendment may well be published before its original. Nothing is recorded of an agreement that is not there.
    static func inOrder(_ drafts: [Draft]) -> [Draft] {
        let sorted = drafts.sorted { $0.place < $1.place }
        var foundations: [AgreementID: Int] = [:]
        for (index, draft) in sorted.enumerated() {
            for agreement in draft.recording.recordedAgreements where foundations[agreement] == nil
            {
                foundations[agreement] = index
            }
        }
        var order: [Int] = []
        var placed: Set<Int> = []
        for (index, draft) in sorted.enumerated() {
            let first = draft.recording.agreements.compactMap { foundations[$0] }
            for index in first + [index] where placed.insert(index).inserted { order.append(index) }
        }
        return order.map { sorted[$0] }
    }
}

extension Recording {
    /// The agreements that it records.
    fileprivate var recordedAgreements: [AgreementID] {
        events.filter { $0.kind == .agreementRecorded }.map { $0.agreement ?? agreement }
    }
}
