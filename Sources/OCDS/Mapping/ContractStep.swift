import Amendments
import Notation
import Terms

/// What one release does to one contract, as recordings: what it says beside what was recorded before it.
struct ContractStep {
    let facts: ContractFacts
    let record: ContractRecord
    let release: Release
    let agreement: AgreementID
    let options: OCDSOptions
    /// Whether the values that an amendment led to are in a release that is known.
    let isKnown: (_ release: String) -> Bool

    private(set) var recordings: [Recording] = []
    /// What is stated and was not recorded, with the reason.
    private(set) var remarks: [String] = []

    init(
        _ facts: ContractFacts, since record: ContractRecord, by release: Release,
        of agreement: AgreementID, _ options: OCDSOptions, isKnown: @escaping (String) -> Bool
    ) {
        self.facts = facts
        self.record = record
        self.release = release
        self.agreement = agreement
        self.options = options
        self.isKnown = isKnown
        if record.isOpen {
            go()
        } else if isSigned {
            open()
        }
        if record.isOpen, recordings.isEmpty, !documents.isEmpty {
            let names = documents.map { $0.title ?? $0.id.text }.joined(separator: ", ")
            remarks.append("documents of which nothing else is new: \(names)")
        }
        remarks += facts.remarks
    }

    /// Whether there is a contract: not one that is only proposed, or was given up before it was signed.
    private var isSigned: Bool {
        switch facts.state {
        case .active, .terminated: true
        case .cancelled: false
        case .pending: facts.signed != nil
        case nil:
            facts.signed != nil
                || isNamed
                    && release.tags.contains { $0.hasPrefix("contract") || $0.hasPrefix("implem") }
        }
    }

    /// Whether the release speaks of the contract.
    private var isNamed: Bool { release.contract(facts.id) != nil }

    /// The other contracts that the release speaks of: its tags may be of those.
    private var others: [Node] {
        (release.node["contracts"]?.items ?? []).filter { $0["id"]?.identifier != facts.id }
    }

    /// Whether the release says by its tag that this contract is amended.
    private var isTaggedAmendment: Bool {
        isNamed && release.tags.contains("contractAmendment")
            && !others.contains { $0["amendments"]?.items.isEmpty == false }
    }

    private var announced: DateBound { .announced(release.day) }

    // MARK: The first that is known of it

    private mutating func open() {
        let isAmended = !facts.amendments.isEmpty
        let signed = facts.signed.map { CivilDate($0.day) }
        var opening = Event(
            AgreementRecorded(title: facts.title ?? "Contract \(facts.id)", zone: options.zone),
            note: facts.description)
        if isAmended {
            let words = "Amended before it was first published: what held until then is not stated."
            opening.note = [facts.description, words].compactMap(\.self).joined(separator: "\n\n")
        }
        let events =
            [opening] + newcomers + facts.terms.flatMap(added) + reached + termination
        add(
            "contract",
            Instrument(
                kind: .definitive, title: facts.title ?? "Contract \(facts.id)",
                signed: signed.map(SigningDate.day) ?? .unknown,
                effective: isAmended ? announced : .announced(signed ?? release.day)),
            events, amendments: facts.amendments)
        addPayments()
    }

    // MARK: What came later

    private mutating func go() {
        let (own, elsewhere) = amendments
        let isAmendment = !own.isEmpty || isTaggedAmendment
        var agreed: [Event] = []
        var reported: [Event] = []
        for term in facts.terms {
            guard record.fields[term.id] != nil else {
                let events = added(term)
                if isAmendment { agreed += events } else { reported += events }
                continue
            }
            let changes = changes(of: term)
            if isAmendment, !changes.isEmpty {
                agreed.append(Event(TermAmended(term: term.id, set: RawFields(changes))))
            } else {
                reported += changes.sorted { $0.key < $1.key }.map { name, node in
                    Event(
                        ValueReported(
                            subject: .term(term.id), field: name, value: RawValue(node)))
                }
            }
        }
        let later = reached + termination
        if agreed.isEmpty {
            for amendment in own { note(amendment) }
            addNotice(newcomers + reported + later)
        } else {
            add("amendment", instrument(of: own), newcomers + agreed, amendments: own)
            addNotice(reported + later)
        }
        addPayments()
        remark(own, elsewhere)
        remarkParties()
        remarkWithdrawn()
    }

