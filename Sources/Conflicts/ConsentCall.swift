public import Amendments
import Ledger
public import Terms

/// Something that was done while a term asked for a consent to it, and the consent on record that answers it.
///
/// That a consent was needed is never certain: a succession may be by law and no assignment, what a right of consent
/// is about stands mostly in words. Nor is it ever certain that none was given: consents are rarely published.
public struct ConsentCall: Hashable, Sendable {
    public let act: Act
    /// What did it: of an instrument the first event.
    public let event: RecordedEvent
    /// The first day on which it may have been done.
    public let day: Day
    /// Why it may not be what the term asks a consent for; nil where the term names it.
    public let doubt: String?
    /// The consent on record that answers it; nil where none does.
    public internal(set) var answer: Remark?

    /// What may need a consent, as the `acts` of a right of consent name it.
    public enum Act: String, CaseIterable, Hashable, Sendable {
        /// Someone else takes the place of a party.
        case assign
        /// The terms are changed by an amendment or a new text.
        case amend
        /// A right is given up.
        case waive

        /// The tag that names it.
        fileprivate var tag: Tag { Tag(stringLiteral: rawValue) }
    }
}

extension ConsentCall {
    /// The kinds that ask for a consent before a party is succeeded, and the field that names the party.
    fileprivate static let restrained: [TermKind: FieldName] = [
        .assignmentRestriction: .obligor, .changeOfControl: .party,
    ]

    /// The kinds of terms that may ask for a consent.
    static let askingKinds = Set(restrained.keys).union([.governance])

    /// What the events of an agreement do for which a term of it may ask a consent, each with its day: successions,
    /// and of each amendment, restatement and waiver the first event. Nothing where no term of it asks for any.
    static func asked(in reading: AgreementReading) -> [ConsentCall] {
        guard reading.terms.contains(where: { askingKinds.contains($0.record.kind) }) else {
            return []
        }
        var seen: [Act: Set<RecordingKey>] = [:]
        return reading.events.compactMap { event in
            guard let act = Act(of: event), let day = reading.bounds.start(of: event)?.first,
                act == .assign || seen[act, default: []].insert(event.recording.key).inserted
            else { return nil }
            return ConsentCall(act: act, event: event, day: day, doubt: nil)
        }
    }

    /// The same as something that a term asks a consent for, as it stood before; nil where it does not.
    func under(_ termPeriod: TermPeriod) -> ConsentCall? {
        switch AskedConsent(of: termPeriod)?.concern(self) ?? .no {
        case .no: nil
        case .possible(let doubt): ConsentCall(act: act, event: event, day: day, doubt: doubt)
        case .named: self
        }
    }

    /// Each with the consent that answers it, if one does.
    ///
    /// A consent of the same instrument answers first; one with an end, whatever is done until then; any other, one
    /// instrument alone: the first after it, or, given afterwards, the first before it that none answers.
    static func answered(
        _ calls: [ConsentCall], by remarks: [Remark], in reading: AgreementReading
    ) -> [ConsentCall] {
        var calls = calls
        var unspent = remarks.compactMap { Given($0, in: reading) }
        for fits in [Given.isOfInstrument, Given.isBefore, Given.isAfter] {
            for index in calls.indices where calls[index].answer == nil {
                guard let place = unspent.firstIndex(where: { fits($0)(calls[index]) }) else {
                    continue
                }
                calls[index].answer = unspent[place].remark
                if unspent[place].lasts == nil { unspent.remove(at: place) }
            }
        }
        return calls
    }

    /// A consent, with the days on which it stands.
    private struct Given {
        let remark: Remark
        let first: Day
        /// The day after its last; nil where it states no end.
        let lasts: Day?

        init?(_ remark: Remark, in reading: AgreementReading) {
            guard case .consented(_, _, let lasts) = remark.content,
                let first = reading.bounds.start(of: remark.event)?.first
            else { return nil }
            self.remark = remark
            self.first = first
            self.lasts = lasts.map { reading.bounds.end($0)?.sure ?? .beyond }
        }

