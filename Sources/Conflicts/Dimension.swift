/// What two footprints are compared in, one thing at a time.
public enum Dimension: String, CaseIterable, Hashable, Sendable {
    /// Who gives the right or is bound.
    case grantor
    /// Whom it is given to or protects; it meets where the two are *not* the same.
    case grantee
    case act
    /// What the right is in: the work, the patents, the capacity.
    case subject
    case products, fields, territories, channels, customers
    /// Whether both hold on the days in question.
    case interval
    case exclusivity
    /// What a term leaves out or narrows in words.
    case limits
    /// Whether the condition under which a term does not bind has come about.
    case exception
    /// Whether the right was given up.
    case waiver
    /// Whether the protected party agreed to it.
    case consent
    /// How well the terms are known: from instruments, or from what others say of them.
    case evidence
    /// Whether the holder of a right to be asked first was asked first.
    case process
    /// How two or more figures compare.
    case amount
    /// Whether what a term depends on is still there.
    case support
    /// Whether one field has one value.
    case value
}
