import Amendments
import Ledger
import Terms

// How far a term excludes others, what narrows it, and how well it is known.
extension FieldReader {
    /// The fields that a proof may depend on.
    static let groundFields = TermPeriod.citedFields.union([
        .grantor, .grantee, .distributor, .customer, .provider, .obligor, .beneficiary, .holder,
        .payer, .payee, .issuer, .starts, .ends, .exclusiveUntil, .limits, .supplier, .buyer,
        .seller, .borrower, .lender, .purchaseExclusiveUntil,
    ])

    func exclusivity(in copy: ConformedCopy) -> Coverage<Exclusivity> {
        // A covenant of exclusivity is exclusive by its kind; any other term shuts none out unless it says so.
        exclusivity(.exclusivity, until: .exclusiveUntil, in: copy)
            ?? .known(term.kind == .exclusivity ? .exclusive : .nonExclusive)
    }

    /// How far a buyer undertakes to buy from its supplier alone.
    func purchaseExclusivity(in copy: ConformedCopy) -> Coverage<Exclusivity> {
        exclusivity(.purchaseExclusivity, until: .purchaseExclusiveUntil, in: copy)
            ?? .known(.nonExclusive)
    }

    /// nil where the term does not say.
    private func exclusivity(
        _ name: FieldName, until end: FieldName, in copy: ConformedCopy
    ) -> Coverage<Exclusivity>? {
        switch value(name) {
        case .known(let value)?:
            guard let word = Exclusivity(rawValue: value.displayText) else {
                return .unknown(said: value.displayText, why: "no step of the ladder")
            }
            guard word != .nonExclusive, let why = openEnd(of: end, in: copy) else {
                return .known(word)
            }
            return .unknown(said: word.rawValue, why: why)
        case .unknown(let said, let why)?: return .unknown(said: said, why: why)
        case nil: return nil
        }
    }

    /// What narrows the term in words, or may: what its own field leaves out, and a clause that takes back a part of
    /// what it says.
    func limits() -> String? {
        let words = [FieldName.limits, .purpose, .capacity].compactMap { name -> String? in
            switch value(name) {
            case .known(let value)?: "\(name): \(trimmed(value.displayText))"
            case .unknown(let said, _)?: "\(name): \(said)"
            case nil: nil
            }
        }
        let clauses = [FieldName.text, .act, .subject].compactMap { name -> String? in
            guard let text = term.field(name)?.value.value?.displayText else { return nil }
            return WordsOfLimitation.first(in: text).map { "\(name) says \"\($0)\"" }
        }
        let all = words + clauses
        return all.isEmpty ? nil : all.joined(separator: "; ")
    }

    /// Why the term is not known from an instrument, or not as it reads on a day: those who cite it have read
    /// none, a value may have changed, or a later instrument passed over it.
    func doubt(on day: Day, in timeline: TermTimeline?) -> String? {
        let fields = term.fields.filter { Self.groundFields.contains($0.name) }
        let values = fields.filter { $0.name != .starts && $0.name != .ends }
        return evidenceDoubt(of: fields)
            ?? fields.lazy.compactMap { waitingDoubt(of: $0) }.first
            ?? values.lazy.compactMap { changeDoubt(of: $0, on: day, in: timeline) }.first
            ?? (term.silentSince + fields.flatMap(\.silentSince)).first.map {
                "not addressed by \($0.recording.instrument.title); the previous value still applies"
            }
    }

    /// What made the term what it is counts as well: a succession, a condition that came about, a resumption.
    private func evidenceDoubt(of fields: [ConformedField]) -> String? {
        let stated = fields.lazy.compactMap { field -> String? in
            ([field.governing] + field.furtherCauses).lazy.compactMap(\.evidenceDoubt).first
                .map { "\(field.name) is \($0)" }
        }.first
        return stated
            ?? term.causes.lazy.compactMap(\.evidenceDoubt).first.map { "that it holds is \($0)" }
    }
}
