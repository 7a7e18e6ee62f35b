import Audit
import EventStore
import Ledger
import Rendering
import Transparency

/// The steps of `checkpoint`, and what came of each; a witness that fails does not stop the others.
struct CheckpointWork {
    let exchange: WitnessExchange
    /// What was done, for the page.
    var notes: [(label: String, text: String)] = []
    /// Everything that went wrong, with the status of the first.
    private(set) var failure: DeedbookError?

    init(exchange: WitnessExchange) { self.exchange = exchange }

    private var store: any TamperEvidentStore { exchange.store }

    /// The checkpoint signed now; without a key the newest that is kept.
    func signed(with keys: [SigningKey]) async throws(DeedbookError) -> SignedCheckpoint? {
        guard !keys.isEmpty else { return try await all().last }
        return try await Keeper(store).sign(with: keys)
    }

    /// The note of a checkpoint as it is kept now, with every cosignature.
    func kept(_ signed: SignedCheckpoint) async throws(DeedbookError) -> SignedCheckpoint {
        try await all().last { $0.checkpoint == signed.checkpoint } ?? signed
    }

    private func all() async throws(DeedbookError) -> [SignedCheckpoint] {
        try await store.checkpoints()
    }

    /// Takes a witness's answer that came as a file.
    mutating func take(answer path: String) async throws(DeedbookError) {
        let bytes = try exchange.environment.files.read(path, "answer").bytes
        let body = String(decoding: bytes, as: UTF8.self)
        if let size = WitnessExchange.size(in: body) {
            throw DeedbookError(
                in: path, line: 1, "the witness did not cosign: it has size \(size)",
                hint:
                    "write the request anew: deedbook checkpoint --witness FILE --witness-has \(size)"
            )
        }
        let seen = try await exchange.take(body, for: try await all().reversed(), from: path)
        note(seen)
    }

    /// Asks a witness, or writes the request to a file.
    mutating func ask(
        _ witness: String, for signed: SignedCheckpoint, witnessHas: Int?, isURL: Bool
    ) async {
        do throws(DeedbookError) {
            if isURL {
                note(try await exchange.submit(signed, to: witness))
                return
            }
            let request = try await exchange.request(for: signed, known: witnessHas)
            try exchange.environment.files.write(request.encoded, to: witness, .new)
            let seen =
                request.oldSize > 0 ? "has seen #\(request.oldSize)" : "has not seen the book yet"
            notes.append(("request", "\(witness), for a witness that \(seen)"))
        } catch {
            failure = .problems(
                failure?.kind ?? error.kind, (failure?.problems() ?? []) + error.problems())
        }
    }

    private mutating func note(_ seen: [TrustPolicy.Witness]) {
        for witness in seen { notes.append(("witness", "\(witness.name) cosigned it")) }
    }
}
