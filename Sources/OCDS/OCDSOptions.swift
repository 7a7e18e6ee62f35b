public import Terms

/// What releases do not say of their agreements.
public struct OCDSOptions: Sendable {
    /// The time zone of the agreements' days; days themselves are taken as they are written.
    public var zone: String
    /// How good the evidence is that a publication gives.
    public var grade: SourceGrade

    public init(zone: String = "UTC", grade: SourceGrade = .secondary) {
        self.zone = zone
        self.grade = grade
    }
}
