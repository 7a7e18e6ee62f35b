import Amendments
import Ledger
import Terms

/// Instruments, events and sources in words.
enum InstrumentPhrase {
    /// `Revised agreement (2026-04-27-revised-agreement#1)`.
    static func title(of event: RecordedEvent) -> String {
        "\(event.recording.instrument.title) (\(event.reference))"
    }

    /// `Revised agreement (2026-04-27-revised-agreement)`.
    static func title(of recording: RecordingHeader) -> String {
        "\(recording.instrument.title) (\(recording.key))"
    }

    /// The instrument behind an event, and who made the record of it.
    static func cause(_ event: RecordedEvent) -> String {
        var parts = [title(of: event)]
        if let effect = event.event.payload.effectInWords { parts.append(effect) }
        parts.append(effective(event.effective))
        parts.append("disclosed \(event.recording.disclosed)")
        parts.append("recorded by \(event.recording.recorder)")
        if !event.revisions.isEmpty {
            let list = event.revisions.map(\.description).joined(separator: ", ")
            parts.append("as revised by \(list)")
        }
        if event.isRedacted { parts.append("payload redacted") }
        return parts.joined(separator: ", ")
    }

    /// `effective on 2025-10-28`, or `announced 2026-04-27 (effective day not stated)`.
    static func effective(_ bound: DateBound) -> String {
        switch bound {
        case .announced, .soft: bound.description
        case .on, .from, .through, .until, .upon, .firstOf, .lastOf, .between, .after, .moved,
            .open:
            "effective \(bound)"
        }
    }

    /// `OpenAI [party-statement], aiexpert.news [secondary]`.
    static func sources(_ sources: [Source]) -> String {
        var seen: [String] = []
        for source in sources.sorted(by: { $0.grade < $1.grade }) {
            let text = "\(source.publisher) [\(source.grade.rawValue)]"
            if !seen.contains(text) { seen.append(text) }
        }
        return seen.joined(separator: ", ")
    }

    /// The best of them: `OpenAI [party-statement] and 3 more`.
    static func bestSource(of sources: [Source]) -> String {
        guard let best = sources.min(by: { $0.grade < $1.grade }) else { return "no source" }
        let more = Set(sources.map(\.publisher)).count - 1
        return "\(best.publisher) [\(best.grade.rawValue)]" + (more > 0 ? " and \(more) more" : "")
    }

    /// The grade in brackets, unless it is one of the three that need no mark.
    static func mark(_ grade: SourceGrade) -> String? {
        switch grade {
        case .executedText, .regulatoryFiling, .partyStatement: nil
        case .courtFinding, .namedPress, .unnamedSource, .secondary, .inference:
            "[\(grade.rawValue)]"
        }
    }
}
