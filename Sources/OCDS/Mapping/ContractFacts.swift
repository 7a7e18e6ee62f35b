import Amendments
import Notation
import Terms

/// The state of a contract after some of its releases, in the words of agreements.
///
/// Only what is stated is in it: what a release leaves out is not unknown for that.
struct ContractFacts {
    let id: String
    let title: String?
    let description: String?
    let signed: WrittenInstant?
    let state: State?
    /// The last day of the contract.
    let ends: Day?
    private(set) var parties = ContractParties()
    private(set) var terms: [Term] = []
    private(set) var milestones: [Milestone] = []
    let amendments: [ContractAmendment]
    let documents: [Source]
    let payments: [ContractPayment]
    /// What is stated and has no place in the record, with the reason.
    private(set) var remarks: [String] = []

    /// The codelist contractStatus.
    enum State: String { case pending, active, cancelled, terminated }

    struct Term {
        var id: TermID
        var kind: TermKind
        var set: [FieldName: Node]
        /// What stands in a required field of which nothing is stated; else that is unknown.
        var otherwise: [FieldName: Node] = [:]
    }

    /// Something that is to be reached, and whether it was.
    struct Milestone {
        var condition: ConditionID
        var text: String
        var isMet: Bool
        var met: Day?
    }

    init(_ contract: Node, of process: Node, id: String) {
        self.id = id
        title = contract["title"]?.words
        description = contract["description"]?.words
        signed = Self.date(contract["dateSigned"])
        state = contract["status"]?.text.flatMap(State.init)
        let period = contract["period"]
        ends = Self.date(period?["endDate"])?.day
        amendments = ContractAmendment.all(of: contract)
        documents = ContractDocuments.sources(of: contract)
        let listed = ContractPayment.all(of: contract)
        payments = listed.payments
        remarks = listed.remarks
        parties = ContractParties(of: contract, in: process)
        addPeriod(period)
        addValue(contract["value"], in: process)
        addMilestones(contract["milestones"], under: "milestone")
        addMilestones(contract["implementation"]?["milestones"], under: "milestone.implementation")
        if let status = contract["status"]?.text, state == nil {
            remarks.append("the status '\(status)' is none of the codelist contractStatus")
        }
    }

    static func date(_ node: Node?) -> WrittenInstant? {
        node?.text.flatMap { WrittenInstant($0) }
    }
}

extension ContractFacts {
    private mutating func addPeriod(_ period: Node?) {
        var set: [FieldName: Node] = [:]
        if let first = Self.date(period?["startDate"]) {
            set[.starts] = DateBound.codec.encode(.on(CivilDate(first.day)))
        }
        if let last = Self.date(period?["endDate"]) {
            set[.ends] = DateBound.codec.encode(.through(CivilDate(last.day)))
        }
        guard !set.isEmpty else { return }
        terms.append(Term(id: Self.duration, kind: .termAndRenewal, set: set))
    }

    /// The total value is paid by the buyer; a negative one by the supplier, as of a concession.
    private mutating func addValue(_ value: Node?, in process: Node) {
        guard let number = value?["amount"]?.decimal, let amount = ExactDecimal(number) else {
            return
        }
        guard let currency = value?["currency"]?.text.flatMap({ Currency($0) }) else {
            return remarks.append("the value \(number) has no currency")
        }
        if process["tender"]?["techniques"]?["hasFrameworkAgreement"]?.content == .boolean(true) {
            return remarks.append(
                "the value \(currency) \(number) is that of a framework agreement: it may be the most, or an "
                    + "estimate")
        }
        let isNegative = amount < ExactDecimal(0)
        let size = isNegative ? ExactDecimal(String(number.dropFirst())) ?? amount : amount
        let (payer, payee) =
            isNegative
            ? (parties.supplier, parties.buyer) : (parties.buyer, parties.supplier)
        var set: [FieldName: Node] = [:]
        set[.amount] = Money.codec.encode(Money(size, currency))
        set[.payer] = payer.map(PartyID.codec.encode)
        set[.payee] = payee.map(PartyID.codec.encode)
        terms.append(Term(id: Self.value, kind: .fee, set: set))
    }

    private mutating func addMilestones(_ list: Node?, under name: String) {
        for milestone in list?.items ?? [] {
            guard let own = milestone["id"]?.identifier else { continue }
            let words = OCDSIdentifier.words(own, limit: 60)
            let condition = "\(name.replacing(".", with: "-"))-\(words)-met"
            guard let term = TermID("\(name).\(words)"), let condition = ConditionID(condition)
            else { continue }
            let title = milestone["title"]?.words
            var set: [FieldName: Node] = [:]
            set[.subject] = title.map(Node.string)
            set[.condition] = ConditionID.codec.encode(condition)
            if let due = Self.date(milestone["dueDate"]) {
                set[.due] = DateBound.codec.encode(.through(CivilDate(due.day)))
            }
            terms.append(
                Term(
                    id: term, kind: .milestone, set: set,
                    otherwise: [.subject: .string("milestone \(own)")]))
            let status = milestone["status"]?.text
            milestones.append(
                Milestone(
                    condition: condition, text: "Met: \(title ?? "milestone \(own)")",
                    isMet: status == "met",
                    met: Self.date(milestone["dateMet"])?.day))
            if let status, !["met", "scheduled"].contains(status) {
                remarks.append("milestone \(own) is \(status)")
            }
        }
    }

    static let duration: TermID = "duration"
    static let value: TermID = "value"
}
