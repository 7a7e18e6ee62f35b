import Conflicts
import Ledger
import Terms
import Testing

struct TermScopeTests {
    @Test func `the table has at least 300 cases, each once`() {
        #expect(TermScopeTable.rows.count >= 300)
        #expect(Set(TermScopeTable.rows).count == TermScopeTable.rows.count)
    }

    @Test(arguments: TermScopeTable.rows)
    func `two terms meet as the table says`(_ row: String) throws {
        let expected = try TermScopeCase(row)
        let found = try expected.found()
        guard let rule = expected.rule else {
            #expect(found.isEmpty, "\(row): \(found.map(\.rule))")
            return
        }
        let hits = found.filter { $0.rule == rule && ($0.isFaint || !expected.isFaint) }
        let best = hits.contains { $0.certainty == .certain } ? Certainty.certain : .possible
        #expect(!hits.isEmpty, "\(row): found \(found.map { "\($0.rule) \($0.certainty)" })")
        if !hits.isEmpty { #expect(best == expected.certainty, "\(row)") }
    }
}
