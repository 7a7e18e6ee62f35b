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

        /// As compilers print it.
        var text: String {
            let place = place.map { "\($0): " } ?? ""
            let hint = hint.map { "\nhint: \($0)" } ?? ""
            return "\(place)error: \(message)\(hint)\n"
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
