import Amendments
import Ledger
import Terms

/// Reads the fields of a term so that what is not known stays so.
struct FieldReader {
    let term: ConformedTerm

    static let inWords = "stated in words, which are not interpreted"
    static let notStated = DimensionProof.notStated

    /// The stated value of a field, or why there is none to go by; nil where the term has no such field.
    func value(_ name: FieldName) -> Coverage<Value>? {
        guard let field = term.field(name) else { return nil }
        let only = onlyValue(of: field)
        let state = only ?? field.referred ?? field.value
        let said = state.displayText
        if let dispute = competingReadings(of: field) {
            return .unknown(said: said, why: dispute)
        }
        if field.isContested {
            return .unknown(said: said, why: "contested by a report no worse graded")
        }
        if field.isIndeterminate, only == nil {
            return .unknown(said: said, why: openness(of: field))
        }
        if field.isReported, state.value != nil {
            return .unknown(said: said, why: "reported only, not agreed")
        }
        if field.isAmendedByReport {
            return .unknown(said: said, why: "changed by a report, not by an instrument")
        }
        switch state {
        case .stated(let value): return .known(value)
        case .none: return nil
        case .between, .about, .redacted, .undisclosed, .unknown, .silent, .sameAs:
            return .unknown(said: said, why: "its value is \(said)")
        }
    }

    /// Where it is open only whether the term has begun, its fields are what they will be: the interval
    /// says what is not known.
    private func onlyValue(of field: ConformedField) -> ValueState? {
        guard field.isIndeterminate, term.status == .indeterminate else { return nil }
        let values = Set(field.candidates.compactMap(\.value))
        return values.count == 1 ? values.first : nil
    }

    /// Why more than one value may govern.
    private func openness(of field: ConformedField) -> String {
        field.reasons.contains {
            if case .statedAsOf = $0 { true } else { false }
        } ? "it is a balance, which may have changed since" : "the day of its change is imprecise"
    }

    /// Readings that compete since the value last changed: what it covers is disputed.
    private func competingReadings(of field: ConformedField) -> String? {
        let last = term.remarks.last { remark in
            guard case .interpreted(field.name, _, _, _) = remark.content else { return false }
            return remark.event.position >= field.governing.position
        }
        guard case .interpreted(_, let reading, _, let competing)? = last?.content,
            let other = competing.first
        else { return nil }
        return "disputed: one reading is \"\(trimmed(reading))\"; another \"\(trimmed(other))\""
    }

    func trimmed(_ text: String) -> String {
        text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    func party(_ name: FieldName) -> Coverage<PartyLine> {
        switch value(name) {
        case .known(.party(let id))?: .known(PartyLine(id, term.field(name)?.places.place(of: id)))
        case .unknown(let said, let why)?: .unknown(said: said, why: why)
        case .known?, nil: .unknown(said: Self.notStated, why: "no party is stated")
        }
    }

    /// Names that an instrument states. What is left out is not stated, and no limit either way.
    func tags(_ name: FieldName) -> Coverage<TagSet> {
        switch value(name) {
        case .known(.tags(let tags))?: .known(tags)
        case .unknown(let said, let why)?: .unknown(said: said, why: why)
        case .known?, nil: .unknown(said: Self.notStated, why: Self.notStated)
        }
    }

    /// A channel stated in words cannot be compared with names.
    func channels() -> Coverage<TagSet> {
        guard case .known(let words)? = value(.channel), term.field(.channels) == nil else {
            return tags(.channels)
        }
        return .unknown(said: "\"\(words.displayText)\"", why: Self.inWords)
    }

    func acts() -> Coverage<TagSet> {
        if term.field(.acts) != nil { return tags(.acts) }
        return stated(in: [.act, .subject]) ?? tags(.acts)
    }

    /// What the right is in: in names; in words, which prove nothing; or, where neither is stated, whatever
    /// the products say.
    func subjects(products: Coverage<TagSet>) -> Coverage<TagSet>? {
        if term.field(.subjects) != nil { return tags(.subjects) }
        if let stated = stated(in: [.subject]) { return stated }
        guard term.kind.definition.field(.subjects) != nil, products.content == nil else {
            return nil
        }
        return tags(.subjects)
    }

    private func stated(in names: [FieldName]) -> Coverage<TagSet>? {
        names.compactMap { value($0) }.first.map { value in
            switch value {
            case .known(let words):
                .unknown(said: "\"\(words.displayText)\"", why: Self.inWords)
            case .unknown(let said, let why): .unknown(said: said, why: why)
            }
        }
    }

    /// The words a term uses for what it is about.
    func words() -> String {
        [FieldName.subject, .act, .capacity, .purpose].compactMap { name in
            term.field(name)?.value.value?.displayText
        }.joined(separator: " ")
    }
}

extension ConformedField {
    /// Whether a report alone says that it reads otherwise than it was agreed: that proves nothing, neither that
    /// two terms meet nor that they are apart.
    fileprivate var isAmendedByReport: Bool {
        governing.recording.instrument.kind == .report && governing.event.kind == .termAmended
            && value.value != nil
    }
}
