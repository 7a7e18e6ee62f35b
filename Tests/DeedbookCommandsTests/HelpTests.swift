import DeedbookCommands
import Testing

/// The help of every command stands in eighty columns, and what follows a command's name can be read.
struct HelpTests {
    private static func help(_ words: [String]) async -> [Substring] {
        await Console().run(words + ["--help"]).output.split(
            separator: "\n", omittingEmptySubsequences: false)
    }

    /// The commands that a page of help lists.
    private static func commands(in help: [Substring]) -> [String] {
        help.filter { $0.hasPrefix("  ") && $0.dropFirst(2).first?.isLowercase ?? false }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
            .filter { $0 != "deedbook" }
    }

    @Test func `no line of any help is longer than eighty columns`() async {
        let commands = Self.commands(in: await Self.help([]))
        #expect(commands.count > 20, "\(commands)")
        for command in commands {
            let lines = await Self.help([command])
            #expect(lines.contains { $0.hasPrefix("USAGE: deedbook \(command)") })
            let long = lines.filter { $0.count > 80 }
            #expect(long.isEmpty, "\(command): \(long)")
        }
    }

    @Test func `an option stays with its value where the usage is broken`() async {
        let lines = await Self.help(["import"])
        let usage = lines.drop { !$0.hasPrefix("USAGE:") }.prefix { !$0.isEmpty }
        #expect(usage.count > 1)
        for line in usage {
            #expect(line.count { $0 == "[" } == line.count { $0 == "]" }, "\(line)")
        }
        #expect(usage.dropFirst().allSatisfy { $0.hasPrefix("         [") }, "\(usage)")
    }
}
