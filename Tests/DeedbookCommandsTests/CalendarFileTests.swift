import EventStore
import Foundation
import Ledger
import Subprocesses
import Testing

/// The file for calendar programs, read by a parser that is not ours: Python's icalendar.
struct CalendarFileTests {
    private static let span = ["--from", "2019-01-01", "--to", "2040-12-31"]

    @Test(arguments: [Fixture.events, .tern])
    func `a calendar parser reads every entry that has days`(book: Fixture) async throws {
        let console = try await book.console()
        let drafts =
            book == .tern ? ["--with", Fixture.folder.appendingPathComponent("drafts").path] : []
        let question = ["calendar"] + Self.span + drafts
        let answer = await console.run(question + ["--format", "json"]).output
        let file = await console.run(question + ["--format", "ics"]).output
        let folder = FileManager.default.temporaryDirectory
        let name = "\(ProcessInfo.processInfo.processIdentifier)-\(book.rawValue)"
        let (json, ics) = (
            folder.appendingPathComponent("calendar-\(name).json"),
            folder.appendingPathComponent("calendar-\(name).ics")
        )
        defer { for url in [json, ics] { try? FileManager.default.removeItem(at: url) } }
        try Data(answer.utf8).write(to: json)
        try Data(file.utf8).write(to: ics)
        let done = try await Python.run(Self.script, [ics.path, json.path])
        #expect(done.status == 0 && done.text.hasPrefix("read "), "\(done.text)")
        #expect(done.text != "read 0\n")
    }

    @Test func `two runs give the same bytes`() async throws {
        let console = try await Fixture.events.console()
        let question = ["calendar", "--format", "ics"] + Self.span
        #expect(await console.run(question) == console.run(question))
    }

    // MARK: What an earlier file put into someone's calendar

    private static let renewing = InventedBook.opening(
        "term-added: { term: t, kind: term-and-renewal, set: { ends: { through: 2025-01-31 }, "
            + "renewal: automatic, renewal-period: P1Y, notice: P3M } }")
    private static let asked = ["calendar", "x", "--from", "2024-07-01", "--to", "2025-01-31"]

    @Test func `a notice day that another event moves keeps its identifier`() async throws {
        let amendment = InventedBook.recording(
            "b", "2024-06-01",
            "term-amended: { term: t, set: { ends: { through: 2025-03-31 }, notice: P6M } }")
        let before = try await Self.entries(of: [Self.renewing], Self.asked)
        let after = try await Self.entries(of: [Self.renewing, amendment], Self.asked)
        let old = try #require(before.first { $0["CATEGORIES"] == "notice-due" })
        let new = try #require(after.first { $0["CATEGORIES"] == "notice-due" })
        #expect(old["DTSTART;VALUE=DATE"] == "20241031")
        #expect(new["DTSTART;VALUE=DATE"] == "20240930")
        #expect(old["UID"] == new["UID"] && old["UID"] == "x/t/notice-due/1@memory")
        #expect(old["SEQUENCE"] == "0" && new["SEQUENCE"] == "1")
        #expect(after.count { $0["CATEGORIES"] == "notice-due" } == 1)
    }

    @Test func `a deadline that moves out of the span is stated with its new day`() async throws {
        let amendment = InventedBook.recording(
            "b", "2024-06-01", "term-amended: { term: t, set: { ends: { through: 2029-03-31 } } }")
        let after = try await Self.entries(of: [Self.renewing, amendment], Self.asked)
        let notice = try #require(after.first { $0["UID"] == "x/t/notice-due/1@memory" })
        #expect(notice["DTSTART;VALUE=DATE"] == "20281231")
        #expect(notice["STATUS"] == "CONFIRMED" && notice["SEQUENCE"] == "1")
    }

