import DeedbookCommands
import EventStore
import Foundation
import StoreSQLite
import SystemTime
import Terms
import Transparency
import Witness

/// The executable: it picks store and witness and hands over to the commands.
@main
enum Main {
    static func main() async {
        let environment = CommandEnvironment.process(
            openStore: { path, access throws(DeedbookError) in
                try store(at: path, mode(for: access))
            },
            books: books, witnesses: witnesses)
        exit(await Deedbook.run(Array(CommandLine.arguments.dropFirst()), in: environment))
    }

    private static func store(
        at path: String, _ mode: SQLiteStore.Mode
    ) throws(DeedbookError) -> SQLiteStore {
        try SQLiteStore(path: path, mode: mode, clock: { SystemClock.now() }, salt: randomSalt)
    }

    private static func mode(for access: CommandEnvironment.Access) -> SQLiteStore.Mode {
        switch access {
        case .readOnly: .readOnly
        case .audit: .audit
        case .readWrite: .readWrite
        case .create: .create
        }
    }

    private static let books = BookFiles(
        backUp: { book, copy throws(DeedbookError) in
            try await store(at: book, .readOnly).backUp(to: copy)
        },
        restore: { path, head, checkpoints, next throws(DeedbookError) in
            try SQLiteStore.restore(to: path, head, checkpoints: checkpoints, next: next)
        },
        diagnose: { book, now throws(DeedbookError) in
            try await store(at: book, .readOnly).diagnose(now: now)
        })

    private static let witnesses = WitnessAccess(
        makeMemory: { path throws(WitnessMemoryError) in try SQLiteWitnessMemory.make(at: path) },
        openMemory: { path throws(WitnessMemoryError) in try SQLiteWitnessMemory(path: path) },
        serve: { cosigner, port, log in
            let server = try WitnessServer(
                cosigner, port: port,
                seconds: { UInt64(max(0, SystemClock.now().microseconds / 1_000_000)) }, log: log)
            try await server.run { port in log("listening on http://127.0.0.1:\(port)") }
        },
        cosign: { url, key, checkpoint, proof throws(WitnessFailure) in
            do {
                return try await WitnessClient(url: url, key: key).cosign(checkpoint, proof: proof)
            } catch let refusal as WitnessRefusal {
                throw failure(of: refusal)
            } catch let error as DeedbookError {
                throw .failed(error.account.sentence)
            } catch {
                throw .failed("\(error)")
            }
        })

    private static func failure(of refusal: WitnessRefusal) -> WitnessFailure {
        switch refusal {
        case .refused(let status, let detail): .refused(status: status, detail: detail)
        case .claimsMore(let size, let known): .claimsMore(size: size, of: known)
        case .addressUnusable, .unreachable, .answerInvalid: .failed(refusal.description)
        }
    }
}
