/// How much of a right is used.
public enum ExerciseExtent: String, CaseIterable, Hashable, Sendable {
    case whole, part
}
