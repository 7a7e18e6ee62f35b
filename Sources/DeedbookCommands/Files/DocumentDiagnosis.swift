import EventStore
import Notation
import Questions
import Terms

/// How the documents beside a book are.
struct DocumentDiagnosis {
    private let folder: DocumentFolder

    init(beside book: String, _ environment: CommandEnvironment) {
        folder = DocumentFolder(beside: book, in: environment)
    }

    /// Nothing where no event names a document and no file lies there.
    func diagnoses(of book: Book) async -> [Diagnosis] {
        do {
            let named = try await book.documents()
            let strangers = try folder.strangers(
                among: try await book.documentsInPayloads())
            let report = folder.report(on: named)
            return [
                state(of: report), Self.pending(try folder.pendingRemovals(), in: folder.path),
                Self.unnamed(strangers, in: folder.path),
            ].compactMap(\.self)
        } catch {
            return [
                Diagnosis(
                    "documents", "not looked at", .doubtful,
                    error.problems().first?.message ?? "see deedbook verify")
            ]
        }
    }

    private func state(of report: DocumentReport) -> Diagnosis? {
        guard !report.isEmpty else { return nil }
        let lost = report.missing + report.altered
        guard lost > 0 || report.unreadable == 0 else {
            return Diagnosis(
                "documents",
                "\(report.found.count) named, none missing; \(report.unreadable) cannot be read",
                .doubtful, "deedbook verify names them, and why")
        }
        guard lost > 0 else {
            return Diagnosis("documents", "\(report.found.count) named, none missing", .good)
        }
        return Diagnosis(
            "documents", "\(report.found.count) named, \(lost) missing or altered", .bad,
            "deedbook verify names them; deedbook attach KEY FILE puts one back")
    }

    private static func pending(
        _ removals: [PendingRemoval], in folder: String
    ) -> Diagnosis? {
        guard let first = removals.first else { return nil }
        return Diagnosis(
            "redacted files",
            "\(removals.count) not removed from \(folder), the first of "
                + "\(first.event)", .doubtful, "the next command that records removes them")
    }

    private static func unnamed(_ files: [String], in folder: String) -> Diagnosis? {
        guard let first = files.first else { return nil }
        return Diagnosis(
            "unnamed files", "\(files.count) in \(folder), the first \(first)", .doubtful,
            "no event of the book names them: what was redacted should be removed")
    }
}
