import Amendments
public import Ledger
import Terms

extension AgreementView {
    /// What it has in common with others: every party that it has or that any of its terms ever named, and what it
    /// says of names. Every rule looks around one party: agreements that share none are far from each other.
    public var commonGround: Set<CommonGround> {
        let state = reading.state
        let values: [ValueState?] = state.terms.values.flatMap { term in
            term.assertions.values.joined().map(\.value) + term.reports.values.joined().map(\.value)
        }
        let parties = state.parties.keys + values.flatMap { Self.parties(inState: $0) }
        return Set(parties.map { .party($0) } + (state.scopes.isEmpty ? [] : [.vocabulary]))
    }

    private static func parties(inState state: ValueState?) -> [PartyID] {
        switch state {
        case .stated(let value)?: parties(in: value)
        case .between(let low, let high)?: parties(in: low) + parties(in: high)
        case .about?, .redacted?, .undisclosed?, .unknown?, .silent?, .some(.none), .sameAs?, nil:
            []
        }
    }

    private static func parties(in value: Value) -> [PartyID] {
        switch value {
        case .party(let id): [id]
        case .parties(let ids): Array(ids)
        case _: []
        }
    }
}
