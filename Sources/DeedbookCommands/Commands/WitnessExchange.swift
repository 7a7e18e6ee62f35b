import EventStore
import Ledger
import Terms
import Transparency

/// Has a checkpoint cosigned, and takes from the answer only what a witness's key proves.
///
/// What a witness says of its own memory is never believed further than this book goes.
struct WitnessExchange {
    let store: any TamperEvidentStore
    /// Whose cosignatures are believed.
    let witnesses: [TrustPolicy.Witness]
    let environment: CommandEnvironment

    /// A request to be mailed, from the last checkpoint that a witness of the policy cosigned.
    ///
    /// - Parameter known: the size the witness has, where it stated it.
    func request(
        for signed: SignedCheckpoint, known: Int?
    ) async throws(DeedbookError) -> AddCheckpoint {
        let size = signed.checkpoint.size
        let old: Int
        if let known { old = known } else { old = try await lastSize(upTo: size) }
        guard old <= size else { throw Self.claims(old, of: size) }
        return AddCheckpoint(
            oldSize: old,
            proof: try await store.consistencyProof(from: old, to: size),
            checkpoint: signed)
    }

    private func lastSize(upTo size: Int) async throws(DeedbookError) -> Int {
        let kept = try await store.checkpoints()
        let seen = kept.last { checkpoint in
            checkpoint.checkpoint.size <= size
                && checkpoint.note.signatures.contains { witness(of: $0, on: checkpoint) != nil }
        }
        return seen?.checkpoint.size ?? 0
    }

    /// Asks a witness over HTTP, and keeps its cosignature.
    func submit(
        _ signed: SignedCheckpoint, to url: String
    ) async throws(DeedbookError) -> [TrustPolicy.Witness] {
        let witness = try witness(at: url)
        let signatures: [NoteSignature]
        do throws(WitnessFailure) {
            signatures = try await environment.witnesses.cosign(url, witness.key, signed) { old in
                try await store.consistencyProof(from: old, to: signed.checkpoint.size)
            }
        } catch {
            throw Self.failure(error, from: url)
        }
        return try await keep(signatures, of: [signed], from: url)
    }

    /// The witness of the policy that answers there.
    func witness(at url: String) throws(DeedbookError) -> TrustPolicy.Witness {
        func bare(_ url: String) -> Substring { url.hasSuffix("/") ? url.dropLast() : url[...] }
        if let found = witnesses.first(where: { $0.url.map(bare) == bare(url) }) { return found }
        if witnesses.count == 1 { return witnesses[0] }
        throw DeedbookError(
            .usage, "no witness of the policy has the URL \(url)",
            hint: "write it there: witness NAME VKEY \(url)")
    }

    /// Keeps the cosignatures of an answer that came as a file.
    ///
    /// - Parameter candidates: the checkpoints it may be of, newest first.
    func take(
        _ body: String, for candidates: [SignedCheckpoint], from place: String
    ) async throws(DeedbookError) -> [TrustPolicy.Witness] {
        let signatures: [NoteSignature]
        do { signatures = try WitnessReply.cosignatures(in: body) } catch {
            throw NoteFile.failure(
                error, in: place, "no cosignatures",
                hint: "a witness answers with a line such as: \u{2014} NAME BASE64")
        }
        return try await keep(signatures, of: candidates, from: place)
    }

    private func keep(
        _ signatures: [NoteSignature], of candidates: [SignedCheckpoint], from place: String
    ) async throws(DeedbookError) -> [TrustPolicy.Witness] {
        for var candidate in candidates {
            var seen: [TrustPolicy.Witness] = []
            for signature in signatures {
                guard let witness = witness(of: signature, on: candidate) else { continue }
                seen.append(witness)
                // One line of each witness is enough: another only says that it was asked again.
                let isKnown = candidate.note.signatures.contains {
                    witness.key.isValid($0, of: candidate.note.text)
                }
                if !isKnown { candidate.add(signature) }
            }
            guard !seen.isEmpty else { continue }
            try await store.keep(candidate)
            return seen
        }
        let names = signatures.map(\.label).joined(separator: ", ")
        let known =
            witnesses.isEmpty
            ? "no witness" : witnesses.map(\.key.label).joined(separator: ", ")
        throw DeedbookError(
            .forged, "\(place): no valid cosignature of a checkpoint of this book: \(names)",
            hint: "the policy names \(known)")
    }

    /// The witness whose cosignature of that checkpoint it is; nil where it is no one's.
    private func witness(
        of signature: NoteSignature, on checkpoint: SignedCheckpoint
    ) -> TrustPolicy.Witness? {
        witnesses.first { $0.key.isValid(signature, of: checkpoint.note.text) }
    }

    /// The size that a witness states with status 409.
    static func size(in body: String) -> Int? {
        guard let size = Int(body.dropLast()), size >= 0, body == "\(size)\n" else { return nil }
        return size
    }

    private static func claims(_ size: Int, of known: Int) -> DeedbookError {
        DeedbookError(
            .invalid, "the witness has size \(size); this checkpoint is of #\(known)",
            hint: "sign a newer one: deedbook checkpoint --key FILE; where the book never had "
                + "\(size) events it is another book, or was rolled back")
    }

    private static func failure(_ failure: WitnessFailure, from url: String) -> DeedbookError {
        switch failure {
        case .claimsMore(let size, let known): return claims(size, of: known)
        case .failed(let detail):
            return DeedbookError(
                .temporary, "the witness \(url) gave no cosignature: \(detail)",
                hint: "the checkpoint is kept: ask again later without --key")
        case .refused(403, let detail):
            return DeedbookError(
                .invalid, "the witness \(url) finds no valid signature (403): \(detail)",
                hint: "sign with the key the witness knows: deedbook checkpoint --key FILE")
        case .refused(404, let detail):
            return DeedbookError(
                .invalid, "the witness \(url) does not know this book (404): \(detail)",
                hint: "its keeper has to add the book's public key: witness serve --log VKEY")
        case .refused(422, let detail):
            return DeedbookError(
                .rolledBack,
                "the witness \(url) saw another history of this book (422): \(detail)",
                hint: "the book was rolled back or forked since: find out with deedbook verify")
        case .refused(let status, let detail):
            return DeedbookError(
                .temporary, "the witness \(url) answers with status \(status): \(detail)",
                hint: "look at its log, and run the command again")
        }
    }
}
