import EventStore

/// The exit statuses of `deedbook`: those of diff(1) for `diff` and `conflicts`, of sysexits.h for everything else, and for
/// `verify` and `verify-proof` one for each way in which something is wrong.
///
/// Of several the first of `rolledBack`, `different`, `badSignature` and `noQuorum` is reported: what shows
/// most surely that the book was tampered with.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case success = 0
    /// `diff`: the two points differ. `conflicts`: some were found. `verify`: the book is not in order with itself.
    /// `tidy --check`: something is to be changed.
    case different = 1
    /// `diff`, `conflicts`: the question could not be answered.
    case trouble = 2
    /// `verify`: a checkpoint or recording is not signed by whom it should be.
    case badSignature = 3
    /// `verify`: too few of the policy's witnesses cosigned.
    case noQuorum = 4
    /// `verify`: the book is not, or no longer, the one a checkpoint kept elsewhere is of.
    case rolledBack = 5
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

extension ExitStatus {
    /// How a command ends that could not do what it was asked.
    init(_ kind: DeedbookError.Kind) {
        switch kind {
        case .usage: self = .usage
        case .invalid, .unknown, .conflict, .damaged: self = .badData
        case .missing: self = .noInput
        case .unwritable: self = .cannotCreate
        case .inaccessible: self = .inputOutput
        case .temporary: self = .temporary
        case .forged: self = .badSignature
        case .rolledBack: self = .rolledBack
        case .fault: self = .internalError
        }
    }
}
