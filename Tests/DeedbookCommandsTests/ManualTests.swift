import Foundation
import Testing

/// What the manual pages are made of: the commands as the program lists them for tools.
struct ManualTests {
    /// A command of the listing, with its subcommands.
    private struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var subcommands: [Command]?
    }

    private struct Listing: Decodable {
        var serializationVersion: Int
        var command: Command
    }

    @Test
    func `every command has what a page needs, in a form that the argument parser's tool reads`()
        async throws
    {
        let result = await Console().run(["--experimental-dump-help"])
        #expect(result.status == 0)
        let listing = try JSONDecoder().decode(Listing.self, from: Data(result.output.utf8))
        #expect(listing.serializationVersion == 0)
        var names: [String] = []
        func look(at command: Command) {
            names.append(command.commandName)
            // The parser's own command of help has no discussion.
            if command.commandName != "help" {
                #expect(command.abstract?.isEmpty == false, "\(command.commandName)")
                #expect(command.discussion?.isEmpty == false, "\(command.commandName)")
            }
            for inner in command.subcommands ?? [] { look(at: inner) }
        }
        look(at: listing.command)
        #expect(Set(["deedbook", "terms", "config", "exit-status", "serve"]).isSubset(of: names))
    }
}
