import Amendments
import Effort
import Journal
import Notation
import Terms
import Testing

/// Every form that people may write: `tidy` makes it canonical, and it reads to the same events.
struct ForgivingFormTests {
    /// A place where a value stands, how it is written canonically, and how people write it.
    private struct Form: Sendable {
        var place: Place
        var canonical: String
        var loose: [String]

        init(_ place: Place, _ canonical: String, _ loose: String...) {
            self.place = place
            self.canonical = canonical
            self.loose = loose
        }
    }

    private enum Place: Hashable, Sendable {
        case signed, disclosed, grade, instrumentKind, effective
        case field(String)
    }

    private static let forms: [Form] = [
        Form(.signed, "2026-03-31", "31 March 2026", "March 31, 2026", "31.03.2026", "2026/3/31"),
        Form(.signed, "unknown", "Unknown"),
        Form(.disclosed, "2026-03", "March 2026", "Mar 2026", "03/2026"),
        Form(.disclosed, "2026-03-31", "31 Mar 2026", "31st of March, 2026", "31/3/2026"),
        Form(.grade, "executed-text", "Executed Text", "EXECUTED-TEXT", "executed_text"),
        Form(.instrumentKind, "amendment", "Amendment", "AMENDMENT"),
        Form(.effective, "{ from: 2026-04-01 }", "from 1 April 2026", "From 2026-04-01"),
        Form(.effective, "{ announced: 2026-04-01 }", "announced 1 April 2026"),
        Form(
            .field("amount"), "USD 500000", "USD 500,000", "usd 500000", "US$500,000",
            "500 000 USD", "USD 0.5 million"),
        Form(
            .field("amount"), "EUR 8000000", "EUR 8 million", "€8,000,000", "8.000.000 EUR",
            "8 million eur"),
        Form(.field("amount"), "EUR 10.50", "€10,50", "EUR 10,50", "10.50 eur"),
        Form(.field("amount"), "undisclosed", "Undisclosed"),
        Form(.field("per"), "P1Y", "1 year", "one year", "yearly", "annual", "1 Year"),
        Form(.field("per"), "P1Y6M", "1 year and 6 months", "1 year 6 months"),
        Form(.field("per"), "P60D", "sixty (60) days", "60 days", "60-day"),
        Form(.field("starts"), "{ on: 2026-03-31 }", "on 31 March 2026", "ON 2026-03-31"),
        Form(
            .field("ends"), "{ through: 2030-12-31 }", "through 31 December 2030",
            "through 2030-12-31"),
        Form(.field("ends"), "{ until: 2031 }", "until 2031", "Until 2031"),
        Form(.field("ends"), "open", "Open"),
        Form(
            .field("rate"), "5% of net sales", "5 % of net sales", "5 percent of net sales",
            "500 bps of net sales", "5,0% of net sales"),
        Form(
            .field("exclusivity"), "non-exclusive", "Non-exclusive", "non exclusive",
            "NON-EXCLUSIVE"),
        Form(.field("territories"), "{ only: [eu, us] }", "[EU, us]", "eu, us", "only EU, US"),
        Form(.field("territories"), "{ all-except: [jp] }", "all except JP"),
        Form(.field("territories"), "all", "All"),
    ]

    /// Which term has the field.
    private static func term(of field: String) -> String {
        switch field {
        case "amount", "per": "fee"
        case "rate": "royalty"
        case _: "grant"
        }
    }

    /// How a value may stand in a file: as it is, or in quotes; one that has a comma in braces only in quotes.
    private enum Quotes: CaseIterable {
        case none, single, double

        func around(_ value: String) -> String? {
            switch self {
            case .none: value
            case .single where !value.hasPrefix("{") && !value.hasPrefix("["): "'\(value)'"
            case .double where !value.hasPrefix("{") && !value.hasPrefix("["): "\"\(value)\""
            case .single, .double: nil
            }
        }
    }

