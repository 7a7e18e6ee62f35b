import ArgumentParser
import Clauses
import EventStore
import Foundation
import Journal
import Ledger
import Notation
import Questions
import Rendering
import Terms

/// Two versions of a contract, of which an amendment is made.
struct VersionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The contract before the amendment, as text or HTML; with --to.", valueName: "file"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "The contract as amended, as text or HTML; with --from.", valueName: "file"))
    var to: String?

    func validate() throws {
        guard (from == nil) == (to == nil) else {
            throw ValidationError("--from and --to go together: give both versions")
        }
    }

    /// What both say; nil where none is given.
    func versions(in environment: CommandEnvironment) throws -> ContractVersions? {
        guard let from, let to else { return nil }
        return ContractVersions(
            old: try contract(from, in: environment), new: try contract(to, in: environment))
    }

    /// More than any contract has.
    private static let limit = 1 << 25

    private func contract(
        _ path: String, in environment: CommandEnvironment
    ) throws -> ContractText {
        let bytes = try environment.files.read(path, "contract", limit: Self.limit).bytes
        let text = String(validating: bytes, as: UTF8.self) ?? Self.windows(bytes)
        guard let text, !text.contains("\0") else {
            throw DeedbookError(
                .invalid, "\(path) is no text", hint: "save the contract as text or HTML")
        }
        do throws(NoContract) { return try ContractText(text) } catch {
            throw DeedbookError(.invalid, "\(path) \(error.message)", hint: error.hint)
        }
    }

    /// What is not UTF-8 is Windows-1252, as most older filings are.
    private static func windows(_ bytes: [UInt8]) -> String? {
        String(bytes: bytes, encoding: .windowsCP1252)
    }
}

extension NewAmendmentCommand {
    /// Writes the draft of an amendment that two versions of the contract show.
    func write(
        _ versions: ContractVersions, in environment: CommandEnvironment
    ) async throws {
        let inquirer = try await bookOptions.inquirer(in: environment)
        let (agreement, point) = try await inquirer.agreement(agreement, from: vantageOptions)
        let copy = try await inquirer.answer(
            TermsQuestion(of: agreement, on: point.on, point.knowledge)
        ).content.copy
        let key = try await template.key(
            "\(agreement)-amendment", on: bookOptions.asOf.today, besides: inquirer.book,
            in: environment)
        let draft = RecordingTemplate.amendment(
            of: copy, by: versions, key: key, detail: template.detail
        ) { old, new in
            let redline = WordDiff(from: old.withPlainMarks, to: new.withPlainMarks)
            return redline.isWorthShowing
                ? redline.plainText : WordDiff.whole(old, new)
        }
        guard let draft else {
            let moves = versions.alignment.moves
            let note =
                "no clause changed its words"
                + (moves.isEmpty ? "" : "; the number or place of \(moves.count) changed")
                + ": nothing was written"
            // The output is where a draft goes, which may be a file.
            try environment.errors.say(note)
            for line in moves + versions.leftOut { try environment.errors.say("  \(line)") }
            return
        }
        try template.write(draft, in: environment)
    }
}
