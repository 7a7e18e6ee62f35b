public import Terms

/// What one term covers on one day: who gives what to whom, where, and excluding whom.
///
/// After the availability logic of film rights (term x media x territory x exclusivity), widened to the
/// dimensions of `Dimension`. A dimension that no instrument states is `unknown`, never a value, and so is one
/// that is withheld, only reported, contested or stated in words. That it is not limited must be stated, as
/// `all`.
public struct TermScope: Hashable, Sendable {
    public var agreement: AgreementID
    public var kind: TermKind
    public var grantor: Coverage<PartyLine>
    public var grantee: Coverage<PartyLine>
    public var acts: Coverage<TagSet>
    /// What the right is in; nil where products alone say so.
    public var subjects: Coverage<TagSet>?
    public var products: Coverage<TagSet>
    public var fields: Coverage<TagSet>
    public var territories: Coverage<TagSet>
    public var channels: Coverage<TagSet>
    public var customers: Coverage<TagSet>
    public var exclusivity: Coverage<Exclusivity>
    /// How far the one it is given to excludes others in turn: a buyer that buys from no one else.
    public var counterExclusivity: Coverage<Exclusivity>
    /// Whether the term is in force; unknown where that depends on anything no instrument states.
    public var interval: Coverage<Bool>
    /// What it leaves out or narrows in words; nil for nothing.
    public var limits: String?
    /// Why the term is not known from instruments; nil where it is.
    public var doubt: String?
    /// What the term is about in words, where it has any.
    public var words: String

    /// The scope in one of the five dimensions of names; nil for another dimension.
    public func scope(_ dimension: Dimension) -> Coverage<TagSet>? {
        switch dimension {
        case .products: products
        case .fields: fields
        case .territories: territories
        case .channels: channels
        case .customers: customers
        case .grantor, .grantee, .act, .subject, .interval, .exclusivity, .limits, .exception,
            .waiver, .consent, .evidence, .process, .amount, .support, .value:
            nil
        }
    }

    /// The dimensions of names.
    public static let scopes: [Dimension] = [
        .products, .fields, .territories, .channels, .customers,
    ]

    /// Whether an instrument states any dimension of names, in names.
    public var isStated: Bool {
        Self.scopes.contains { scope($0)?.content != nil } || subjects?.content != nil
    }

    /// Whether the bound party or the protected one is not known at all.
    var isPartyUnknown: Bool { grantor.content == nil }
}
