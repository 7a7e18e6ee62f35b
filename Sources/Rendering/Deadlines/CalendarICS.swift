public import Amendments
public import Deadlines
import Ledger
import Terms

/// A calendar of deadlines for calendar programs: iCalendar, RFC 5545.
///
/// Every deadline with a first and a last day is an event of whole days, without an alarm and without
/// blocking time; what is not certain is TENTATIVE. What has no day is in no event: a day would have to be
/// invented. Identifiers are the same in every run, so that importing again updates.
public enum CalendarICS {
    /// - Parameter stamp: now, for DTSTAMP.
    public static func render(_ calendar: DeadlineCalendar, stamp: Instant) -> String {
        var lines = ICSLines()
        lines.add("BEGIN:VCALENDAR")
        lines.add("VERSION:2.0")
        lines.add("PRODID:-//Deedbook//Calendar of agreements//EN")
        lines.add("CALSCALE:GREGORIAN")
        lines.add("METHOD:PUBLISH")
        lines.add("X-WR-CALNAME", text: "Deadlines of agreements")
        if !calendar.drafts.isEmpty {
            let names = calendar.drafts.map(\.key.text).joined(separator: ", ")
            lines.add("X-WR-CALDESC", text: "Rests on drafts, not recorded: \(names)")
        }
        for deadline in calendar.deadlines {
            guard let days = deadline.when.days, let first = days.first, let last = days.last else {
                continue
            }
            write(deadline, calendar, (first, last), stamp, to: &lines)
        }
        lines.add("END:VCALENDAR")
        return lines.text
    }

    private static func write(
        _ deadline: Deadline, _ calendar: DeadlineCalendar, _ days: (first: Day, last: Day),
        _ stamp: Instant, to lines: inout ICSLines
    ) {
        let title = calendar.title(of: deadline.agreement)
        lines.add("BEGIN:VEVENT")
        lines.add("UID", text: "\(deadline.key)@deedbook")
        lines.add("DTSTAMP:\(utc(stamp))")
        lines.add("DTSTART;VALUE=DATE:\(basic(days.first))")
        lines.add("DTEND;VALUE=DATE:\(basic(days.last.adding(days: 1)))")
        lines.add(
            "SUMMARY", text: DeadlinePhrase.title(of: deadline))
        lines.add("DESCRIPTION", text: description(of: deadline, title: title))
        lines.add("CATEGORIES", text: deadline.what.rawValue)
        lines.add("STATUS:\(deadline.isTentative ? "TENTATIVE" : "CONFIRMED")")
        lines.add("TRANSP:TRANSPARENT")
        lines.add("END:VEVENT")
    }

    private static func description(of deadline: Deadline, title: String) -> String {
        ([title, DeadlinePhrase.when(deadline.when)] + deadline.basis.map(DeadlinePhrase.text)
            + deadline.causes.map(DeadlinePhrase.cause)).joined(separator: "\n")
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

    /// Control characters but the line feed are left out: no escape is defined for them.
    static func escaped(_ value: String) -> String {
        var escaped = ""
        var isAfterReturn = false
        for scalar in value.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n" where isAfterReturn: break
            case "\n", "\r": escaped += "\\n"
            case "\t": escaped += " "
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
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
