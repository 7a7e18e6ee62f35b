import Amendments
import Notation
import Terms

/// The sources of one cell: `Acme Ltd [executed-text]; SEC EDGAR [regulatory-filing] https://example.org/ex10.htm`.
enum TableSource {
    static func read(_ text: String) -> Result<[Source], Problem> {
        let parts = text.split { $0 == ";" || $0.isNewline }
            .map { TableValue.trimmed(String($0)) }.filter { !$0.isEmpty }
        var sources: [Source] = []
        for (index, part) in parts.enumerated() {
            switch source(part, number: index + 1) {
            case .success(let source): sources.append(source)
            case .failure(let problem): return .failure(problem)
            }
        }
        return sources.isEmpty ? .failure(Problem("no source", hint: expected)) : .success(sources)
    }

    /// The cell of some sources: who has or published each, the grade, and the URL.
    static func text(of sources: [Source]) -> String {
        sources.map { source in
            let publisher = TableValue.trimmed(
                TableValue.words(source.publisher).replacing("\n", with: " ")
                    .replacing(";", with: ",")
                    .replacing("[", with: "(").replacing("]", with: ")"))
            let url = source.url.map {
                $0.contains { $0.isWhitespace || $0 == ";" } ? "" : " \($0)"
            }
            return "\(publisher) [\(source.grade.rawValue)]\(url ?? "")"
        }.joined(separator: "; ")
    }

    private static func source(_ text: String, number: Int) -> Result<Source, Problem> {
        guard let open = text.lastIndex(of: "["), let close = text[open...].firstIndex(of: "]")
        else {
            return .failure(Problem("'\(text)' names no grade of the evidence", hint: expected))
        }
        let word = String(text[text.index(after: open)..<close])
        guard let grade = SourceGrade(rawValue: word.lowercased()) else {
            return .failure(Problem("'\(word)' is no grade of evidence", hint: expected))
        }
        let publisher = TableValue.trimmed(String(text[..<open]))
        let url = TableValue.trimmed(String(text[text.index(after: close)...]))
        guard !publisher.isEmpty, !url.contains(where: \.isWhitespace),
            let id = SourceID(number == 1 ? "source" : "source-\(number)")
        else { return .failure(Problem("'\(text)' is no source", hint: expected)) }
        return .success(
            Source(id: id, grade: grade, publisher: publisher, url: url.isEmpty ? nil : url))
    }

    static let expected =
        "expected who has or published it and a grade, such as: Acme's files [executed-text]; grades: "
        + SourceGrade.allCases.map(\.rawValue).joined(separator: ", ")
}
