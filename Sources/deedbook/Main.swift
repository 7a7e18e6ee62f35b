import DeedbookCommands
import Foundation
import Ledger
import LedgerSQLite

/// The executable: it picks the store and hands over to the commands.
@main
enum Main {
    static func main() async {
        let environment = CommandEnvironment.process { path, access throws(EventStoreError) in
            try SQLiteStore(
                path: path, mode: mode(for: access), clock: { SystemClock.now() }, salt: randomSalt)
        }
        exit(await Deedbook.run(Array(CommandLine.arguments.dropFirst()), in: environment))
    }

    private static func mode(for access: CommandEnvironment.Access) -> SQLiteStore.Mode {
        switch access {
        case .readOnly: .readOnly
        case .readWrite: .readWrite
        case .create: .create
        }
    }
}
