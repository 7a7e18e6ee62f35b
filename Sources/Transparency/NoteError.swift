/// Why a note, a key, a checkpoint, a proof file or a request is not one, or not to be believed.
public enum NoteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes are not of this format; `line` counts from 1 where it is known.
    case malformed(String, line: Int?)
    case keyMalformed(String)
    /// The signature of a key that is known is not its signature of this text.
    case signatureInvalid(key: String)
    /// None of the keys that were given signed it.
    case noKnownSignature(signedBy: [String])

    static func malformed(_ what: String) -> NoteError { .malformed(what, line: nil) }

    public var description: String {
        switch self {
        case .malformed(let what, nil): what
        case .malformed(let what, let line?): "line \(line): \(what)"
        case .keyMalformed(let what): what
        case .signatureInvalid(let key): "the signature of \(key) is not of this text"
        case .noKnownSignature(let names):
            names.isEmpty
                ? "it has no signature"
                : "it is signed by \(names.joined(separator: ", ")), and by none of the keys given"
        }
    }
}
