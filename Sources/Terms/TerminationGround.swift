/// Why an agreement ends, or may be ended, before its time: the standard words of contracts.
///
/// The words are those of a right of termination (`ground` of `termination-right`). An event that ends an agreement
/// may say its ground in one of them too, or in its own words.
public enum TerminationGround: String, CaseIterable, Hashable, Sendable {
    /// No reason has to be given.
    case convenience
    /// The other side did, or failed to do, something that the agreement names as a cause.
    case cause
    /// The control of a party changed.
    case changeOfControl = "change-of-control"
    /// A party is insolvent, or stops paying its debts.
    case insolvency
    /// The other side broke a duty that matters, and did not cure the breach in time.
    case materialBreach = "material-breach"
    /// The other side did not pay what was due.
    case nonPayment = "non-payment"
    /// What had to happen by a day, the long-stop date, has not happened by then.
    case longStop = "long-stop"
    /// A stated measure of performance was not reached.
    case performance
    /// An authority forbids it, does not permit it, or a change of law makes it unlawful or too burdensome.
    case regulatory
    /// An event beyond the control of the parties lasts too long.
    case forceMajeure = "force-majeure"
    /// The other side challenges the rights that are licensed.
    case challenge
    /// Another agreement between them ended, or was broken.
    case crossTermination = "cross-termination"
    /// A party gave notice that it does not renew.
    case nonRenewal = "non-renewal"
    /// The parties agreed to end it.
    case mutual

    /// The grounds of a right that one party holds: what both agree needs no right, and what is not renewed runs out.
    static let ofRights = allCases.filter { $0 != .mutual && $0 != .nonRenewal }.map(\.rawValue)
}