        func isOfInstrument(of call: ConsentCall) -> Bool {
            let (one, other) = (remark.event.recording, call.event.recording)
            let isSame = one.instrument.id != nil && one.instrument.id == other.instrument.id
            return isSame || one.key == other.key
        }

        func isBefore(_ call: ConsentCall) -> Bool {
            first <= call.day && lasts.map { call.day < $0 } ?? true
        }

        func isAfter(_ call: ConsentCall) -> Bool { call.day < first && lasts == nil }
    }
}

extension ConsentCall.Act {
    fileprivate init?(of event: RecordedEvent) {
        switch event.event.payload {
        case is PartySucceeded: self = .assign
        case is RightWaived: self = .waive
        case let payload where payload.traits.contains(.changesTerms):
            guard !(payload is ConsentGiven) else { return nil }
            switch event.recording.instrument.kind {
            case .amendment, .restatement: self = .amend
            case .definitive, .waiver, .consent, .sideLetter, .notice, .memorandum,
                .jointStatement, .statement, .filing, .report, .order, .correction:
                return nil
            }
        default: return nil
        }
    }
}

/// What a term asks a consent for, as far as it says so in fields.
private struct AskedConsent {
    private enum Ask {
        /// That the party is succeeded.
        case succession(of: Coverage<PartyLine>)
        /// What the acts of a right name; whether its holder is a party itself, which may have agreed by signing.
        case acts(Coverage<TagSet>, ofParty: Bool)
    }

    /// Whether something is what it asks a consent for.
    enum Concern {
        case no
        case possible(String)
        /// The term names it.
        case named
    }

    private let ask: Ask
    private let doubt: String?

    /// nil where the term asks for none.
    init?(of termPeriod: TermPeriod) {
        let reader = FieldReader(term: termPeriod.term)
        if let party = ConsentCall.restrained[termPeriod.term.kind] {
            self.init(reader, whose: party)
        } else if termPeriod.term.kind == .governance {
            self.init(reader, rightOf: termPeriod)
        } else {
            return nil
        }
    }

    private init?(_ reader: FieldReader, whose party: FieldName) {
        switch reader.value(.consent) {
        case .known(.flag(true))?: doubt = nil
        case .unknown(_, let why)?: doubt = "whether consent is needed is not known: \(why)"
        case .known?, nil: return nil
        }
        ask = .succession(of: reader.party(party))
    }

    private init?(_ reader: FieldReader, rightOf termPeriod: TermPeriod) {
        guard case .known(.choice(let right))? = reader.value(.right),
            right == "consent" || right == "veto"
        else { return nil }
        let holder = reader.party(.holder).content
        ask = .acts(
            reader.acts(),
            ofParty: holder.map { $0.members.isEmpty && termPeriod.parties.contains($0.now) }
                ?? false)
        doubt = nil
    }

    func concern(_ call: ConsentCall) -> Concern {
        switch ask {
        case .succession(let party):
            guard let succeeded = call.event.event.payload as? PartySucceeded,
                party.content.map({ $0.all.contains(succeeded.party) }) ?? true
            else { return .no }
            let isOpen = party.content == nil
            return (doubt ?? (isOpen ? "who is bound is not known" : nil))
                .map { .possible($0) } ?? .named
        case .acts(let acts, let isOfParty):
            if case .known(.allExcept(let tags)) = acts, tags.contains(call.act.tag) { return .no }
            guard acts.content?.contains(.only([call.act.tag])) ?? false else {
                return .possible("its acts do not name \(call.act.rawValue)")
            }
            return isOfParty ? .possible("its holder may have agreed as a party") : .named
        }
    }
}

extension Remark {
    /// Who consented to what, and by which event; nil for any other remark.
    var consentInWords: String? {
        guard case .consented(let consent, let matter, _) = content else { return nil }
        return "consent by \(consent.displayText) to: \(matter) (\(event.reference))"
    }
}
