import Foundation
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
        let (status, text) = try Python.run(Self.script, [ics.path, json.path])
        #expect(status == 0 && text.hasPrefix("read "), "\(text)")
        #expect(text != "read 0\n")
    }

    @Test func `two runs give the same bytes`() async throws {
        let console = try await Fixture.events.console()
        let question = ["calendar", "--format", "ics"] + Self.span
        #expect(await console.run(question) == console.run(question))
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
        read = 0
        day = datetime.timedelta(days=1)
        for event in calendar.walk('VEVENT'):
            assert not event.errors, event.errors
            entry = wanted.pop(str(event['UID']).removesuffix('@deedbook'))
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
