import Foundation
import FoundationNetworking
public import Transparency

/// Why a witness gave no cosignature.
public enum WitnessRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case addressUnusable(String)
    /// It could not be reached, or did not answer in time.
    case unreachable(String)
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
public struct WitnessClient: Sendable {
    private let url: URL
    private let key: VerifierKey
    private let timeout: Duration

    /// - Parameters:
    ///   - url: the witness's submission prefix; `add-checkpoint` is put behind it.
    ///   - key: the witness's; an answer that it did not sign is refused.
    public init(
        url text: String, key: VerifierKey, timeout: Duration = .seconds(10)
    ) throws(WitnessRefusal) {
        guard let url = URL(string: text), let scheme = url.scheme, url.host != nil,
            ["http", "https"].contains(scheme)
        else { throw .addressUnusable(text) }
        self.url = url.appendingPathComponent("add-checkpoint")
        self.key = key
        self.timeout = timeout
    }

    /// Has a checkpoint cosigned.
    ///
    /// The witness tells which size it saw last; from there `proof` shows that this checkpoint continues it.
    ///
    /// - Parameter proof: the hashes from an older size of the log to this one.
    /// - Returns: the lines of the key, verified.
    public func cosign(
        _ checkpoint: SignedCheckpoint,
        proof: (_ oldSize: Int) async throws -> [TreeHash]
    ) async throws -> [NoteSignature] {
        var answer = try await send(AddCheckpoint(oldSize: 0, proof: [], checkpoint: checkpoint))
        if answer.status == 409 {
            let text = answer.body.hasSuffix("\n") ? answer.body.dropLast() : answer.body[...]
            guard let size = Int(text), size >= 0 else {
                throw WitnessRefusal.answerInvalid("'\(text)' is no size")
            }
            guard size <= checkpoint.checkpoint.size else {
                throw WitnessRefusal.claimsMore(size: size, of: checkpoint.checkpoint.size)
            }
            answer = try await send(
                AddCheckpoint(
                    oldSize: size, proof: try await proof(size), checkpoint: checkpoint))
        }
        guard answer.status == 200 else {
            throw WitnessRefusal.refused(
                status: answer.status,
                detail: String(answer.body.prefix(200)).replacingOccurrences(of: "\n", with: " "))
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

    private func send(_ request: AddCheckpoint) async throws(WitnessRefusal) -> (
        status: Int, body: String
    ) {
        var message = URLRequest(url: url, timeoutInterval: timeout / .seconds(1))
        message.httpMethod = "POST"
        message.setValue("text/plain", forHTTPHeaderField: "Content-Type")
        message.httpBody = Data(request.encoded.utf8)
        do {
            let (data, response) = try await URLSession.shared.data(for: message)
            guard let http = response as? HTTPURLResponse, data.count <= 64 << 10 else {
                throw WitnessRefusal.answerInvalid("\(data.count) bytes")
            }
            return (http.statusCode, String(decoding: data, as: UTF8.self))
        } catch let refusal as WitnessRefusal {
            throw refusal
        } catch {
            throw .unreachable(error.localizedDescription)
        }
    }
}
