import Amendments
import Notation
import Terms

/// What a release says of one payment that was made under a contract (`implementation.transactions`); what it leaves out
/// an earlier one may have said.
struct ContractPayment {
    /// In our spelling.
    let id: String
    let day: Day?
    let amount: ExactDecimal?
    let currency: Currency?
    let payer: Organization?
    let payee: Organization?

    /// How a payment names who paid or was paid.
    struct Organization {
        /// The parties that its ids may be.
        let ids: [PartyID]
        let name: String?

        /// Whether it is one of those parties; by its name where it has no id.
        func isOne(of parties: Set<PartyID>, called names: [PartyID: String]) -> Bool {
            ids.isEmpty
                ? parties.contains { names[$0] == name && name != nil }
                : ids.contains(where: parties.contains)
        }

        fileprivate init?(_ node: Node?) {
            guard let node else { return nil }
            name = node["name"]?.words ?? node["legalName"]?.words
            let own = node["id"]?.identifier
            // Before 1.1 it is the identifier of a register, which parties have with its scheme before it.
            let whole = own.flatMap { own in node["scheme"]?.words.map { "\($0)-\(own)" } }
            ids = [own, whole].compactMap { $0.flatMap(OCDSIdentifier.party) }
            if ids.isEmpty, name == nil { return nil }
        }
    }

    /// Those that differ from each other, and in words what cannot.
    static func all(of contract: Node) -> (payments: [ContractPayment], remarks: [String]) {
        let nodes = contract["implementation"]?["transactions"]?.items ?? []
        let all = nodes.compactMap { ContractPayment($0) }
        let byID = Dictionary(grouping: all, by: \.id)
        var remarks: [String] = []
        if all.count < nodes.count {
            let count = nodes.count - all.count
            remarks.append("\(count) payment\(count == 1 ? "" : "s") without an id")
        }
        for (id, same) in byID.sorted(by: { $0.key < $1.key }) where same.count > 1 {
            remarks.append("\(same.count) payments with the id \(id)")
        }
        return (all.filter { byID[$0.id]?.count == 1 }, remarks)
    }

    private init?(_ node: Node) {
        guard let own = node["id"]?.identifier else { return nil }
        id = OCDSIdentifier.words(own, limit: 60)
        day = ContractFacts.date(node["date"])?.day
        // Before 1.1 the value is called amount, the payer the provider and the payee the receiver.
        let value = node["value"] ?? node["amount"]
        amount = value?["amount"]?.decimal.flatMap { ExactDecimal($0) }
        currency = value?["currency"]?.text.flatMap { Currency($0) }
        payer = Organization(node["payer"] ?? node["providerOrganization"])
        payee = Organization(node["payee"] ?? node["receiverOrganization"])
    }
}

/// The payments that are recorded of a contract: an `amount-accrued` for each day, with the payments in its note.
struct RecordedPayments {
    struct Payment: Hashable {
        var day: Day
        var amount: Money
    }

    /// By their ids.
    private(set) var payments: [String: Payment] = [:]
    /// The event that states what was paid on a day.
    private(set) var statements: [Day: EventReference] = [:]

    private static let prefix = "payments by their ids: "

    /// What was paid on a day in all; nil where the sum has too many digits.
    static func statement(of payments: [String: Payment], on day: Day) -> Event? {
        let own = payments.filter { $0.value.day == day }.sorted { $0.key < $1.key }
        guard let first = own.first else { return nil }
        let sum = own.dropFirst().reduce(Optional(first.value.amount)) { sum, next in
            sum?.adding(next.value.amount)
        }.map { Money($0.amount.reduced, $0.currency) }
        guard let sum else { return nil }
        let words = own.map { "\($0.key) \($0.value.amount)" }.joined(separator: ", ")
        return Event(
            AmountAccrued(
                term: ContractFacts.value, amount: sum, period: DateRange(CivilDate(day))),
            cites: [ReleaseSource.id], note: prefix + words)
    }

    mutating func learn(_ event: Event, at reference: EventReference) {
        switch event.payload {
        case let accrued as AmountAccrued: learn(accrued, event.note, at: reference)
        case let corrected as EventCorrected:
            guard let accrued = corrected.replacement.event.payload as? AmountAccrued else {
                return
            }
            forget(corrected.event)
            learn(accrued, corrected.replacement.event.note, at: corrected.event)
        case let rescinded as EventRescinded: forget(rescinded.event)
        case _: return
        }
    }

