import Ledger
import Terms

/// The sign that stands first in a line of a redline; colour only comes second.
enum Sign: String, CaseIterable {
    case added = "+"
    case removed = "-"
    case changed = "~"
    case moved = ">"
    case same = "="
    case unclear = "?"

    init(of line: RedlineLine) {
        if line.isSilence {
            self = .unclear
            return
        }
        switch line.classification {
        case .moved: self = .moved
        case .notComparable, .silent: self = .unclear
        case .reaffirmed: self = .same
        case .added, .removed, .amended, .scheduledStep, .ended, .corrected, .disclosed, .redacted:
            self = Sign(from: line.before, to: line.after, isStatus: line.path.facet == "status")
        }
    }

    private init(from before: ValueState?, to after: ValueState?, isStatus: Bool) {
        let lives = [before, after].map { isStatus ? Self.isLife($0) : $0 != nil }
        switch (lives[0], lives[1]) {
        case (false, true): self = .added
        case (true, false): self = .removed
        case (true, true), (false, false): self = .changed
        }
    }

    /// Whether a status says that the term holds, or may.
    private static func isLife(_ status: ValueState?) -> Bool {
        guard case .stated(.choice(let word))? = status else { return false }
        switch TermStatus(rawValue: word) {
        case .inForce, .suspended, .indeterminate: return true
        case .notYet, .ended, nil: return false
        }
    }

    var role: Role {
        switch self {
        case .added: .inserted
        case .removed: .deleted
        case .moved: .moved
        case .changed, .same, .unclear: .plain
        }
    }

    var meaning: String {
        switch self {
        case .added: "added"
        case .removed: "removed or ended"
        case .changed: "changed"
        case .moved: "moved to another id"
        case .same: "restated, unchanged"
        case .unclear: "not addressed, or not comparable"
        }
    }
}

extension RedlineLine {
    /// Whether the line is about an instrument that did not speak of something.
    var isSilence: Bool { before == .silent || after == .silent }
}
