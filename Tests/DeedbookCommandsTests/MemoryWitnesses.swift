import DeedbookCommands
import Synchronization
import Transparency

/// Witnesses without a network: they answer as over HTTP, in the same process.
final class MemoryWitnesses: Sendable {
    private let memories = Mutex<[String: Memory]>([:])
    private let servers = Mutex<[String: Cosigner]>([:])
    /// 2025-04-02T22:31:00Z.
    static let seconds: UInt64 = 1_743_633_060

    /// Makes a witness answer under a URL.
    func serve(_ cosigner: Cosigner, at url: String) { servers.withLock { $0[url] = cosigner } }

    /// A witness's memory, made where there is none.
    func memory(_ path: String) -> Memory {
        memories.withLock { memories in
            if let known = memories[path] { return known }
            let memory = Memory()
            memories[path] = memory
            return memory
        }
    }

    var access: WitnessAccess {
        WitnessAccess(
            makeMemory: { path throws(WitnessMemoryError) in
                let isNew = self.memories.withLock { $0[path] == nil }
                guard isNew else { throw .exists(path) }
                _ = self.memory(path)
            },
            openMemory: { path throws(WitnessMemoryError) in
                if path.hasSuffix(".txt") {
                    throw WitnessMemoryError.failed("\(path) is not a witness's memory")
                }
                guard let known = self.memories.withLock({ $0[path] }) else { throw .missing(path) }
                return known
            },
            serve: { _, port, log in
                if port < 1024 { throw WitnessFailure.failed("permission denied") }
                log("listening on http://127.0.0.1:\(port)")
                log("POST /add-checkpoint 200")
            },
            cosign: { url, key, checkpoint, proof throws(WitnessFailure) in
                do {
                    return try await self.cosign(url, key, checkpoint, proof)
                } catch let failure as WitnessFailure {
                    throw failure
                } catch {
                    throw .failed("\(error)")
                }
            })
    }

    private func cosign(
        _ url: String, _ key: VerifierKey, _ checkpoint: SignedCheckpoint,
        _ proof: (Int) async throws -> [TreeHash]
    ) async throws -> [NoteSignature] {
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        guard let cosigner = servers.withLock({ $0[base] }) else {
            throw WitnessFailure.failed("connection refused")
        }
        var request = AddCheckpoint(oldSize: 0, proof: [], checkpoint: checkpoint)
        var reply = await cosigner.answer(Array(request.encoded.utf8), at: Self.seconds)
        if reply.status == 409, let size = Int(reply.body.dropLast()) {
            guard size <= checkpoint.checkpoint.size else {
                throw WitnessFailure.claimsMore(size: size, of: checkpoint.checkpoint.size)
            }
            request = AddCheckpoint(
                oldSize: size, proof: try await proof(size), checkpoint: checkpoint)
            reply = await cosigner.answer(Array(request.encoded.utf8), at: Self.seconds)
        }
        guard reply.status == 200 else {
            throw WitnessFailure.refused(
                status: reply.status, detail: String(reply.body.dropLast()))
        }
        return try WitnessReply.cosignatures(in: reply.body)
    }

    /// What one witness saw.
    final class Memory: WitnessMemory {
        private let known = Mutex<[String: Checkpoint]>([:])

        func decide(
            on request: AddCheckpoint, keys: [VerifierKey]
        ) async throws(WitnessMemoryError) -> WitnessDecision {
            known.withLock { known in
                let checkpoint = request.checkpoint.checkpoint
                let decision = WitnessDecision(
                    on: request, known: known[checkpoint.origin], keys: keys)
                if decision == .cosign { known[checkpoint.origin] = checkpoint }
                return decision
            }
        }
    }
}
