/// What becomes of a day that is no business day: the business day conventions of ISDA (2006 ISDA Definitions,
/// section 4.12; 2021 ISDA Interest Rate Derivatives Definitions, section 2.3), in the words of FpML.
public enum RollConvention: String, CaseIterable, Hashable, Sendable {
    /// The next business day.
    case following
    /// The next business day; where that lies in another month, the last business day before.
    case modifiedFollowing = "modified-following"
    /// The last business day before.
    case preceding
    /// The last business day before; where that lies in another month, the next one.
    case modifiedPreceding = "modified-preceding"
    /// The day stays as it is.
    case none
}
