extension CommandFailure {
    /// A file that cannot be read.
    init(reading path: String, _ what: String, _ failure: FileFailure) {
        switch failure {
        case .missing:
            self.init(
                .noInput, "there is no \(what) \(path)",
                hint: "give the path of one that is there")
        case .tooLarge(let limit):
            self.init(
                .badData, "\(path) is no \(what): it has more than \(limit) bytes",
                hint: "check the path")
        case .exists:
            self.init(.inputOutput, "cannot read \(what) \(path): it is in the way")
        case .refused(let words):
            self.init(
                .inputOutput, "cannot read \(what) \(path): \(words)",
                hint: "check the path and its permissions")
        }
    }

    /// A file that cannot be written.
    init(writing path: String, _ failure: FileFailure) {
        switch failure {
        case .exists:
            self.init(
                .cannotCreate, "\(path) exists already",
                hint: "nothing is overwritten: give another name")
        case .missing:
            self.init(
                .cannotCreate, "cannot write \(path): there is no such folder",
                hint: "make the folder, or give another path")
        case .tooLarge(let limit):
            self.init(.cannotCreate, "cannot write \(path): it takes more than \(limit) bytes")
        case .refused(let words):
            self.init(
                .cannotCreate, "cannot write \(path): \(words)",
                hint: "check the path, its permissions, and the space left")
        }
    }

    /// Something wrong in a file, on a line where it is known.
    init(in path: String, line: Int? = nil, _ message: String, hint: String) {
        let place = line.map { "\(path):\($0)" } ?? path
        self.init(.badData, [Complaint(place: place, message: message, hint: hint)])
    }
}
