import Amendments
import Ledger
import Terms

/// Documents and how they stand, in words.
enum StandingPhrase {
    /// `Amendment No. 3: Longer term`, or `Revised agreement (amendment)`.
    static func title(_ instrument: Instrument) -> String {
        guard let number = instrument.number else {
            return "\(instrument.title) (\(instrument.kind.rawValue))"
        }
        let kind = instrument.kind.rawValue
        return
            "\(kind.prefix(1).uppercased() + kind.dropFirst()) No. \(number): \(instrument.title)"
    }

    static func word(_ standing: StandingInstrument.Standing) -> String {
        switch standing {
        case .inEffect: "in effect"
        case .notYet: "not yet in effect"
        case .superseded: "superseded"
        case .ended: "ended"
        case .indeterminate: "indeterminate"
        }
    }

    /// `superseded by Restated agreement (key#1)`, `ended under Amendment 8 (key#2)`, or `in effect`.
    static func status(of document: StandingInstrument) -> String {
        let word = word(document.standing)
        guard let cause = document.causes.first else { return word }
        let title = InstrumentPhrase.title(of: cause)
        switch document.standing {
        case .superseded: return "\(word) by \(title)"
        case .ended: return "\(word) under \(title)"
        case .indeterminate: return "\(word): \(title) may have ended or superseded it"
        case .inEffect, .notYet: return word
        }
    }

    /// `signed 2020-01-01; effective on 2020-02-01; disclosed 2020-03-01`.
    static func dates(of document: StandingInstrument) -> String {
        var parts = [InstrumentPhrase.effective(document.effective)]
        switch document.header.instrument.signed {
        case .day(let day)?: parts.insert("signed \(day)", at: 0)
        case .unknown?: parts.insert("day of signing unknown", at: 0)
        case nil: parts.insert("day of signing not stated", at: 0)
        }
        let days = document.recordings.map(\.disclosed.description)
        return (parts + ["disclosed \(days.joined(separator: ", "))"]).joined(separator: "; ")
    }

    static func keys(of document: StandingInstrument) -> String {
        document.recordings.map(\.key.text).joined(separator: ", ")
    }

    /// The publishers of what it is known by, each with the grade.
    static func sources(of document: StandingInstrument) -> String {
        InstrumentPhrase.sources(document.recordings.flatMap(\.sources))
    }

    static func terms(of document: StandingInstrument) -> String {
        document.terms.map(\.text).joined(separator: ", ")
    }

    /// What was not read may do anything; nil for what was read in full.
    static func notRead(_ document: StandingInstrument) -> String? {
        switch document.reading {
        case .whole: nil
        case .part: "read in part: what else it says is not known"
        case .none: "not read: what it says is not known"
        }
    }

    /// `by acme to: The transfer (under transfer)`.
    static func text(of given: ConsentGiven) -> String {
        "by \(given.consent.displayText) to: \(given.to) (under \(given.term))"
    }

    /// `not on record: No. 3, No. 5`; nil where no number is missing.
    static func missing(_ documents: [StandingInstrument]) -> String? {
        let numbers = documents.missingNumbers
        guard !numbers.isEmpty else { return nil }
        let few = numbers.prefix(10).map { "No. \($0)" }.joined(separator: ", ")
        return "not on record: \(few)"
            + (numbers.count > 10 ? " and \(numbers.count - 10) more" : "")
            + "; one that is known of and was not read is noted with instrument-noted"
    }
}
