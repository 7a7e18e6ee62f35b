import Algorithms
import Amendments
import Conflicts
import Terms

/// The findings of a report as they stand on one screen, each under its number: what nothing settles by the right and
/// the open question it turns on, then what is settled, then gaps in the record, then that of which too little is known.
///
/// The numbers are those of the whole report, whatever of it is shown.
struct FindingList {
    /// One finding, with its windows, the last first.
    struct Entry {
        var number: Int
        var windows: [Conflict]
        var last: Conflict
    }

    /// Findings about one right, as strong as each other, that turn on one open question.
    struct Group {
        var strength: String
        var right: ConflictSide
        /// Nil where nothing is open but what no instrument states, or states only in words.
        var question: String?
        var findings: [Entry]
    }

    private(set) var groups: [Group] = []
    private(set) var settled: [Entry] = []
    private(set) var gaps: [Entry] = []
    private(set) var faint: [Group] = []
    private(set) var count = 0

    init(_ report: ConflictReport) {
        groups = numbered(Self.groups(of: report.conflicts))
        settled = numbered(
            Self.findings(of: report.settled).sorted { Self.rank($0) < Self.rank($1) })
        gaps = numbered(Self.findings(of: report.gaps).sorted { Self.rank($0) < Self.rank($1) })
        faint = numbered(Self.groups(of: report.faint))
    }

    /// The finding with that number; nil where there is none.
    subscript(number: Int) -> Entry? {
        ((groups + faint).flatMap(\.findings) + settled + gaps).first { $0.number == number }
    }

    private mutating func numbered(_ findings: [Entry]) -> [Entry] {
        findings.map { finding in
            count += 1
            return Entry(number: count, windows: finding.windows, last: finding.last)
        }
    }

    private mutating func numbered(_ groups: [Group]) -> [Group] {
        groups.map { group in
            var group = group
            group.findings = numbered(group.findings)
            return group
        }
    }

    private static func findings(of conflicts: [Conflict]) -> [Entry] {
        ConflictsText.grouped(conflicts).compactMap { windows in
            windows.first.map { Entry(number: 0, windows: windows, last: $0) }
        }
    }

    private static func rank(_ finding: Entry) -> Int {
        RuleName.allCases.firstIndex(of: finding.last.rule) ?? 0
    }

    /// By right, in the order of the first finding about each; those about one right by the question that most of them
    /// share.
    private static func groups(of conflicts: [Conflict]) -> [Group] {
        let findings = findings(of: conflicts)
        let rights = Dictionary(grouping: findings, by: \.right)
        return findings.map(\.right).uniqued().flatMap { byQuestion(rights[$0] ?? []) }
    }

    private static func byQuestion(_ findings: [Entry]) -> [Group] {
        var (left, groups) = (findings, [Group]())
        while let first = left.first, let right = first.last.sides.first {
            let question = mostShared(of: left)
            let start = left.stablePartition { finding in
                question.map { finding.last.questions.contains($0) } ?? true
            }
            groups.append(
                Group(
                    strength: ConflictEntry.strength(of: first.last), right: right,
                    question: question, findings: left[start...].sorted { rank($0) < rank($1) }))
            left.removeSubrange(start...)
        }
        return groups
    }

    /// The open question of most of them; of several that which stands first in a finding.
    private static func mostShared(of findings: [Entry]) -> String? {
        let questions = findings.flatMap { $0.last.questions.uniqued() }
        let counts = questions.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let most = counts.values.max()
        return questions.first { counts[$0] == most }
    }
}

extension FindingList.Entry {
    /// The right it is about, and how strong it is.
    fileprivate var right: [String] {
        [ConflictEntry.strength(of: last)]
            + last.sides.prefix(1).map { "\($0.agreement) \($0.identity)" }
    }
}

extension Conflict {
    fileprivate var questions: [String] { proofs.flatMap(\.questions) }
}