    /// Amendments that were not listed before: those of which the values are in this release, and the others.
    private var amendments: (own: [ContractAmendment], elsewhere: [ContractAmendment]) {
        let new = facts.amendments.filter { amendment in
            !record.listed.contains { $0.text == amendment.key.text }
        }
        let isElsewhere: (ContractAmendment) -> Bool = { amendment in
            amendment.release.map { $0 != release.id && isKnown($0) } ?? false
        }
        return (new.filter { !isElsewhere($0) }, new.filter(isElsewhere))
    }

    /// The fields with another value than the last that was recorded, if any was.
    ///
    /// What an amendment states holds after it, also where nothing was known before.
    private func changes(of term: ContractFacts.Term) -> [FieldName: Node] {
        let former = record.fields[term.id] ?? [:]
        return term.set.filter { former[$0.key] != $0.value }
    }

    /// The instrument that made the changes. Which of several did is not stated: it was one of their days.
    private func instrument(of amendments: [ContractAmendment]) -> Instrument {
        let days = amendments.compactMap { $0.date.map { CivilDate($0.day) } }
            .sorted { $0.earliest < $1.earliest }
        let titles = amendments.map(\.title).joined(separator: ", ")
        let isDated = days.count == amendments.count
        var effective = announced
        if isDated, let first = days.first, let last = days.last {
            effective = first == last ? .announced(first) : .between(first, last)
        }
        let isOne = amendments.count == 1
        return Instrument(
            kind: .amendment,
            title: titles.isEmpty ? "Amendment of release \(release.ownID)" : titles,
            number: isOne ? amendments[0].number : nil,
            signed: isOne ? days.first.map(SigningDate.day) ?? .unknown : .unknown,
            effective: effective, id: isOne ? amendments[0].key : nil)
    }

    /// An amendment of which nothing is in the release: it is known of, and was not read.
    private mutating func note(_ amendment: ContractAmendment) {
        add(
            "noted-\(OCDSIdentifier.words(amendment.key.text, limit: 40))",
            instrument(of: [amendment]), [Event(InstrumentNoted(about: amendment.words))],
            amendments: [amendment])
    }

    private mutating func addNotice(_ events: [Event]) {
        let isEnding = events.contains { $0.payload is AgreementTerminated }
        add(
            "release",
            Instrument(
                kind: isEnding ? .notice : .filing, title: "Release \(release.ownID)",
                effective: announced), events, amendments: [])
    }

    /// The payments that the release states otherwise than they are recorded: a recording of their own.
    private mutating func addPayments() {
        let step = PaymentStep(facts.payments, since: record.payments, of: fee, by: release)
        add(
            "payments",
            Instrument(
                kind: .filing, title: "Payments in release \(release.ownID)", effective: announced),
            step.events, amendments: [])
        remarks += step.remarks
    }

    /// The fee of the contract as it is recorded, else as the release adds it.
    private var fee: PaymentStep.Fee? {
        let set =
            record.fields[ContractFacts.value]
            ?? facts.terms.first { $0.id == ContractFacts.value }?.set
        guard let money = set?[.amount]?.text.flatMap({ Money($0) }),
            let payer = set?[.payer]?.text.flatMap({ PartyID($0) }),
            let payee = set?[.payee]?.text.flatMap({ PartyID($0) })
        else { return nil }
        let own = facts.parties
        let named =
            own.admitted.map { ($0.party, $0.name) }
            + [own.group].compactMap(\.self).map { ($0.group, $0.name) }
        let names = record.parties.merging(named) { recorded, _ in recorded }
        // A side that is not stated is no party, and no payment is known to be its.
        guard names[payer] != nil, names[payee] != nil else { return nil }
        return PaymentStep.Fee(
            payer: payer, payee: payee, currency: money.currency,
            members: record.members.union(own.group?.members.map(\.party) ?? []),
            names: names)
    }

    // MARK: Events

    /// The parties that are not in the record yet, and their group.
    private var newcomers: [Event] {
        let own = facts.parties
        let admitted = own.admitted.filter { record.parties[$0.party] == nil }.map { Event($0) }
        let group = own.group.flatMap { record.parties[$0.group] == nil ? Event($0) : nil }
        return admitted + [group].compactMap(\.self)
    }

