import Amendments
import EventStore
import Ledger
import Notation
import Terms

extension FuzzTarget {
    /// Stored payloads: the kind in the first line, then the body.
    static let events = FuzzTarget(
        "events",
        seeds: [
            #"term-amended\#n{"set":{"rate":"6.5% of net sales"},"term":"royalty","was":{"rate":"1% of a"}}"#,
            #"agreement-restated\#n{"moved":{"a":"b"},"terms":[{"kind":"governing-law","set":{"law":"P"},"term":"law"}]}"#,
            #"event-corrected\#n{"event":"a#1","reason":"r","replacement":{"term-removed":{"term":"t","note":"n"}}}"#,
            #"condition-defined\#n{"condition":"c","text":"t","readings":[{"reading":"r","text":"t","cites":["s"]}]}"#,
            #"value-reported\#n{"term":"t","field":"rate","value":{"between":["1% of a","2% of a"]}}"#,
        ],
        words: EventKind.allCases.map(\.rawValue)
    ) { bytes throws(Broken) in
        let (head, body) = firstLine(of: bytes)
        let event: Event
        do throws(DeedbookError) {
            event = try Entry.event(kind: head, schema: 1, payload: body, at: Position(1))
        } catch {
            try hold(!"\(error)".isEmpty, "a refusal has a reason")
            return .refused
        }
        try holdRoundTrip(event, Event.codec, "an event")
        try checkRedacted(event)
        return .accepted
    }

    /// What is left of an event after its payload was taken out must be readable too.
    private static func checkRedacted(_ event: Event) throws(Broken) {
        let reference = EventReference(recording: "redaction", ordinal: 1)
        let remains = event.redacted(by: reference)
        try hold(remains.kind == event.kind, "a redacted event keeps its kind")
        try holdRoundTrip(remains, Event.codec, "a redacted event")
    }

    /// The fields of a term: the term's kind in the first line, then the fields.
    static let fields = FuzzTarget(
        "fields",
        seeds: [
            #"royalty\#n{"payer":"a","payee":"b","rate":"4% of net sales","cap":"undisclosed","per":"P1Y"}"#,
            #"license-grant\#n{"grantor":"a","grantee":"b","products":{"only":["a/b"]},"ends":{"upon":"agi"}}"#,
            #"cap\#n{"amount":{"between":["USD 1","USD 2"]},"starts":{"on":"2024"},"text":{"stated":"none"}}"#,
            #"option\#n{"holder":{"same-as":"a.b/payer"},"price-floor":{"redacted":"[***]"}}"#,
        ],
        words: TermKind.allCases.map(\.rawValue)
            + TermKind.allCases.flatMap { $0.definition.fields.map { "\"\($0.name)\"" } }
            + ["\"none\"", "{\"stated\":", "{\"between\":[", "{\"same-as\":\"a/b\"}"]
    ) { bytes throws(Broken) in
        let (head, body) = firstLine(of: bytes)
        guard let kind = TermKind(rawValue: head), let node = parsedJSON(body) else {
            return .refused
        }
        let codec = FieldValues.codec(for: kind, requireAll: false)
        guard let values = try decoded(node, codec, "the fields of \(kind.rawValue)") else {
            return .refused
        }
        try holdRoundTrip(values, codec, "the fields of \(kind.rawValue)")
        if let raw = try decoded(node, RawFields.codec, "fields") {
            try holdRoundTrip(raw, RawFields.codec, "fields")
        }
        return .accepted
    }

    static func firstLine(of bytes: [UInt8]) -> (String, [UInt8]) {
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
        return (String(decoding: bytes[..<end], as: UTF8.self), Array(bytes[end...].dropFirst()))
    }
}
