/// What a witness remembers: the last checkpoint it cosigned, for each log.
///
/// A memory that is lost or put back makes a witness that can be shown another history: never reset it. It is made
/// once, when the witness begins, and by nothing else.
public protocol WitnessMemory: Sendable {
    /// Decides on a request and, where the decision is to cosign, remembers its checkpoint: one atomic step,
    /// on the disk when this returns.
    ///
    /// Two requests that come together are decided one after the other; otherwise the later and smaller one
    /// could put the memory back (c2sp.org/tlog-witness, the race in six steps).
    func decide(
        on request: AddCheckpoint, keys: [VerifierKey]
    ) async throws(WitnessMemoryError) -> WitnessDecision
}

/// Why a witness cannot look up or write down what it saw. Then it signs nothing.
public enum WitnessMemoryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no memory at that path. It is never made by the way: a witness that lost its memory would begin anew, and
    /// could be shown another history.
    case missing(String)
    /// Where a memory is to be made there is a file already.
    case exists(String)
    /// Where a memory is to be made none can be: the path, and why.
    case notMade(String)
    /// It cannot be read or written, or is something else: the path, what was found, and what should be.
    case failed(String)

    public var description: String {
        switch self {
        case .missing(let path): "there is no witness's memory \(path)"
        case .exists(let path): "\(path) exists already"
        case .notMade(let detail), .failed(let detail): detail
        }
    }
}

/// What a witness answers, over HTTP or in a file.
public struct WitnessReply: Hashable, Sendable {
    /// A status of HTTP.
    public let status: Int
    public let contentType: String
    public let body: String
    /// Why the witness cannot answer, for the one who runs it. It may name files, and is not sent.
    public let cause: String?

    public init(status: Int, contentType: String, body: String, cause: String? = nil) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.cause = cause
    }

    /// One line of text.
    public static func told(_ status: Int, _ text: String) -> WitnessReply {
        WitnessReply(status: status, contentType: "text/plain", body: text + "\n")
    }

    /// The witness itself is not able to answer.
    static func unable(_ cause: String) -> WitnessReply {
        WitnessReply(
            status: 500, contentType: "text/plain", body: "this witness cannot answer now\n",
            cause: cause)
    }
}

/// A witness: it cosigns a checkpoint when it continues the last one it saw (c2sp.org/tlog-witness).
public struct Cosigner: Sendable {
    private let key: SigningKey
    private let logs: [VerifierKey]
    private let memory: any WitnessMemory

    /// - Parameters:
    ///   - memory: the last checkpoint that it cosigned of each log.
    ///   - key: of the algorithm `cosignatureV1`.
    ///   - logs: the logs it witnesses; the name of a key is the origin of its log.
    public init(
        key: SigningKey, logs: [VerifierKey], memory: any WitnessMemory
    ) throws(NoteError) {
        guard key.verifier.algorithm == .cosignatureV1 else {
            throw .keyMalformed(
                "\(key.verifier.label) is not a witness's key: make one with --witness")
        }
        self.key = key
        self.logs = logs
        self.memory = memory
    }

    public var verifier: VerifierKey { key.verifier }

    /// Answers the body of an `add-checkpoint` request.
    ///
    /// The cosignature is made after the memory has it on the disk, never before.
    ///
    /// - Parameters:
    ///   - body: the bytes of the request (C2SP tlog-witness).
    ///   - seconds: the time now, since 1970.
    public func answer(_ body: [UInt8], at seconds: UInt64) async -> WitnessReply {
        let request: AddCheckpoint
        do { request = try AddCheckpoint(parsing: body) } catch {
            return .told(400, error.description)
        }
        let decision: WitnessDecision
        do { decision = try await memory.decide(on: request, keys: logs) } catch {
            return .unable(error.description)
        }
        switch decision {
        case .cosign:
            do {
                let line = try key.cosign(request.checkpoint.note.text, at: seconds).line
                return WitnessReply(status: 200, contentType: "text/plain", body: line)
            } catch {
                return .unable(error.description)
            }
        case .unknownOrigin:
            return .told(404, "no key for '\(request.checkpoint.checkpoint.origin)' here")
        case .noValidSignature: return .told(403, "no valid signature of that log")
        case .wrongOldSize(let known):
            return WitnessReply(status: 409, contentType: "text/x.tlog.size", body: "\(known)\n")
        case .inconsistent(let error): return .told(422, error.description)
        }
    }
}

extension WitnessReply {
    /// The cosignature lines of an answer with status 200; a line that is none is an error.
    public static func cosignatures(in body: String) throws(NoteError) -> [NoteSignature] {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        guard body.utf8.count <= 64 << 10, lines.last == "", lines.count > 1 else {
            throw .malformed("a witness answers with lines of signatures")
        }
        var signatures: [NoteSignature] = []
        for (index, line) in lines.dropLast().enumerated() {
            guard let signature = NoteSignature(line: String(line)) else {
                throw .malformed("not a signature: expected '— name base64'", line: index + 1)
            }
            signatures.append(signature)
        }
        return signatures
    }
}
