import Amendments

/// What counts as agreed before something.
struct Past {
    let holds: (RecordedEvent) -> Bool

    /// What of a term had been agreed; nil where that is nothing.
    func part(of record: TermRecord) -> TermRecord? {
        let additions = record.additions.filter(holds)
        guard !additions.isEmpty else { return nil }
        var part = TermRecord(identity: record.identity, kind: record.kind)
        part.additions = additions
        part.removals = record.removals.filter(holds)
        part.renamings = record.renamings.filter { holds($0.event) }
        part.pauses = record.pauses.filter { holds($0.event) }
        part.remarks = record.remarks.filter { holds($0.event) }
        part.assertions = record.assertions.compactMapValues { assertions in
            let known = assertions.filter { holds($0.event) }
            return known.isEmpty ? nil : known
        }
        return part
    }
}
