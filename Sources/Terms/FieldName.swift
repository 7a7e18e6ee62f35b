public import Notation

/// The name of one field of a term, or of one field that a source reports about an instrument.
///
/// Lower-case words joined by hyphens, as `exclusive-until`. Ordered by bytes.
public struct FieldName: Hashable, Sendable, RawRepresentable {
    public let rawValue: String

    static let grammar = IdentifierGrammar.word("a field name in a-z and -")

    /// Returns nil when `rawValue` is not words of a–z joined by hyphens.
    public init?(rawValue: String) {
        guard Self.grammar.accepts(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// One text, spelled as a field name.
    public static let codec = Codec<FieldName>.scalar(
        grammar.expected, schema: .pattern(grammar.pattern),
        parse: { FieldName(rawValue: $0) }, write: \.rawValue)
}

extension FieldName: Comparable {
    public static func < (lhs: FieldName, rhs: FieldName) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension FieldName: CustomStringConvertible {
    public var description: String { rawValue }
}

extension FieldName: ExpressibleByStringLiteral {
    /// For names in source text.
    ///
    /// - Precondition: the literal is spelled as a field name.
    public init(stringLiteral value: String) {
        precondition(Self.grammar.accepts(value), "'\(value)' is not a field name")
        rawValue = value
    }
}

// Every field of every term kind.
extension FieldName {
    public static let act: FieldName = "act"
    public static let acts: FieldName = "acts"
    public static let alters: FieldName = "alters"
    public static let amount: FieldName = "amount"
    public static let basis: FieldName = "basis"
    public static let beneficiary: FieldName = "beneficiary"
    public static let cap: FieldName = "cap"
    public static let capPeriod: FieldName = "cap-period"
    public static let capacity: FieldName = "capacity"
    public static let channel: FieldName = "channel"
    public static let channels: FieldName = "channels"
    public static let closes: FieldName = "closes"
    public static let compared: FieldName = "compared"
    public static let condition: FieldName = "condition"
    public static let consent: FieldName = "consent"
    public static let cure: FieldName = "cure"
    public static let customer: FieldName = "customer"
    public static let customers: FieldName = "customers"
    public static let direction: FieldName = "direction"
    public static let distributor: FieldName = "distributor"
    public static let duty: FieldName = "duty"
    public static let effect: FieldName = "effect"
    public static let ends: FieldName = "ends"
    public static let exception: FieldName = "exception"
    public static let exclusiveUntil: FieldName = "exclusive-until"
    public static let exclusivity: FieldName = "exclusivity"
    public static let fields: FieldName = "fields"
    public static let floor: FieldName = "floor"
    public static let formula: FieldName = "formula"
    public static let forum: FieldName = "forum"
    public static let frequency: FieldName = "frequency"
    public static let funded: FieldName = "funded"
    public static let grantee: FieldName = "grantee"
    public static let grantor: FieldName = "grantor"
    public static let ground: FieldName = "ground"
    public static let holder: FieldName = "holder"
    public static let index: FieldName = "index"
    public static let instrument: FieldName = "instrument"
    public static let investor: FieldName = "investor"
    public static let issuer: FieldName = "issuer"
    public static let law: FieldName = "law"
    public static let limits: FieldName = "limits"
    public static let longStop: FieldName = "long-stop"
    public static let minimum: FieldName = "minimum"
    public static let multiple: FieldName = "multiple"
    public static let notice: FieldName = "notice"
    public static let obligor: FieldName = "obligor"
    public static let of: FieldName = "of"
    public static let on: FieldName = "on"
    public static let opens: FieldName = "opens"
    public static let over: FieldName = "over"
    public static let owner: FieldName = "owner"
    public static let party: FieldName = "party"
    public static let payee: FieldName = "payee"
    public static let payer: FieldName = "payer"
    public static let payment: FieldName = "payment"
    public static let per: FieldName = "per"
    public static let percentage: FieldName = "percentage"
    public static let period: FieldName = "period"
    public static let periodsFrom: FieldName = "periods-from"
    public static let prevails: FieldName = "prevails"
    public static let price: FieldName = "price"
    public static let priceFloor: FieldName = "price-floor"
    public static let products: FieldName = "products"
    public static let proration: FieldName = "proration"
    public static let provider: FieldName = "provider"
    public static let purpose: FieldName = "purpose"
    public static let quantity: FieldName = "quantity"
    public static let rate: FieldName = "rate"
    public static let renewal: FieldName = "renewal"
    public static let renewalPeriod: FieldName = "renewal-period"
    public static let response: FieldName = "response"
    public static let runOff: FieldName = "run-off"
    public static let runOffExclusivity: FieldName = "run-off-exclusivity"
    public static let schedule: FieldName = "schedule"
    public static let seat: FieldName = "seat"
    public static let starts: FieldName = "starts"
    public static let subject: FieldName = "subject"
    public static let subjects: FieldName = "subjects"
    public static let survival: FieldName = "survival"
    public static let survives: FieldName = "survives"
    public static let territories: FieldName = "territories"
    public static let text: FieldName = "text"
    public static let threshold: FieldName = "threshold"
    public static let tiers: FieldName = "tiers"
    public static let tranche: FieldName = "tranche"
    public static let unit: FieldName = "unit"
    public static let unitPrice: FieldName = "unit-price"
    public static let valuation: FieldName = "valuation"
    public static let workloads: FieldName = "workloads"
}

// Fields that are read together.
extension FieldName {
    /// Who owes and who is owed: no one owes itself.
    package static let debts: [(debtor: FieldName, creditor: FieldName)] = [
        (.payer, .payee), (.obligor, .beneficiary),
    ]

    /// The field that names the other side of a debt; nil for a field that names none.
    package var otherSide: FieldName? {
        Self.debts.lazy.compactMap { debtor, creditor in
            self == debtor ? creditor : self == creditor ? debtor : nil
        }.first
    }
}

// What a source may report about an instrument.
extension FieldName {
    public static let announced: FieldName = "announced"
    public static let description: FieldName = "description"
    public static let effective: FieldName = "effective"
    public static let signed: FieldName = "signed"
    public static let yields: FieldName = "yields"
}
