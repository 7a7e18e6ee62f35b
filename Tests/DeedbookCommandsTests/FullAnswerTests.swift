import Testing

/// An answer on one screen is a part of what `--full` answers: it states nothing more, and nothing otherwise.
struct FullAnswerTests {
    /// The cases whose answer has a form with everything in it, each without the options of its layout.
    private static let cases = GoldenCase.all.compactMap(whole)

    /// The questions that have a short answer and a full one.
    private static let commands: Set = [
        "terms", "diff", "show", "why", "conflicts", "log", "payable", "find", "instruments",
        "agreements", "timeline", "calendar",
    ]

    /// A case that is answered in text, without `--full`; nil for any other.
    ///
    /// Evidence is a question of its own: `--sources` has it, and `--full` has it where an answer had it always.
    private static func whole(_ test: GoldenCase) -> GoldenCase? {
        guard commands.contains(test.command), test.before.isEmpty,
            Set(test.arguments).isDisjoint(with: others)
        else { return nil }
        var test = test
        test.arguments.removeAll { ["--color", "always", "-v", "--full"].contains($0) }
        if let place = test.arguments.firstIndex(of: "--width") {
            test.arguments.removeSubrange(place...(place + 1))
        }
        return test
    }

    private static let others: Set = ["--format", "--sources", "--stat", "--exit-code", "--events"]

    /// What both forms answer, in lines that nothing breaks or shortens; nil where there is no answer.
    private static func pages(of test: GoldenCase) async throws -> (short: String, full: String)? {
        let console = try await test.book.console()
        let line = test.arguments + ["--width", "1000"]
        let short = await console.run(line, variables: test.variables)
        guard short.status == 0 else { return nil }
        let full = await console.run(line + ["--full"], variables: test.variables)
        #expect(full.status == 0, "\(full.errors)")
        return (answer(of: short.output), full.output)
    }

    /// A page without its last lines, which name options.
    private static func answer(of page: String) -> String {
        page.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { line in
                !["not shown: ", "-v ", "--", "show KEY"].contains { line.hasPrefix($0) }
            }
            .map { $0.replacing("(--full)", with: "") }.joined(separator: "\n")
    }

    @Test(arguments: cases)
    func `nothing stands in the short answer that the full one does not say`(
        _ test: GoldenCase
    ) async throws {
        guard let (short, full) = try await Self.pages(of: test) else { return }
        let further = StatedFacts(short).all.subtracting(StatedFacts(full).all)
        #expect(further.isEmpty, "\(further.sorted()) in:\n\(short)")
    }

    @Test(arguments: cases)
    func `what a line says of its subject, the full answer says of the same`(
        _ test: GoldenCase
    ) async throws {
        guard let (short, full) = try await Self.pages(of: test) else { return }
        let parts = Self.paragraphs(full)
        for line in short.split(separator: "\n") {
            guard let subject = Self.subject(of: line) else { continue }
            let about = parts.filter { $0.contains(subject) }.joined(separator: "\n")
            let elsewhere = StatedFacts(line).all.subtracting(StatedFacts(about).all)
            #expect(elsewhere.isEmpty, "\(elsewhere.sorted()), not of \(subject): \(line)")
        }
    }

    @Test(arguments: cases)
    func `an amount that the full answer has from reports only is called reported in the short one`(
        _ test: GoldenCase
    ) async throws {
        guard let (short, full) = try await Self.pages(of: test) else { return }
        var (reported, other): (Set<String>, Set<String>) = ([], [])
        for line in full.split(separator: "\n") {
            let amounts = StatedFacts(line).amounts
            if line.contains("report") {
                reported.formUnion(amounts)
            } else {
                other.formUnion(amounts)
            }
        }
        for line in short.split(separator: "\n") where !line.contains("report") {
            let unmarked = StatedFacts(line).amounts.intersection(reported.subtracting(other))
            #expect(unmarked.isEmpty, "\(unmarked.sorted()): \(line)")
        }
    }

    @Test(arguments: cases.filter { ["diff", "show"].contains($0.command) })
    func `a change has the same values before and after in both`(_ test: GoldenCase) async throws {
        guard let (short, full) = try await Self.pages(of: test) else { return }
        let whole = Self.plain(full)
        for line in short.split(separator: "\n") where line.hasPrefix("~ ") && !line.contains("…") {
            for change in line.dropFirst(2).split(separator: "  ").dropFirst()
                .joined(separator: " ").split(separator: "; ") where change.contains(" -> ")
            {
                #expect(whole.contains(Self.plain(change)), "\(change)")
            }
        }
    }

    @Test func `every question with a short answer is among them`() {
        #expect(Set(Self.cases.map(\.command)) == Self.commands)
        #expect(Self.cases.count > 60)
    }

    /// What a line is about, where it begins with an id, after the mark of a change or a position.
    private static func subject(of line: Substring) -> Substring? {
        line.split(separator: " ").prefix(3).first {
            $0.contains(where: \.isLowercase) && !["condition", "dispute"].contains($0)
        }.flatMap { $0.contains(".") || $0.contains("-") ? $0 : nil }
    }

    private static func paragraphs(_ page: String) -> [String] {
        page.split(separator: "\n", omittingEmptySubsequences: false)
            .split { $0.allSatisfy(\.isWhitespace) }.map { $0.joined(separator: "\n") }
    }

    /// Without the columns of the layout and the colon after a field.
    private static func plain(_ text: some StringProtocol) -> String {
        String(text).replacing(":", with: " ").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
