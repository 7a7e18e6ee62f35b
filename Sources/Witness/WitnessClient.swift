public import Transparency

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Why a witness gave no cosignature.
public enum WitnessRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case addressUnusable(String)
    /// It could not be reached, or did not answer in time.
    case unreachable(String)
    /// It answered with another status of HTTP than 200; the detail is printable ASCII.
    case refused(status: Int, detail: String)
    /// It says that it saw more of this log than there is, which must not move the log's own view.
    case claimsMore(size: Int, of: Int)
    /// What it answered is not a cosignature of this checkpoint by the key that the policy names.
    case answerInvalid(String)

    public var description: String {
        switch self {
        case .addressUnusable(let url): "'\(url)' is no address of HTTP"
        case .unreachable(let detail): "it cannot be reached: \(detail)"
        case .refused(let status, let detail): "it answers \(status): \(detail)"
        case .claimsMore(let size, let known):
            "it says that it cosigned a size of \(size); this book has \(known)"
        case .answerInvalid(let detail): "its answer is not to be used: \(detail)"
        }
    }
}

/// What a log asks of a witness.
///
/// An answer is hostile until it is verified: it is cut at 64 KiB and at the deadline, it cannot lead
/// elsewhere (redirections are not followed), and nothing of it is kept but valid cosignatures.
public struct WitnessClient: Sendable {
    private let url: URL
    private let key: VerifierKey
    private let timeout: Duration

    /// - Parameters:
    ///   - url: the witness's submission prefix; `add-checkpoint` is put behind it.
    ///   - key: the witness's; an answer that it did not sign is refused.
    ///   - timeout: for one request with its whole answer.
    public init(
        url text: String, key: VerifierKey, timeout: Duration = .seconds(10)
    ) throws(WitnessRefusal) {
        guard let url = URL(string: text), let scheme = url.scheme, url.host != nil,
            ["http", "https"].contains(scheme.lowercased())
        else { throw .addressUnusable(text) }
        self.url = url.appendingPathComponent("add-checkpoint")
        self.key = key
        self.timeout = timeout
    }

    /// Has a checkpoint cosigned.
    ///
    /// The witness states which size it saw last; from there `proof` shows that this checkpoint continues it.
    /// It is asked once more and not again; a size above the checkpoint's own is reported, never followed.
    ///
    /// - Parameter proof: the hashes from an older size of the log to this one.
    /// - Returns: the lines of the key, verified.
    public func cosign(
        _ checkpoint: SignedCheckpoint,
        proof: (_ oldSize: Int) async throws -> [TreeHash]
    ) async throws -> [NoteSignature] {
        var answer = try await send(AddCheckpoint(oldSize: 0, proof: [], checkpoint: checkpoint))
        if let size = try answer.sizeStated() {
            guard size <= checkpoint.checkpoint.size else {
                throw WitnessRefusal.claimsMore(size: size, of: checkpoint.checkpoint.size)
            }
            answer = try await send(
                AddCheckpoint(
                    oldSize: size, proof: try await proof(size), checkpoint: checkpoint))
        }
        guard answer.status == 200 else {
            throw WitnessRefusal.refused(status: answer.status, detail: answer.excerpt)
        }
        return try verified(answer.body, checkpoint)
    }

    private func verified(
        _ body: String, _ checkpoint: SignedCheckpoint
    ) throws(WitnessRefusal) -> [NoteSignature] {
        let lines: [NoteSignature]
        do { lines = try WitnessReply.cosignatures(in: body) } catch {
            throw .answerInvalid(error.description)
        }
        let own = lines.filter { key.made($0) }
        guard !own.isEmpty, own.allSatisfy({ key.isValid($0, of: checkpoint.note.text) }) else {
            throw .answerInvalid("no valid cosignature of \(key.label)")
        }
        return own
    }

    private func send(_ request: AddCheckpoint) async throws(WitnessRefusal) -> WitnessReply {
        let (url, timeout, text) = (url.absoluteString, timeout, request.encoded)
        let result = await within(timeout) {
            await Transfer.post(text, to: url, timeout: timeout)
        }
        guard let result else { throw .unreachable("no whole answer in \(timeout)") }
        return try result.get()
    }
}

/// What `work` gives, or nil where it takes longer than that; then it is cancelled.
private func within<Answer: Sendable>(
    _ time: Duration, _ work: @escaping @Sendable () async -> Answer
) async -> Answer? {
    await withTaskGroup(of: Answer?.self) { group in
        group.addTask { await work() }
        group.addTask {
            try? await Task.sleep(for: time)
            return nil
        }
        defer { group.cancelAll() }
        return await group.next() ?? nil
    }
}

extension WitnessReply {
    /// The size in an answer with status 409; nil for another answer.
    ///
    /// - Throws: `answerInvalid` where it is not one decimal line of the protocol's own type.
    fileprivate func sizeStated() throws(WitnessRefusal) -> Int? {
        guard status == 409 else { return nil }
        guard contentType == "text/x.tlog.size" else {
            throw .answerInvalid("status 409 of the type '\(contentType)', not text/x.tlog.size")
        }
        guard let size = Int(body.dropLast()), size >= 0, body == "\(size)\n" else {
            throw .answerInvalid("'\(excerpt)' is no size")
        }
        return size
    }

    /// The first characters in one line, for people; nothing that steers a terminal is in it.
    fileprivate var excerpt: String {
        let bytes = body.utf8.prefix(200).map { (0x20...0x7E).contains($0) ? $0 : 0x20 }
        let text = bytes.drop { $0 == 0x20 }
        let end = text.lastIndex { $0 != 0x20 }
        return String(decoding: end.map { text[...$0] } ?? [], as: UTF8.self)
    }
}
