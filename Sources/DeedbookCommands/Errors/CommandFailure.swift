import Rendering

/// Why a command did not do what it was asked: its exit status, and everything to be told.
struct CommandFailure: Error, Sendable {
    var status: ExitStatus
    var complaints: [Complaint]

    /// One thing that is wrong, and what would be right.
    struct Complaint: Hashable, Sendable {
        /// `file:line:column`, where it is a place in a file.
        var place: String? = nil
        var message: String
        var hint: String? = nil
        /// Whether it is nothing wrong, but something to know beside what is.
        var isNote = false

        /// As compilers print it. Whatever it repeats of a file, a name or a command line can neither steer the
        /// terminal, nor reorder what is read, nor begin a line of its own.
        var text: String {
            let place = place.map { "\(SafeText.oneLine($0)): " } ?? ""
            let hint = hint.map { "\nhint: \(Self.indented($0))" } ?? ""
            return "\(place)\(isNote ? "note" : "error"): \(Self.indented(message))\(hint)\n"
        }

        /// The text with every line but the first indented, so that none looks like another complaint.
        private static func indented(_ text: String) -> String {
            let lines = SafeText.of(text).split(separator: "\n", omittingEmptySubsequences: false)
            let isIndented = lines.dropFirst().allSatisfy { $0.hasPrefix("  ") }
            return lines.joined(separator: isIndented ? "\n" : "\n  ")
        }
    }

    init(_ status: ExitStatus, _ complaints: [Complaint]) {
        self.status = status
        self.complaints = complaints
    }

    init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
        self.init(status, [Complaint(message: message, hint: hint)])
    }
}