    /// A term with all that its kind asks for; what is not stated is unknown.
    private func added(_ term: ContractFacts.Term) -> [Event] {
        var set = term.set
        for name in term.kind.definition.requiredFields where set[name] == nil {
            set[name] = term.otherwise[name] ?? .string("unknown")
        }
        let condition = set[.condition]?.text
        let defined = facts.milestones.first { $0.condition.text == condition }.map {
            Event(ConditionDefined(condition: $0.condition, text: $0.text))
        }
        return [defined].compactMap(\.self)
            + [Event(TermAdded(term: term.id, kind: term.kind, set: RawFields(set)))]
    }

    /// The milestones that were reached, on the day that is stated.
    private var reached: [Event] {
        facts.milestones.filter { $0.isMet && !record.met.contains($0.condition) }.map {
            Event(
                ConditionSatisfied(condition: $0.condition),
                effective: $0.met.map { .on(CivilDate($0)) } ?? announced)
        }
    }

    /// That the contract was closed, unless its own last day had passed by then.
    private var termination: [Event] {
        let isOver =
            facts.state == .terminated
            || isNamed && others.isEmpty && release.tags.contains("contractTermination")
        let last = facts.ends ?? record.ends
        guard isOver, !record.isEnded, last.map({ $0 >= release.date.day }) ?? true else {
            return []
        }
        return [
            Event(
                AgreementTerminated(), effective: announced,
                note:
                    "The release does not state the day, and not whether it was fulfilled or given up."
            )
        ]
    }

    // MARK: What is not recorded

    private mutating func remark(_ own: [ContractAmendment], _ elsewhere: [ContractAmendment]) {
        for amendment in own {
            guard let former = amendment.amended, !isKnown(former) else { continue }
            remarks.append(
                "\(amendment.title): the values before it are in release \(former), which is not there: what "
                    + "else it changed is not known")
        }
        for amendment in elsewhere {
            remarks.append(
                "\(amendment.title): its values are those of release \(amendment.release ?? ""), and are "
                    + "recorded with it")
        }
    }

    /// Fields that are taken out: what holds instead is not stated.
    private mutating func remarkWithdrawn() {
        let contract = release.contract(facts.id)?.node
        let fields: [(Node?, String, TermID, FieldName)] = [
            (contract?["value"], "amount", ContractFacts.value, .amount),
            (contract?["period"], "startDate", ContractFacts.duration, .starts),
            (contract?["period"], "endDate", ContractFacts.duration, .ends),
        ]
        for (object, member, term, field) in fields {
            guard let object, record.fields[term]?[field] != nil,
                object.content == .null || object[member]?.content == .null
            else { continue }
            remarks.append(
                "\(member) is not stated any more; \(term)/\(field) stays as it is recorded")
        }
    }

    /// Names and members that are others now: whether someone succeeded, or was renamed, is not stated.
    private mutating func remarkParties() {
        for party in facts.parties.admitted {
            guard let former = record.parties[party.party], former != party.name else { continue }
            remarks.append("\(party.party) was '\(former)' and is called '\(party.name)' now")
        }
        if let group = facts.parties.group, !record.members.isEmpty,
            record.members != Set(group.members.map(\.party))
        {
            remarks.append("the suppliers are others now: \(group.name)")
        }
    }

    // MARK: Recordings

    private mutating func add(
        _ act: String, _ instrument: Instrument, _ events: [Event],
        amendments: [ContractAmendment]
    ) {
        guard !events.isEmpty, let key = OCDSIdentifier.key(release, agreement, act) else { return }
        // The documents are listed once.
        let sources =
            [ReleaseSource.source(of: release, grade: options.grade)]
            + amendments.compactMap { $0.source(of: release) }
            + (recordings.isEmpty ? documents : [])
        recordings.append(
            Recording(
                key: key, agreement: agreement, instrument: instrument, disclosed: release.day,
                sources: sources, events: events.map(cited)))
    }

    /// The documents that were not listed before.
    private var documents: [Source] {
        facts.documents.filter { !record.listed.contains($0.id) }
    }

    /// The event, supported by the release alone: the documents were not read.
    private func cited(_ event: Event) -> Event {
        var event = event
        event.cites = [ReleaseSource.id]
        event.mark = (release.contract(facts.id)?.node ?? release.node).mark
        return event
    }
}
