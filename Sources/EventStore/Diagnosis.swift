/// One thing about a book's file or machine, as `deedbook doctor` reports it.
public struct Diagnosis: Hashable, Sendable {
    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        case good
        /// It works, and someone should look at it.
        case doubtful
        case bad
    }

    public var name: String
    public var value: String
    public var verdict: Verdict
    /// What it means, or what would be right.
    public var remark: String?

    public init(
        _ name: String, _ value: String, _ verdict: Verdict, _ remark: String? = nil
    ) {
        self.name = name
        self.value = value
        self.verdict = verdict
        self.remark = remark
    }
}