    private mutating func learn(
        _ accrued: AmountAccrued, _ note: String?, at reference: EventReference
    ) {
        guard let day = accrued.period.earliest, let note, note.hasPrefix(Self.prefix) else {
            return
        }
        statements[day] = reference
        for words in note.dropFirst(Self.prefix.count).split(separator: ",") {
            let parts = words.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let amount = Money(String(parts[1])) else { continue }
            payments[String(parts[0])] = Payment(day: day, amount: amount)
        }
    }

    private mutating func forget(_ reference: EventReference) {
        guard let day = statements.first(where: { $0.value == reference })?.key else { return }
        statements[day] = nil
        payments = payments.filter { $0.value.day != day }
    }
}

/// What a release changes of the payments that are recorded.
struct PaymentStep {
    private(set) var events: [Event] = []
    /// The payments that cannot be recorded, with the reason.
    private(set) var remarks: [String] = []

    /// The fee that payments are made of, and who may make them.
    struct Fee {
        var payer: PartyID
        var payee: PartyID
        var currency: Currency
        /// The members of the group of suppliers.
        var members: Set<PartyID>
        var names: [PartyID: String]

        fileprivate func parties(_ side: PartyID) -> Set<PartyID> {
            side == ContractParties.groupID ? members.union([side]) : [side]
        }
    }

    init(
        _ payments: [ContractPayment], since record: RecordedPayments, of fee: Fee?,
        by release: Release
    ) {
        var now = record.payments
        for payment in payments {
            switch Self.resolved(payment, record.payments[payment.id], of: fee, by: release) {
            case .success(let payment): now[payment.id] = payment.recorded
            case .failure(let reason): remarks.append("payment \(payment.id): \(reason.words)")
            }
        }
        let days = Set(now.values.map(\.day)).union(record.payments.values.map(\.day))
        for day in days.sorted() { add(day, now, record, release) }
    }

    private mutating func add(
        _ day: Day, _ now: [String: RecordedPayments.Payment], _ record: RecordedPayments,
        _ release: Release
    ) {
        guard
            now.filter({ $0.value.day == day }) != record.payments.filter({ $0.value.day == day })
        else { return }
        let reason = "release \(release.ownID) states other payments of that day"
        let statement = RecordedPayments.statement(of: now, on: day)
        switch (statement, record.statements[day]) {
        case (let statement?, let former?):
            events.append(
                Event(
                    EventCorrected(
                        event: former, replacement: EventCorrected.Replacement(statement),
                        reason: reason)))
        case (let statement?, nil): events.append(statement)
        case (nil, let former?) where !now.values.contains { $0.day == day }:
            events.append(Event(EventRescinded(event: former, reason: reason)))
        case (nil, _):
            remarks.append("the payments of \(day): their sum has too many digits")
        }
    }

    private struct Reason: Error { let words: String }

    /// The payment with what is recorded of it already, or why it cannot be recorded.
    private static func resolved(
        _ payment: ContractPayment, _ former: RecordedPayments.Payment?, of fee: Fee?,
        by release: Release
    ) -> Result<(id: String, recorded: RecordedPayments.Payment), Reason> {
        func refused(_ words: String) -> Result<
            (id: String, recorded: RecordedPayments.Payment), Reason
        > {
            .failure(Reason(words: former == nil ? words : "\(words); it stays as it is recorded"))
        }
        guard let fee else {
            return refused("no fee from buyer to supplier is recorded that it may be of")
        }
        guard let day = payment.day ?? former?.day else { return refused("no day is stated") }
        guard day <= release.date.day else {
            return refused("its day, \(day), is after that of the release")
        }
        guard let amount = payment.amount ?? former?.amount.amount,
            let currency = payment.currency ?? former?.amount.currency
        else { return refused("no amount with a currency is stated") }
        guard currency == fee.currency else {
            return refused("it is in \(currency), and the value of the contract in \(fee.currency)")
        }
        for (side, party, name) in [
            (payment.payer, fee.payer, "payer"), (payment.payee, fee.payee, "payee"),
        ] {
            guard let side else {
                if former != nil { continue }
                return refused("no \(name) is stated")
            }
            guard side.isOne(of: fee.parties(party), called: fee.names) else {
                return refused("its \(name) is not \(fee.names[party] ?? party.text)")
            }
        }
        return .success((payment.id, .init(day: day, amount: Money(amount.reduced, currency))))
    }
}
