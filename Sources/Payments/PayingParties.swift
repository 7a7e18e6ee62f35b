public import Terms

extension TermKind {
    /// The fields of such a term that may name who pays.
    public var payers: [FieldName] {
        switch self {
        case .supply, .sale: [.buyer]
        // The one that has to reach it owes no money for it.
        case .milestone: [.payer]
        case .serviceLevel: [.provider]
        case _: [.payer, .obligor]
        }
    }

    /// The fields of such a term that may name who is paid.
    public var payees: [FieldName] {
        switch self {
        case .supply: [.supplier]
        case .sale: [.seller]
        case .milestone: [.payee]
        case .serviceLevel: [.customer]
        case _: [.payee, .beneficiary]
        }
    }
}
