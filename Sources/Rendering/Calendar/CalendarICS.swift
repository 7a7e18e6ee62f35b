import Amendments
public import Deadlines
import Ledger
import Notation
import Terms

/// A calendar of deadlines for calendar programs: iCalendar, RFC 5545 and RFC 7986.
///
/// Every deadline with a first and a last day is an event of whole days, without blocking time; what is not certain
/// is TENTATIVE. What has no day is in no event: a day would have to be invented; what waits for a condition is a
/// to-do without a date, which is CANCELLED once it no longer waits. What an earlier answer may have put
/// into a calendar and no longer follows from the record is CANCELLED. Last days to act have alarms.
///
/// A UID is that of the deadline within its book, and the book's own name: it stays when the day or the governing
/// event moves, and no other book has it, so that importing again updates. Nothing depends on when the file is
/// written: DTSTAMP and LAST-MODIFIED are the instant of the recording that last changed the entry, SEQUENCE counts
/// the changes that show. There is no METHOD, for the file is no message (RFC 5546): a PUBLISH would need an
/// organizer, and could not have cancelled entries in it.
public enum CalendarICS {
    /// - Parameters:
    ///   - entries: the calendar's, as `Book.entries(of:)` has them.
    ///   - origin: the name of the book.
    public static func render(
        _ calendar: DeadlineCalendar, entries: [CalendarEntry], origin: String
    ) -> String {
        var lines = ICSLines()
        lines.add("BEGIN:VCALENDAR")
        lines.add("VERSION:2.0")
        lines.add("PRODID:-//Deedbook//Calendar of agreements//EN")
        lines.add("CALSCALE:GREGORIAN")
        let name = "Deadlines of agreements"
        lines.add("NAME", text: name)
        lines.add("X-WR-CALNAME", text: name)
        if !calendar.drafts.isEmpty {
            let names = calendar.drafts.map(\.key.text).joined(separator: ", ")
            lines.add("DESCRIPTION", text: "Rests on drafts, not recorded: \(names)")
            lines.add("X-WR-CALDESC", text: "Rests on drafts, not recorded: \(names)")
        }
        if let last = entries.map(\.modified).max() { lines.add("LAST-MODIFIED:\(utc(last))") }
        lines.add("REFRESH-INTERVAL;VALUE=DURATION:P1D")
        for entry in entries {
            if entry.deadline.isWaiting {
                writeWaiting(entry, calendar, host(of: origin), to: &lines)
            } else if let days = entry.deadline.when.days, let first = days.first,
                let last = days.last
            {
                write(entry, calendar, (first, last), host(of: origin), to: &lines)
            }
        }
        lines.add("END:VCALENDAR")
        return lines.text
    }

    /// What has no day until a condition comes about: a to-do that has neither a start nor an end.
    private static func writeWaiting(
        _ entry: CalendarEntry, _ calendar: DeadlineCalendar, _ host: String,
        to lines: inout ICSLines
    ) {
        let deadline = entry.deadline
        let title =
            "\(DeadlinePhrase.title(of: deadline)), \(DeadlinePhrase.when(deadline.when))"
        lines.add("BEGIN:VTODO")
        lines.add("UID", text: "\(deadline.entryKey)@\(host)")
        lines.add("DTSTAMP:\(utc(entry.modified))")
        lines.add("CREATED:\(utc(entry.created))")
        lines.add("LAST-MODIFIED:\(utc(entry.modified))")
        lines.add("SEQUENCE:\(entry.sequence)")
        lines.add("SUMMARY", text: entry.isCancelled ? "Cancelled: \(title)" : title)
        lines.add("DESCRIPTION", text: description(of: entry, calendar))
        lines.add("CATEGORIES", text: deadline.what.rawValue)
        lines.add("STATUS:\(entry.isCancelled ? "CANCELLED" : "NEEDS-ACTION")")
        lines.add("END:VTODO")
    }

