import Foundation
import Subprocesses
import Testing

/// What leaves the book, names and lists, and the record itself.
struct LeavingFaultLines {
    // MARK: 09, 14

    @Test(
        arguments: [
            ("ANG", "2024"), ("BGN", "2025"), ("BYR", "2015"), ("CUC", "2019"), ("DEM", "1999"),
            ("FRF", "1998"), ("HRK", "2021"), ("LTL", "2013"), ("MRO", "2016"), ("STD", "2016"),
            ("VEF", "2017"), ("ZWL", "2022"),
        ])
    func `09 a retired currency is accepted for days on which it lived`(
        code: String, year: String
    ) async throws {
        let book = try await FaultBook(
            .first(
                on: "\(year)-01-01",
                "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: \(code) 1000 } }"
            ))
        let term = await book.json("terms x --on \(year)-06-01").term("f")
        #expect(term.field("amount") == "\(code) 1,000")
    }

    @Test(
        arguments: [
            ("America/Los_Angles", "America/Los_Angeles"),
            ("america/los_angeles", "America/Los_Angeles"),
            ("GMT+8", ""), ("Mars/Phobos", ""),
        ])
    func `14 a zone that is none of IANA is refused, and a near one suggested`(
        zone: String, near: String
    ) async throws {
        let result = try await FaultBook().check(.first(on: "2024-01-01", zone: zone))
        #expect(result.status != 0)
        #expect(result.errors.contains(zone), "\(result.errors)")
        #expect(near.isEmpty || result.errors.contains(near), "\(result.errors)")
    }

    @Test(
        .enabled(if: FaultBook.program == nil, "the other program has its own clock"))
    func `14 the day of today is the day in the agreement's zone`() async throws {
        let book = try await FaultBook(.first(on: "2024-01-01", zone: "America/Los_Angeles"))
        // Console.instant is still the day before there.
        #expect(await book.json("terms x")["vantage"]["on"].text == "2025-04-02")
    }

    // MARK: 10

    private static let renewing = Paper.first(
        on: "2024-01-01",
        "term-added: { term: t, kind: term-and-renewal, set: { ends: { through: 2025-01-31 }, renewal: automatic, renewal-period: P1Y, notice: P3M } }"
    )

    /// The entries of a calendar file that are about the last day for a notice: their identifiers and first days.
    private static func notices(_ book: FaultBook) async -> [String: String] {
        let file = await book.text(
            "calendar x --from 2024-07-01 --to 2025-01-31 --format ics"
        ).replacing("\r\n ", with: "").replacing("\r\n", with: "\n")
        var found: [String: String] = [:]
        for entry in file.components(separatedBy: "BEGIN:VEVENT").dropFirst()
        where entry.contains("last day to give notice") && !entry.contains("CANCELLED") {
            func line(_ start: String) -> String {
                entry.split(separator: "\n").first { $0.hasPrefix(start) }.map(String.init) ?? ""
            }
            found[line("UID")] = String(line("DTSTART").suffix(8))
        }
        return found
    }

    @Test
    func `10 a calendar entry keeps its identifier when its day moves`() async throws {
        let book = try await FaultBook(Self.renewing)
        let before = await Self.notices(book)
        try await book.record(
            .later(
                "moved", effective: "2024-06-01", disclosed: "2024-06-01",
                "term-amended: { term: t, set: { ends: { through: 2025-03-31 }, notice: P6M } }"))
        let after = await Self.notices(book)
        #expect(Array(before.values) == ["20241031"] && Array(after.values) == ["20240930"])
        #expect(Array(before.keys) == Array(after.keys))
    }

    @Test
    func `10 two books do not share the identifiers of calendar entries`() async throws {
        let one = await Self.notices(try await FaultBook(Self.renewing))
        let other = await Self.notices(try await FaultBook(Self.renewing))
        #expect(one.count == 1 && other.count == 1)
        #expect(Set(one.keys).isDisjoint(with: other.keys))
    }

    // MARK: 11