    /// A recording with these values, a line for each or all in braces.
    private static func file(_ values: [Place: String], isInBraces: Bool = false) -> String {
        func value(_ place: Place, _ otherwise: String) -> String { values[place] ?? otherwise }
        var fields: [String: [(String, String)]] = [:]
        for (place, value) in values {
            guard case .field(let name) = place else { continue }
            fields[term(of: name), default: []].append((name, value))
        }
        let events = fields.sorted { $0.key < $1.key }.map { term, set in
            let set = set.sorted { $0.0 < $1.0 }.map { "\($0): \($1)" }
            return isInBraces
                ? "  - term-amended: { term: \(term), set: { \(set.joined(separator: ", ")) } }"
                : "  - term-amended:\n      term: \(term)\n      set:\n"
                    + set.map { "        \($0)" }.joined(separator: "\n")
        }
        return """
            recording: deal  # as someone typed it
            agreement: harbor
            instrument:
              kind: \(value(.instrumentKind, "amendment"))
              title: Amendment No. 1
              signed: \(value(.signed, "2026-03-31"))
              effective: \(value(.effective, "{ on: 2026-04-01 }"))
            disclosed: \(value(.disclosed, "2026-03-31"))
            sources:
              - { id: paper, grade: \(value(.grade, "executed-text")), publisher: P }
            events:
            \(events.joined(separator: "\n"))
              - term-reaffirmed: { term: grant }

            """
    }

    /// The events of a file, before and after it is made tidy, and what is wrong.
    private static func check(_ text: String, says canonical: String) {
        let (expected, problems) = Journal.recording(yaml: canonical)
        #expect(problems.isEmpty && expected != nil, "\(problems)\n\(canonical)")
        let (read, others) = Journal.recording(yaml: text)
        #expect(others.isEmpty, "\(others)\n\(text)")
        #expect(read == expected, "\(text)")
        let tidying = Tidying(yaml: Array(text.utf8))
        let tidy = String(decoding: tidying.bytes, as: UTF8.self)
        #expect(tidying.problems.isEmpty, "\(tidying.problems)\n\(text)")
        let (after, rest) = Journal.recording(yaml: tidy)
        #expect(rest.isEmpty && after == expected, "\(rest)\n\(tidy)")
        #expect(Tidying(yaml: tidying.bytes).changes.isEmpty, "\(tidy)")
        // What is tidy is canonical, and so read by the strict reader too.
        if let after {
            let lines = Journal.jsonLines(of: [after])
            #expect(Journal.recordings(jsonLines: lines).1.isEmpty)
        }
    }

    @Test(arguments: forms.indices)
    func `a form is made canonical, in every layout, and reads to the same events`(index: Int) {
        let form = Self.forms[index]
        let canonical = Self.file([form.place: form.canonical])
        for loose in form.loose {
            for quotes in Quotes.allCases {
                // A word for a state is no word in quotes, and a date in figures is read in quotes as without.
                guard let value = quotes.around(loose) else { continue }
                Self.check(Self.file([form.place: value]), says: canonical)
            }
            let isField = if case .field = form.place { true } else { false }
            if isField, !loose.contains(",") || loose.hasPrefix("[") {
                Self.check(Self.file([form.place: loose], isInBraces: true), says: canonical)
            }
        }
    }

    @Test func `forms of many values in one file do not hinder each other`() {
        var random = Seeded(14)
        for _ in 0..<200 {
            var loose: [Place: String] = [:]
            var canonical: [Place: String] = [:]
            for form in Self.forms.shuffled(using: &random) where canonical[form.place] == nil {
                guard Bool.random(using: &random) else { continue }
                canonical[form.place] = form.canonical
                let written = ([form.canonical] + form.loose).randomElement(using: &random)
                let quotes = Quotes.allCases.randomElement(using: &random) ?? .none
                loose[form.place] = written.map { quotes.around($0) ?? $0 }
            }
            Self.check(Self.file(loose), says: Self.file(canonical))
        }
    }
}