    private static func write(
        _ entry: CalendarEntry, _ calendar: DeadlineCalendar, _ days: (first: Day, last: Day),
        _ host: String, to lines: inout ICSLines
    ) {
        let deadline = entry.deadline
        let title = DeadlinePhrase.title(of: deadline)
        lines.add("BEGIN:VEVENT")
        lines.add("UID", text: "\(deadline.entryKey)@\(host)")
        lines.add("DTSTAMP:\(utc(entry.modified))")
        lines.add("DTSTART;VALUE=DATE:\(basic(days.first))")
        // Without an end an event of one day ends with it, as on the last day of the calendar.
        if days.last < .last {
            lines.add("DTEND;VALUE=DATE:\(basic(days.last.adding(days: 1)))")
            lines.add("CREATED:\(utc(entry.created))")
            lines.add("LAST-MODIFIED:\(utc(entry.modified))")
            lines.add("SEQUENCE:\(entry.sequence)")
        }
        lines.add("SUMMARY", text: entry.isCancelled ? "Cancelled: \(title)" : title)
        lines.add("DESCRIPTION", text: description(of: entry, calendar))
        lines.add("CATEGORIES", text: deadline.what.rawValue)
        lines.add("STATUS:\(status(of: entry))")
        lines.add("TRANSP:TRANSPARENT")
        if !entry.isCancelled {
            for trigger in alarms(for: deadline.what) { alarm(trigger, title, to: &lines) }
        }
        lines.add("END:VEVENT")
    }

    private static func status(of entry: CalendarEntry) -> String {
        if entry.isCancelled { return "CANCELLED" }
        return entry.deadline.isTentative ? "TENTATIVE" : "CONFIRMED"
    }

    /// At nine in the morning, 30 days and a week before a last day to give notice or to renew, a week before another to act.
    private static func alarms(for what: Deadline.What) -> [String] {
        switch what {
        case .notice, .renewalDue: ["-P29DT15H", "-P6DT15H"]
        case .response, .closes, .availabilityEnds, .due, .longStop, .matures: ["-P6DT15H"]
        case .begins, .ends, .renews, .opens, .payment, .period, .reverts, .expected, .adjusts,
            .noticeTakesEffect, .exclusivityEnds, .takesEffect, .dutyEnds, .suspensionBegins,
            .suspensionEnds, .waiverBegins, .waiverEnds, .agreementEnds, .moves, .partyJoins,
            .partyRenamed, .partySucceeded, .partyWithdraws, .memberJoins, .memberLeaves, .closing,
            .purchaseExclusivityEnds, .release, .vests:
            []
        }
    }

    private static func alarm(_ trigger: String, _ title: String, to lines: inout ICSLines) {
        lines.add("BEGIN:VALARM")
        lines.add("ACTION:DISPLAY")
        lines.add("TRIGGER:\(trigger)")
        lines.add("DESCRIPTION", text: title)
        lines.add("END:VALARM")
    }

    private static func description(
        of entry: CalendarEntry, _ calendar: DeadlineCalendar
    ) -> String {
        let deadline = entry.deadline
        let note = entry.isCancelled ? ["No longer follows from the record; it read:"] : []
        let text =
            [calendar.title(of: deadline.agreement), DeadlinePhrase.when(deadline.when)]
            + deadline.basis.map(DeadlinePhrase.text) + deadline.causes.map(DeadlinePhrase.cause)
        return (note + text).joined(separator: "\n")
    }

    /// `deedbook.local/0f…` as a name of a host: `0f….deedbook.local`.
    private static func host(of origin: String) -> String {
        origin.split(separator: "/").reversed().joined(separator: ".")
    }

    /// `20260531`.
    private static func basic(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    /// `20260402T223000Z`.
    private static func utc(_ instant: Instant) -> String {
        let whole = instant.description.prefix(19)
        return whole.filter { $0 != "-" && $0 != ":" } + "Z"
    }
}

/// Content lines of iCalendar: escaped, folded, each ended by CR LF (RFC 5545, 3.1 and 3.3.11).
struct ICSLines {
    private(set) var text = ""

    /// A line as it stands.
    mutating func add(_ line: String) { text += Self.folded(line) }

    /// A property whose value is text.
    mutating func add(_ name: String, text value: String) {
        add("\(name):\(Self.escaped(value))")
    }

    /// The format has an escape for the line feed alone; what else is not seen stands there by its number.
    static func escaped(_ value: String) -> String {
        var escaped = ""
        for scalar in SafeText.of(value).unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n": escaped += "\\n"
            case _: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The line in pieces of at most 75 octets, none of which splits a character of UTF-8.
    static func folded(_ line: String) -> String {
        var folded = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let length = String(scalar).utf8.count
            if octets + length > 75 {
                folded += "\r\n "
                octets = 1
            }
            folded.unicodeScalars.append(scalar)
            octets += length
        }
        return folded + "\r\n"
    }
}
