/// The exit statuses of `deedbook`: those of diff(1) for `diff`, of sysexits.h for everything else.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case success = 0
    /// `diff`: the two points differ.
    case different = 1
    /// `diff`: the question could not be answered.
    case trouble = 2
    /// The command line is wrong.
    case usage = 64
    /// What was read is wrong: a recording, a book, or an id that nothing has.
    case badData = 65
    /// A file that was named is not there.
    case noInput = 66
    /// Deedbook is wrong.
    case internalError = 70
    /// A file cannot be made.
    case cannotCreate = 73
    /// A file cannot be read or written.
    case inputOutput = 74
    /// Another writer was faster or holds the book: try again.
    case temporary = 75
}