    @Test func `11 no cell of a spreadsheet begins as a formula`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2024-01-01",
                #"term-added: { term: l, kind: license-grant, set: { grantor: a, grantee: b, subject: "=HYPERLINK(\"http://example.com/?\"&A1)", exclusivity: exclusive } }"#,
                #"term-added: { term: o, kind: other, set: { text: "=1+1" } }"#,
                #"term-added: { term: r, kind: royalty, set: { payer: a, payee: b, rate: "10% of =1+1" } }"#
            ))
        let figures = try book.file("f.csv", "period,base,amount\n2024-02,=1+1,USD 10\n")
        for line in [
            "export --agreement x --on 2024-06-01 --format csv",
            "export --agreement x --on 2024-06-01 --format csv-fields",
            "find 'subject contains HYPERLINK or text contains 1' --on 2024-06-01 --format csv",
            "payable x r --figures '\(figures)' --format csv",
        ] {
            let text = await book.text(line)
            #expect(text.contains("'=1+1"), "\(text)")
            for start in ["", ",", "\"", ",\""] {
                let cell = (start.hasPrefix(",") ? "" : "\n") + start + "="
                #expect(!text.contains(cell), "\(text)")
            }
        }
    }

    // MARK: 15

    @Test func `15 a book that can only be read is read and verified`()
        async throws
    {
        let book = try await FaultBook(
            .first(on: "2024-01-01", "term-added: { term: o, kind: other, set: { text: words } }"))
        let file = URL(fileURLWithPath: book.path)
        let folder = file.deletingLastPathComponent()
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file.path)
        try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
        // The superuser may write everywhere, so it becomes another for this.
        let user = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        for command in ["terms x", "log", "verify", "export", "doctor"] {
            let result = try await ProcessTests.run(
                "\(user)\(FaultBook.program ?? "deedbook") \(command) --book '\(file.path)'",
                in: URL(fileURLWithPath: "/"))
            #expect(result.status == 0, "\(command): \(result.errors)")
        }
    }

    // MARK: 16

    @Test
    func `16 the instrument that rescinded a correction is among the causes`()
        async throws
    {
        func royalty(_ term: String, _ rate: String) -> String {
            "term-added: { term: \(term), kind: royalty, set: { payer: a, payee: b, rate: \(rate) of s } }"
        }
        let book = try await FaultBook(
            .first(
                on: "2024-01-01", royalty("r", "1%"), royalty("q", "1%"), royalty("o", "1%"),
                "term-amended: { term: o, set: { rate: 2% of s }, effective: { on: 2024-02-01 } }"),
            .later(
                "b", "correction", effective: "2024-03-01", disclosed: "2024-03-01",
                "event-corrected: { event: x-first#4, reason: r, replacement: { \(royalty("r", "5%")) } }",
                "effective-date-moved: { event: x-first#5, to: { on: 2024-08-01 } }",
                "event-rescinded: { event: x-first#7, reason: r }"),
            .later(
                "c", "correction", effective: "2024-04-01", disclosed: "2024-04-01",
                "event-rescinded: { event: b#1, reason: r }",
                "event-rescinded: { event: b#2, reason: r }",
                "event-rescinded: { event: b#3, reason: r }"))
        let diff = await book.json("diff x 2024-06-01@2024-03-15 2024-06-01@2024-04-15")
        let lines = diff["lines"].all
        #expect(Set(lines.compactMap { $0["id"].text }) == ["r", "q", "o"])
        for line in lines {
            let causes = line["causes"].all.compactMap { $0["event"].text }
            #expect(causes.contains { $0.hasPrefix("c#") }, "\(line["id"].text ?? ""): \(causes)")
            #expect(line["class"].text == "corrected", "\(line["id"].text ?? "")")
        }
    }

    // MARK: 18

    @Test
    func `18 a patch applies to a document that a command prints`() async throws {
        let book = try await FaultBook(
            .first(
                on: "2024-01-01",
                "term-added: { term: r, kind: royalty, set: { payer: a, payee: b, rate: 1% of s } }"
            ),
            .later(
                "b", effective: "2024-06-01", disclosed: "2024-06-01",
                "term-amended: { term: r, set: { rate: 2% of s } }"))
        let patch = await book.text("diff x 2024-05-01 2024-07-01 --format json-patch")
        let before = await book.text("terms x --on 2024-05-01 --format json-document")
        let after = await book.text("terms x --on 2024-07-01 --format json-document")
        #expect(before != after)
        let arguments = [before, patch, after]
        let done = try await Python.run(Self.applies, arguments)
        #expect(done.status == 0, "\(done.text)")
    }

    /// RFC 6902 as far as the patches of `diff` use it.
    private static let applies = """
        import json, sys
        document, patch, wanted = map(json.loads, sys.argv[1:])
        for step in patch:
            *way, last = [part.replace('~1', '/').replace('~0', '~') for part in step['path'].split('/')[1:]]
            place = document
            for part in way: place = place[int(part)] if isinstance(place, list) else place[part]
            if step['op'] == 'remove': del place[last]
            elif step['op'] == 'replace':
                assert last in place, step
                place[last] = step['value']
            elif step['op'] == 'add': place[last] = step['value']
            else: sys.exit(step['op'])
        if document != wanted: sys.exit(json.dumps([document, wanted], indent=1))
        """

    // MARK: 19

    @Test(arguments: ["check", "record"])
    func `19 an error about a file does not steer the terminal`(command: String) async throws {
        let book = try await FaultBook()
        let paper = Paper.first(on: "2024-01-01").yaml
            .replacing("kind: definitive", with: #"kind: "\e[2J\e[31mforged""#)
        let result = await book.run([command, try book.file("a.yaml", paper)])
        #expect(result.status != 0 && result.errors.contains("forged"))
        #expect(!(result.errors + result.output).contains("\u{1B}"))
    }

    // MARK: b-r8, b-r9, b-r11

    private static let ten = Paper.first(
        on: "2020-01-01", zone: "Europe/Berlin",
        "term-added: { term: k, kind: fee, set: { payer: a, payee: b, amount: USD 10 } }")
    private static let eleven = Paper.later(
        "m", disclosed: "2020-01-02",
        "term-amended: { term: k, set: { amount: USD 11 }, effective: { on: 2020-02-01 } }")

    private static func correction(_ key: String, _ day: String, _ amount: String) -> Paper {
        .later(
            key, "correction", disclosed: day,
            "event-corrected: { event: m#1, reason: r, replacement: { term-amended: { term: k, set: { amount: \(amount) } } } }"
        )
    }

    @Test(arguments: [true, false])
    func `b-r8a of two corrections the last disclosed holds, in both orders of arrival`(
        laterFirst: Bool
    ) async throws {
        let (one, two) = (
            Self.correction("c1", "2020-01-03", "USD 12"),
            Self.correction("c2", "2020-01-04", "USD 13")
        )
        let book = try await FaultBook(Self.ten, Self.eleven)
        for paper in laterFirst ? [two, one] : [one, two] { try await book.record(paper) }
        #expect(await book.json("terms x --on 2020-03-01").term("k").field("amount") == "USD 13")
        let then = await book.json("terms x --on 2020-03-01 --disclosed-by 2020-01-03")
        #expect(then.term("k").field("amount") == "USD 12")
    }

    @Test
    func `b-r8b two successions of one party hold in the order of their days`()
        async throws
    {
        func succession(_ key: String, _ day: String, _ party: String) -> Paper {
            .later(
                key, disclosed: day,
                "party-succeeded: { party: b, successor: \(party), name: \(party.uppercased()), effective: { on: \(day) } }"
            )
        }
        let (first, second) = (
            succession("s1", "2020-02-01", "d"), succession("s2", "2020-03-01", "c")
        )
        func answers(_ papers: [Paper]) async throws -> [String] {
            let book = try await FaultBook(Self.ten)
            for paper in papers { try await book.record(paper) }
            var said: [String] = []
            for day in ["2020-01-15", "2020-02-15", "2020-03-15"] {
                let parties = await book.json("terms x --on \(day)")["parties"].all
                said.append(
                    parties.map { "\($0["id"].text ?? "") > \($0["successor"].text ?? "")" }
                        .sorted().joined(separator: ", "))
            }
            return said
        }
        let ordered = try await answers([first, second])
        #expect(try await answers([second, first]) == ordered)
        #expect(ordered[1].contains("b > d") && ordered[2] != ordered[1], "\(ordered)")
    }

    @Test(arguments: ["2999-01-01T00:00:00Z", "9999"])
    func `b-r9 a vantage beyond the head is refused`(position: String) async throws {
        let book = try await FaultBook(Self.ten, Self.eleven)
        let result = await book.run("terms x --on 2020-06-01 --recorded-at \(position)")
        #expect(result.status != 0 && result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }

    @Test
    func `b-r11 a move that moves nothing is refused or warned of`() async throws {
        var dated = Self.eleven
        dated.effective = "2020-02-01"
        let book = try await FaultBook(Self.ten, dated)
        let result = try await book.check(
            .later(
                "moved", "notice", disclosed: "2020-01-03",
                "effective-date-moved: { recording: m, to: { on: 2020-05-01 } }"))
        #expect(result.status != 0 || (result.output + result.errors).contains("warning"))
    }
}
