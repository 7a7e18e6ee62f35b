import ArgumentParser
import Notation

/// What stands where a command's name should, and names none: the parser would show help, or repeat the words.
enum CommandNames {
    /// What is wrong with the names that a command line begins with; nil where nothing is.
    static func problem(in arguments: [String]) -> Problem? {
        let isHelp = arguments.first == "help"
        var commands = Deedbook.configuration.subcommands
        var path = ["deedbook"]
        for word in isHelp ? arguments.dropFirst() : arguments[...] {
            guard !commands.isEmpty, !word.hasPrefix("-") else { return nil }
            guard let command = commands.first(where: { name(of: $0) == word }) else {
                if word == "help", path.count == 1 { return nil }
                return Problem(
                    "\(path.joined(separator: " ")) has no command '\(word)'",
                    hint: Spelling.hint(
                        for: word, among: commands.map(name),
                        else: "see: \(path.joined(separator: " ")) --help"))
            }
            path.append(word)
            commands = command.configuration.subcommands
        }
        return nil
    }

    private static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? "\(command)"
    }
}

/// Reads one word of a closed list, and says which may have been meant by another.
func word<Word: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Word {
    if let word = Word(rawValue: text) { return word }
    let all = Word.allCases.map(\.rawValue)
    throw ValidationError(
        Spelling.hint(for: text, among: all, else: "expected one of \(all.joined(separator: ", "))")
    )
}
