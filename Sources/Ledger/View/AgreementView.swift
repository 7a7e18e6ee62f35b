public import Amendments
public import Terms

/// One agreement's events and what of them is seen from one vantage.
public struct AgreementView: Sendable {
    public let reading: AgreementReading
    public let vantage: Vantage
    public private(set) var resolved: ResolvedPoint

    /// - Parameters:
    ///   - agreement: the agreement that the events are of.
    ///   - vantage: from where it is read.
    ///   - history: every event of the agreement, in the order of positions.
    ///   - position: the end of the last whole recording that counts.
    ///   - drafts: what stands at the end of the history and was not recorded.
    ///   - countsLater: whether what was recorded after the position is counted.
    public init(
        _ agreement: AgreementID, history: [RecordedEvent], from vantage: Vantage,
        resolvedTo position: Position, drafts: [RecordingHeader] = [], countsLater: Bool = true
    ) {
        self.init(
            agreement, history: history, from: vantage, resolvedTo: position, drafts: drafts,
            countsLater: countsLater, without: [])
    }

    /// What is seen of every day, and of all but some terms on which nothing else rests.
    init(
        _ agreement: AgreementID, history: [RecordedEvent], from vantage: Vantage,
        resolvedTo position: Position, drafts: [RecordingHeader], countsLater: Bool,
        without quiet: Set<TermID>
    ) {
        var effective = vantage
        if vantage.recordedAt != nil { effective.recordedAt = position }
        self.vantage = effective
        reading = AgreementReading(
            agreement, history: history, from: effective, without: quiet)
        resolved = ResolvedPoint(
            position: position, governing: nil,
            hiddenByDisclosure: Self.recordings(history) { event in
                event.position <= position && !effective.sees(event)
            },
            hiddenByPosition: countsLater
                ? Self.recordings(history) { $0.position > position } : nil,
            drafts: Self.seen(drafts, in: history, to: position))
    }

    /// - Parameter found: the events that decide some days, beside which no other counts.
    package init(
        _ agreement: AgreementID, deciding found: DecisiveEvents, from vantage: Vantage,
        resolvedTo position: Position
    ) {
        self.init(
            agreement, history: found.events, from: vantage, resolvedTo: position,
            countsLater: false)
        resolved.hiddenByDisclosure = found.undisclosed
    }

    /// The drafts that count: those of this agreement at or before the position.
    private static func seen(
        _ drafts: [RecordingHeader], in history: [RecordedEvent], to position: Position
    ) -> [RecordingHeader] {
        guard !drafts.isEmpty else { return [] }
        let keys = Set(history.filter { $0.position <= position }.map(\.recording.key))
        return drafts.filter { keys.contains($0.key) }
    }

    private init(reading: AgreementReading, vantage: Vantage, resolved: ResolvedPoint) {
        self.reading = reading
        self.vantage = vantage
        self.resolved = resolved
    }

    /// The same knowledge, asked about another day; nothing is folded again.
    public func on(_ day: Day) -> AgreementView {
        var vantage = vantage
        vantage.on = day
        return AgreementView(reading: reading, vantage: vantage, resolved: resolved)
    }

    private static func recordings(
        _ history: [RecordedEvent], where isHidden: (RecordedEvent) -> Bool
    ) -> Int {
        Set(history.filter(isHidden).map(\.recording.key)).count
    }

    /// The conformed copy from this vantage.
    public func copy() -> ConformedCopy {
        reading.conformedCopy(from: vantage, resolved: resolved)
    }

    /// The point that an answer about the vantage's day rests on, with the instrument that governs last.
    package var point: ResolvedPoint { reading.point(resolved, on: vantage.on) }

    /// One side of a redline.
    public func side() -> Redliner.Side { Redliner.Side(reading: reading, copy: copy()) }
}
