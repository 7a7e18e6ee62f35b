/// One way in which terms conflict, or in which a term needs a look.
///
/// A rule is a pure function of what is in force on a run of days. It says what it can prove and what is
/// not known, and leaves out what is proved not to meet.
public protocol ConflictRule: Sendable {
    var name: RuleName { get }
    /// Where the rule comes from: literature, statute or practice.
    var source: String { get }
    /// What the rule says, in one sentence.
    var summary: String { get }
    /// True where a finding depends on its two sides alone: it is then looked for only when one of them
    /// changes, and holds as long as neither does.
    var isPairwise: Bool { get }
    /// What it finds among the terms around one party.
    func findings(in context: PartyContext) -> [Finding]
    /// What it finds in one term alone, on one of its runs of days.
    ///
    /// - Parameters:
    ///   - termPeriod: the term on one of its runs.
    ///   - runs: every run of the term, in order.
    func finding(of termPeriod: TermPeriod, in runs: [TermPeriod]) -> Finding?
}

extension ConflictRule {
    public var isPairwise: Bool { false }
    public func findings(in context: PartyContext) -> [Finding] { [] }
    public func finding(of termPeriod: TermPeriod, in runs: [TermPeriod]) -> Finding? { nil }
}
