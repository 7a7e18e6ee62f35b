public import Terms

/// The ground one term takes on one day: who gives what to whom, where, and shutting out whom.
///
/// After the availability logic of film rights (term x media x territory x exclusivity), widened to the
/// dimensions of `Dimension`. A dimension that a term leaves out is not limited by it; one whose value is
/// withheld, unknown, only reported or contested is `unknown`, never a value.
public struct Footprint: Hashable, Sendable {
    public var agreement: AgreementID
    public var kind: TermKind
    public var grantor: Coverage<PartyID>
    public var grantee: Coverage<PartyID>
    public var act: Act
    public var products: Coverage<TagSet>
    public var fields: Coverage<TagSet>
    public var territories: Coverage<TagSet>
    public var channels: Coverage<TagSet>
    public var customers: Coverage<TagSet>
    public var exclusivity: Coverage<Exclusivity>
    /// Whether the term is in force; unknown where its dates are too imprecise to say.
    public var interval: Coverage<Bool>
    /// What the term is about in words, where it has any.
    public var subject: String

    /// The scope in one of the five dimensions of names; nil for another dimension.
    public func scope(_ dimension: Dimension) -> Coverage<TagSet>? {
        switch dimension {
        case .products: products
        case .fields: fields
        case .territories: territories
        case .channels: channels
        case .customers: customers
        case .grantor, .grantee, .act, .interval, .exclusivity, .exception, .process, .amount,
            .support, .value:
            nil
        }
    }

    /// The dimensions of names.
    public static let scopes: [Dimension] = [
        .products, .fields, .territories, .channels, .customers,
    ]

    /// Whether any dimension of names is narrowed.
    public var isNarrowed: Bool {
        Self.scopes.contains { scope($0) != .known(.all) }
    }
}
