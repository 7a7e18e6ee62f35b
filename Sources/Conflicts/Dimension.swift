/// What two footprints are compared in, one thing at a time.
public enum Dimension: String, CaseIterable, Hashable, Sendable {
    /// Who gives the right or is bound.
    case grantor
    /// Whom it is given to or protects; it meets where the two are *not* the same.
    case grantee
    case act
    case products, fields, territories, channels, customers
    /// Whether both hold on the days in question.
    case interval
    case exclusivity
    /// Whether the condition under which a term does not bind has come about.
    case exception
    /// Whether whoever comes first was asked first.
    case process
    /// How two or more figures compare.
    case amount
    /// Whether what a term leans on is still there.
    case support
    /// Whether one field has one value.
    case value
}
