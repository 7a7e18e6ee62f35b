import EventStore

/// The exit statuses of `deedbook`: those of sysexits.h where a command could not do its work, and small ones for what an
/// answer found.
///
/// Of several the first of `rolledBack`, `found`, `badSignature` and `noQuorum` is reported: what shows
/// most surely that the book was tampered with.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case success = 0
    case found = 1
    case badSignature = 3
    case noQuorum = 4
    case rolledBack = 5
    case usage = 64
    case badData = 65
    case noInput = 66
    case internalError = 70
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75
    /// As shells show it of a process that SIGPIPE ended: 128 and the signal's number.
    case brokenPipe = 141

    /// What it means, as help and documentation state it.
    var meaning: String {
        switch self {
        case .success:
            "done; a question was answered, whether or not anything was found"
        case .found:
            "with --exit-code, a question found something: diff a difference, conflicts a conflict, "
                + "find a term; verify and doctor: the book is not in order; verify-proof: not in the "
                + "tree of the checkpoint; tidy --check: a file is to be changed"
        case .badSignature:
            "a signature is missing or false: of a checkpoint, or of a recording whose recorder's key "
                + "the policy has"
        case .noQuorum: "verify, verify-proof: fewer witnesses cosigned than the policy asks for"
        case .rolledBack:
            "the book is not, or no longer, the one that was read before, or that a checkpoint kept "
                + "elsewhere or a folder of tiles is of"
        case .usage: "the command line is wrong, or a DEEDBOOK_ variable is"
        case .badData:
            "what was read is wrong: a recording, a book, a file of settings, an id that nothing has, "
                + "a position beyond the end"
        case .noInput: "a file that was named, or the book, is not there"
        case .internalError: "a fault of Deedbook; please report it"
        case .cannotCreate: "a file cannot be made"
        case .inputOutput: "a file cannot be read or written, or the answer cannot be"
        case .temporary:
            "another writer holds the book, or was faster: run the command again"
        case .brokenPipe: "the reader of the answer went away, as after head; nothing is said"
        }
    }
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