    @Test func `what no longer follows from the record is cancelled, and comes back as it was`()
        async throws
    {
        let none = InventedBook.recording(
            "b", "2024-06-01", "term-amended: { term: t, set: { renewal: none } }")
        let fix = InventedBook.recording(
            "c", "2024-06-02", kind: "correction", "event-rescinded: { event: b#1, reason: r }")
        let before = try await Self.entries(of: [Self.renewing], Self.asked)
        let after = try await Self.entries(of: [Self.renewing, none], Self.asked)
        let again = try await Self.entries(of: [Self.renewing, none, fix], Self.asked)
        func notice(_ entries: [[String: String]]) throws -> [String: String] {
            try #require(entries.first { $0["UID"] == "x/t/notice-due/1@memory" })
        }
        #expect(try notice(before)["STATUS"] == "CONFIRMED")
        let cancelled = try notice(after)
        #expect(cancelled["STATUS"] == "CANCELLED" && cancelled["SEQUENCE"] == "1")
        #expect(cancelled["DTSTART;VALUE=DATE"] == "20241031" && cancelled["ACTION"] == nil)
        let back = try notice(again)
        #expect(back["STATUS"] == "CONFIRMED" && back["SEQUENCE"] == "2")
        #expect(back["ACTION"] == "DISPLAY")
    }

    @Test func `another book has other identifiers`() async throws {
        let store = InMemoryStore(
            origin: "deedbook.local/0123abcd", clock: { Console.instant },
            salt: { Array(repeating: 7, count: 16) })
        try await InventedBook.record([Self.renewing], in: store)
        let console = Console(books: ["./book.deedbook": store])
        let file = await console.run(Self.asked + ["--format", "ics"]).output
        #expect(file.contains("UID:x/t/notice-due/1@0123abcd.deedbook.local\r\n"))
    }

    @Test func `nothing of a file at a fixed position depends on what is recorded later`()
        async throws
    {
        let amendment = InventedBook.recording(
            "b", "2024-06-01", "term-amended: { term: t, set: { ends: { through: 2025-03-31 } } }")
        let line = Self.asked + ["--format", "ics", "--recorded-at", "4"]
        let before = try await InventedBook.console([Self.renewing]).run(line)
        let after = try await InventedBook.console([Self.renewing, amendment]).run(line)
        #expect(before.status == 0 && before == after)
    }

