import ArgumentParser
import EventStore
import Ledger
import Questions
import Rendering

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Examine the book's file, its settings, the disk and the clock.",
        discussion: """
            Nothing is changed. The contents of the book are not examined: use deedbook verify for that. \
            Bytes of the file that belong to no row are counted, page by page, unless a write-ahead log \
            stands beside it. Documents that are missing or altered, and files beside them that no event \
            names, are counted. Exit status 1 if something is bad.

            Example:
              deedbook doctor
            """)

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let path = bookOptions.path(in: environment)
        let store = try await bookOptions.store(.audit, in: environment)
        if !bookOptions.trusted(in: environment).isEmpty {
            try await bookOptions.grounds(in: environment).check(store)
        }
        let found =
            try await environment.books.diagnose(path, environment.clock())
            + DocumentDiagnosis(beside: path, environment).diagnoses(of: Book(store: store))
        switch output.format {
        case .text:
            try environment.output.write(
                DiagnosisText.render(
                    found, of: path, options: output.layout.text(in: environment)))
        case .json: try environment.output.write(DiagnosisJSON.render(found, of: path))
        }
        if found.contains(where: { $0.verdict == .bad }) {
            throw ExitCode(ExitStatus.found.rawValue)
        }
    }
}
