import Foundation
import Subprocesses
import Testing

/// The verifier in Python that was written from the page about the formats alone.
enum SecondVerifier {
    private static let script = Fixture.root.appendingPathComponent(
        "Tests/DeedbookCommandsTests/second_verifier.py")

    struct Answer {
        var status: Int32
        var said: String

        /// Nil where it said neither that there is nothing wrong with the file nor that there is.
        func accepts(_ file: String) -> Bool? {
            let lines = said.split(separator: "\n")
            if lines.contains("\(file): nothing wrong") { return true }
            let isRefused = lines.contains { line in
                line.hasPrefix("\(file): ")
                    && Int(line.dropFirst(file.count + 2).dropLast(6)) != nil
            }
            return isRefused ? false : nil
        }
    }

    /// Checks files that lie in a folder.
    static func check(
        _ files: [String], _ arguments: [String], in folder: String
    ) async throws -> Answer {
        let done = try await Python.run(
            script, files + arguments, in: URL(fileURLWithPath: folder))
        return Answer(status: done.status, said: done.text)
    }

    /// Checks files, with others in the same folder.
    static func check(
        _ files: [String: String], _ arguments: [String], beside others: [String: String] = [:]
    ) async throws -> Answer {
        try await InventedBook.withFiles(files.merging(others) { $1 }) { folder in
            try await check(files.keys.sorted(), arguments, in: folder)
        }
    }
}

extension Console {
    /// Runs command lines that have to succeed; `FIXTURES` stands for the folder of the books of the tests.
    func prepare(
        _ lines: [String], at location: SourceLocation = #_sourceLocation
    ) async throws {
        for line in lines {
            let arguments = line.split(separator: " ").map {
                $0.replacingOccurrences(of: "FIXTURES", with: Fixture.path)
            }
            let answer = await run(arguments)
            try #require(
                answer.status == 0, "\(line)\n\(answer.errors)", sourceLocation: location)
        }
    }

    /// The text of a file that a command line made.
    func text(of file: String) throws -> String { try #require(files[file], "\(file)").text }
}
