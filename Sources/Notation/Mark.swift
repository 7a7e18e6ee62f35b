/// A place in a source text, counted from 1 as editors do.
public struct Mark: Hashable, Sendable {
    public var line: Int
    /// 0 where the line is meant as a whole.
    public var column: Int

    public init(line: Int, column: Int = 0) {
        self.line = line
        self.column = column
    }
}

extension Mark: CustomStringConvertible {
    /// `line:column`, or the line alone.
    public var description: String { column == 0 ? "\(line)" : "\(line):\(column)" }
}
