public import Amendments

/// One thing that is wrong with a book, as an audit finds it.
public struct Fault: Hashable, Sendable, CustomStringConvertible {
    public var kind: Kind
    /// The event it is about, where it is about one.
    public var position: Position?
    /// What was found, and what should be there.
    public var detail: String

    public init(_ kind: Kind, at position: Position? = nil, _ detail: String) {
        self.kind = kind
        self.position = position
        self.detail =
            detail.utf8.count <= Self.limit ? detail : String(detail.prefix(Self.limit)) + "…"
    }

    /// How much of a detail is kept: what someone wrote into a column may have no end.
    private static let limit = 2_000

    public var description: String {
        "\(position.map { "\($0) " } ?? "")\(kind.rawValue): \(detail)"
    }

    /// What an audit looks at, each of which passes, fails or is not checked.
    public enum Class: String, CaseIterable, Sendable {
        /// The file, its tables and the triggers that keep it append-only.
        case schema
        /// Dense positions, versions of agreements, whole recordings, and time that never goes back and is not ahead of
        /// what witnesses saw.
        case order
        /// Entries, payloads and the tree over them.
        case contents
        /// What is derived from the entries, to look them up by.
        case projections
        /// Signatures of checkpoints and recorders, and whose keys they are made with.
        case signatures
        /// Cosignatures, and the quorum of the policy.
        case witness
        /// That the book still holds what a checkpoint kept elsewhere says it held.
        case rollback
    }

    public enum Kind: String, CaseIterable, Sendable {
        // Schema.
        case fileDamaged = "file-damaged"
        case schemaAltered = "schema-altered"
        case triggerMissing = "trigger-missing"
        case constraintBroken = "constraint-broken"
        // Order.
        case positionMissing = "position-missing"
        case entryMisplaced = "entry-misplaced"
        case versionOutOfOrder = "version-out-of-order"
        case recordingBroken = "recording-broken"
        case clockBack = "clock-back"
        case clockAheadOfWitness = "clock-ahead-of-witness"
        // Contents.
        case entryUnreadable = "entry-unreadable"
        case originForeign = "origin-foreign"
        case leafAltered = "leaf-altered"
        case subtreeAltered = "subtree-altered"
        case rootDiffers = "root-differs"
        case payloadAltered = "payload-altered"
        case payloadMissing = "payload-missing"
        case payloadUnreadable = "payload-unreadable"
        case payloadNotRemoved = "payload-not-removed"
        case remainsAltered = "remains-altered"
        // Projections.
        case columnAltered = "column-altered"
        case headerAltered = "header-altered"
        case headAltered = "head-altered"
        case rowStray = "row-stray"
        case pieceAltered = "piece-altered"
        // Signatures.
        case checkpointUnsigned = "checkpoint-unsigned"
        case checkpointForeign = "checkpoint-foreign"
        case signatureInvalid = "signature-invalid"
        case recorderSignatureInvalid = "recorder-signature-invalid"
        case recorderKeySecond = "recorder-key-second"
        case recorderKeyUnpinned = "recorder-key-unpinned"
        case recorderKeyOutOfTime = "recorder-key-out-of-time"
        // Witness.
        case cosignatureInvalid = "cosignature-invalid"
        case quorumMissing = "quorum-missing"
        // Rollback.
        case bookShortened = "book-shortened"
        case bookForked = "book-forked"
        case bookForeign = "book-foreign"

        /// What it counts against.
        public var auditClass: Class {
            switch self {
            case .fileDamaged, .schemaAltered, .triggerMissing, .constraintBroken: .schema
            case .positionMissing, .entryMisplaced, .versionOutOfOrder, .recordingBroken,
                .clockBack, .clockAheadOfWitness:
                .order
            case .entryUnreadable, .originForeign, .leafAltered, .subtreeAltered, .rootDiffers,
                .payloadAltered, .payloadMissing, .payloadUnreadable, .payloadNotRemoved,
                .remainsAltered:
                .contents
            case .columnAltered, .headerAltered, .headAltered, .rowStray, .pieceAltered:
                .projections
            case .checkpointUnsigned, .checkpointForeign, .signatureInvalid,
                .recorderSignatureInvalid, .recorderKeySecond, .recorderKeyUnpinned,
                .recorderKeyOutOfTime:
                .signatures
            case .cosignatureInvalid, .quorumMissing: .witness
            case .bookShortened, .bookForked, .bookForeign: .rollback
            }
        }
    }
}

extension Fault {
    /// For what is read beyond a position and does not lie there: who reads on would read it for ever.
    package static func outOfOrder(_ position: Int, after last: Int) -> Fault {
        Fault(.fileDamaged, at: Position(position), "it is found beyond #\(last)")
    }
}
