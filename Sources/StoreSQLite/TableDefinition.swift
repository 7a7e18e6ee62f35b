/// The statement that makes a table, as far as it is read here.
struct TableDefinition {
    private let sql: String

    init(_ sql: String) { self.sql = sql }

    /// The conditions of its CHECK constraints, in their order.
    var checks: [String] {
        sql.ranges(of: "CHECK (").compactMap { range in
            var depth = 1
            var end = range.upperBound
            while end < sql.endIndex {
                switch sql[end] {
                case "(": depth += 1
                case ")": depth -= 1
                case _: break
                }
                if depth == 0 { return String(sql[range.upperBound..<end]) }
                end = sql.index(after: end)
            }
            return nil
        }
    }
}
