import Amendments
import Ledger
import Notation
import Terms

extension TermRow {
    /// A run of days with one status, cut where it becomes uncertain and where its headline changes.
    func barSpans(of run: Run) -> [Chart.BarSpan] {
        let (tail, cap) = fate(of: run)
        guard let tail, let rest = run.days.tail(from: day) else {
            var barSpans = parts(of: run.value.status, on: run.days)
            if !barSpans.isEmpty { barSpans[barSpans.count - 1].cap = cap }
            return barSpans
        }
        let body = run.days.before(day).map { parts(of: run.value.status, on: $0) } ?? []
        return body + [
            Chart.BarSpan(
                days: rest, style: tail, title: title(rest, tail.rawValue), cap: cap,
                goesOn: true)
        ]
    }

    /// How it goes on after the day of the question, where that is not certain, and how it ends.
    private func fate(of run: Run) -> (tail: Chart.Style?, cap: Chart.Cap) {
        guard run.value.status == .inForce || run.value.status == .suspended else {
            return (nil, run.to == nil ? .question : .none)
        }
        let next = run.to.map { history.runs.at($0) }
        if let next {
            guard next.status == .ended else { return (nil, .none) }
            let isCutShort = next.reasons.contains { reason in
                switch reason {
                case .removed, .discharged, .agreementEnded, .ranOut, .runsOut, .notRenewed,
                    .neverBegan:
                    true
                case .announced, .conditionPending, .conditionSatisfied, .rebased, .orphan,
                    .convention, .imprecise, .businessDaysUnknown, .statedEnd, .suspended, .waived,
                    .scheduled, .fellBack, .inRunOff, .notRead, .renewed, .renewalNotKnown,
                    .outlives, .beginningWithheld, .betterReport, .conditionLapsed, .perhapsWaived,
                    .perhapsMoved,
                    .partyWithdrew, .approximate, .readingsCompete, .matured, .closed,
                    .closingWithheld, .beginningReferred, .endReferred, .wholeEnded, .opening,
                    .statedAsOf:
                    false
                }
            }
            if isCutShort { return (nil, .stop) }
        }
        let end = end(of: run)
        if case .stated(.bound(let bound))? = end, !bound.conditions.isDisjoint(with: pending) {
            return (.conditional, .diamond)
        }
        if run.to != nil { return (nil, .stop) }
        switch end {
        case .stated(.bound(.open))?, ValueState.none?: return (nil, .arrow)
        case nil, .stated?, .between?, .about?, .redacted?, .undisclosed?, .unknown?, .silent?,
            .sameAs?:
            return (.openEnded, .question)
        }
    }

    /// What governs the end of the run when it comes.
    private func end(of run: Run) -> ValueState? {
        let piece = pieces.last { piece in
            piece.subject == .field(.ends) && piece.days.from < run.days.end
        }
        return piece.flatMap { $0.isReported ? nil : value(of: $0) }
    }

    private func parts(of status: TermStatus, on days: DayRange) -> [Chart.BarSpan] {
        let style: Chart.Style =
            switch status {
            case .suspended: .suspended
            case .indeterminate: .indeterminate
            case .inForce, .notYet, .ended: .inForce
            }
        guard style == .inForce, let headline else {
            return [barSpan(days, style, [])]
        }
        var parts: [Chart.BarSpan] = []
        for piece in pieces where piece.subject == .field(headline) {
            guard let own = piece.days.intersection(days) else { continue }
            let texts = texts(of: piece)
            if let last = parts.last, last.texts == texts, let both = last.days.joined(with: own) {
                parts[parts.count - 1] = barSpan(both, style, texts)
            } else {
                parts.append(barSpan(own, style, texts))
            }
        }
        for index in parts.indices { parts[index].isShaded = index % 2 == 1 }
        return parts.isEmpty ? [barSpan(days, style, [])] : parts
    }

    private func barSpan(
        _ days: DayRange, _ style: Chart.Style, _ texts: [String]
    ) -> Chart.BarSpan {
        let words = [style.rawValue] + texts.prefix(1)
        return Chart.BarSpan(
            days: days, style: style, texts: texts,
            title: title(days, words.joined(separator: "; ")))
    }

    private func title(_ days: DayRange, _ words: String) -> String {
        "\(history.id.text), \(DayPhrase.stretch(days)): \(words)"
    }

    /// The field whose values stand in the bars: the first that can be said in a word or two.
    var headline: FieldName? {
        history.kind.definition.fields.first { schema in
            guard pieces.contains(where: { $0.subject == .field(schema.name) }) else {
                return false
            }
            return switch schema.type {
            case .choice, .rate, .unitPrice, .money, .count, .flag: true
            case .text, .tiers, .schedule, .formula, .indexation, .date, .bound, .duration, .lapse,
                .yearly,
                .party,
                .parties, .tags, .term, .condition:
                false
            }
        }?.name
    }

    /// A piece's value as a bar shows it, with the field's name where the value alone says too little; then shorter.
    private func texts(of piece: TermPiece) -> [String] {
        let whole = words(of: piece)
        guard case .stated(.money(let money))? = value(of: piece), let short = money.shortText
        else {
            return [whole]
        }
        return [whole, whole.replacing(money.displayText, with: short)]
    }

    private func words(of piece: TermPiece) -> String {
        let text = value(of: piece)?.displayText ?? "indeterminate"
        let isPlain =
            switch piece.state {
            case .stated, .between, .about: true
            case .redacted, .undisclosed, .unknown, .silent, .none, .sameAs, .indeterminate,
                .inForce, .notYet, .ended, .suspended, .reported, .succeeded, .conditional:
                false
            }
        var words = isPlain ? text : "\(piece.subject.text) \(text)"
        switch value(of: piece) {
        case .stated(.flag)?, .stated(.count)?: words = "\(piece.subject.text): \(text)"
        case _: break
        }
        return SafeText.oneLine(piece.isReported ? "reported: \(words)" : words)
    }

    /// A term that has not begun, and of which no one knows when it will.
    var waiting: [Chart.BarSpan] {
        guard lives.isEmpty, let last = history.runs.last, last.value.status == .notYet else {
            return []
        }
        let days = DayRange(from: timeline.record.additions.first?.pictureDay ?? .first)
        return [
            Chart.BarSpan(
                days: days, style: .waiting,
                title: title(days, reasonWords(last.value.reasons, .notYet)), cap: .none)
        ]
    }

    func reasonWords(_ reasons: [Reason], _ status: TermStatus) -> String {
        reasons.map { ReasonPhrase.text(of: $0, status: status) }.joined(separator: "; ")
    }
}