    @Test func `what waited for a condition is cancelled once it has a day, or the term is over`()
        async throws
    {
        let opening = InventedBook.opening(
            "condition-defined: { condition: sale, text: The mill is sold }",
            "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 1, "
                + "ends: { upon: sale } } }")
        let asked = ["calendar", "x", "--from", "2024-01-01", "--to", "2026-12-31"]
        let met = InventedBook.recording(
            "m", "2025-06-01", "condition-satisfied: { condition: sale }")
        let over = InventedBook.recording("t", "2025-06-01", "agreement-terminated: {}")
        func todo(_ book: [String]) async throws -> [String: String] {
            try #require(
                await Self.entries(of: book, asked).first {
                    $0["UID"]?.hasSuffix("/upon@memory") ?? false
                })
        }
        let before = try await todo([opening])
        #expect(before["STATUS"] == "NEEDS-ACTION" && before["SEQUENCE"] == "0")
        for after in [try await todo([opening, met]), try await todo([opening, over])] {
            #expect(after["UID"] == before["UID"])
            #expect(after["STATUS"] == "CANCELLED" && after["SEQUENCE"] == "1")
        }
    }

    @Test func `the end of an agreement is the same entry whatever event ends it`() async throws {
        let opening = InventedBook.opening(
            "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 1 } }")
        let asked = ["calendar", "x", "--from", "2024-01-01", "--to", "2026-12-31"]
        let over = InventedBook.recording("t", "2025-06-01", "agreement-terminated: {}")
        let entries = try await Self.entries(of: [opening, over], asked)
        #expect(entries.contains { $0["UID"] == "x/agreement/agreement-ends/1@memory" })
    }

    /// The properties of each entry of the file, the first of each name.
    private static func entries(
        of book: [String], _ line: [String]
    ) async throws -> [[String: String]] {
        let file = try await InventedBook.console(book).run(line + ["--format", "ics"])
        #expect(file.status == 0, "\(file.errors)")
        let lines = file.output.replacingOccurrences(of: "\r\n ", with: "")
            .components(separatedBy: "\r\n")
        var events: [[String: String]] = []
        for line in lines {
            if line == "BEGIN:VEVENT" || line == "BEGIN:VTODO" { events.append([:]) }
            guard let colon = line.firstIndex(of: ":"), !events.isEmpty else { continue }
            let name = String(line[..<colon])
            if events[events.count - 1][name] == nil {
                events[events.count - 1][name] = String(line[line.index(after: colon)...])
            }
        }
        return events
    }

    /// Compares what the parser read with the same answer as JSON; and the bytes with RFC 5545, 3.1.
    private static let script = """
        import datetime, json, sys
        from icalendar import Calendar
        raw = open(sys.argv[1], 'rb').read()
        assert raw.endswith(b'\\r\\n')
        lines = raw[:-2].split(b'\\r\\n')
        for line in lines:
            assert len(line) <= 75, line
            assert b'\\n' not in line and b'\\r' not in line, line
            line.decode('utf-8')
        calendar = Calendar.from_ical(raw)
        assert calendar['VERSION'] == '2.0' and calendar['PRODID']
        wanted = {}
        for entry in json.load(open(sys.argv[2]))['deadlines']:
            if entry['first'] and entry['last']:
                assert entry['key'] not in wanted, entry['key']
                wanted[entry['key']] = entry
        assert calendar['NAME'] == calendar['X-WR-CALNAME'] and 'METHOD' not in calendar
        assert calendar.decoded('REFRESH-INTERVAL') == datetime.timedelta(days=1)
        read, seen = 0, set()
        day = datetime.timedelta(days=1)
        for event in calendar.walk('VEVENT'):
            assert not event.errors, event.errors
            stamps = [event.decoded(name) for name in ('DTSTAMP', 'LAST-MODIFIED', 'CREATED')]
            assert stamps[0] == stamps[1] >= stamps[2], stamps
            assert int(event['SEQUENCE']) >= 0
            alarms = event.walk('VALARM')
            for alarm in alarms:
                assert alarm['ACTION'] == 'DISPLAY' and alarm['DESCRIPTION']
                assert alarm.decoded('TRIGGER') < datetime.timedelta(0)
            key, host = str(event['UID']).rsplit('@', 1)
            assert host == 'memory' and key not in seen, event['UID']
            seen.add(key)
            if event['STATUS'] == 'CANCELLED':
                assert key not in wanted and not alarms, key
                assert int(event['SEQUENCE']) > 0
                assert str(event['SUMMARY']).startswith('Cancelled: ')
                continue
            assert bool(alarms) == (str(event['CATEGORIES'].cats[0]) in
                                    ('notice-due', 'renewal-due', 'response-due', 'closes', 'availability-ends',
                                     'due', 'long-stop', 'matures')), event['CATEGORIES']
            if key not in wanted:
                # It moved out of the span, and an earlier file may have it in there.
                assert int(event['SEQUENCE']) > 0, key
                continue
            entry = wanted.pop(key)
            first, over = event.decoded('DTSTART'), event.decoded('DTEND')
            assert type(first) is datetime.date and type(over) is datetime.date
            assert first.isoformat() == entry['first'], (first, entry)
            assert (over - day).isoformat() == entry['last'], (over, entry)
            assert event['STATUS'] == ('TENTATIVE' if entry['isTentative'] else 'CONFIRMED')
            assert str(event['SUMMARY']).endswith(': ' + entry['text']), event['SUMMARY']
            assert all(step in str(event['DESCRIPTION']) for step in entry['basis'])
            assert event.decoded('DTSTAMP').tzinfo is not None
            read += 1
        assert not wanted, wanted
        print('read', read)
        """
}
