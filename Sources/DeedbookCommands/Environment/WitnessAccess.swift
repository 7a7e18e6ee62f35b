public import Transparency

/// How commands reach witnesses, and are one.
public struct WitnessAccess: Sendable {
    /// Makes the memory of a new witness, where there is no file yet.
    public var makeMemory: @Sendable (String) throws(WitnessMemoryError) -> Void
    /// Opens a witness's memory, which was made before.
    public var openMemory: @Sendable (String) throws(WitnessMemoryError) -> any WitnessMemory
    /// Answers requests on a port of this machine until the process is ended; `log` gets the lines of its log.
    public var serve: Serve
    /// Has the witness at a URL cosign a checkpoint; what comes back is verified with its key.
    public var cosign: Cosign

    public typealias Serve =
        @Sendable (
            Cosigner, _ port: UInt16, _ log: @escaping @Sendable (String) -> Void
        ) async throws -> Void

    /// `proof` gives the hashes from an older size to that of the checkpoint.
    public typealias Cosign =
        @Sendable (
            _ url: String, VerifierKey, SignedCheckpoint,
            _ proof: (_ oldSize: Int) async throws -> [TreeHash]
        ) async throws(WitnessFailure) -> [NoteSignature]

    public init(
        makeMemory: @escaping @Sendable (String) throws(WitnessMemoryError) -> Void,
        openMemory: @escaping @Sendable (String) throws(WitnessMemoryError) -> any WitnessMemory,
        serve: @escaping Serve, cosign: @escaping Cosign
    ) {
        self.makeMemory = makeMemory
        self.openMemory = openMemory
        self.serve = serve
        self.cosign = cosign
    }
}

/// Why a witness gave no cosignature.
public enum WitnessFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// It answered with another status of HTTP than 200.
    case refused(status: Int, detail: String)
    /// It says that it saw more of this book than there is.
    case claimsMore(size: Int, of: Int)
    /// It does not answer, or not as a witness does.
    case failed(String)

    public var description: String {
        switch self {
        case .refused(let status, let detail): "status \(status): \(detail)"
        case .claimsMore(let size, let known): "it has size \(size), this book \(known)"
        case .failed(let detail): detail
        }
    }
}
