import Amendments
import Ledger
import Terms

/// Reads the fields of a term so that what is not known stays so.
struct FieldReader {
    let term: ConformedTerm

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
            return .unknown(said: said, why: "two sources of one grade say different things")
        }
        if field.isIndeterminate, only == nil {
            return .unknown(said: said, why: "the day of its change is imprecise")
        }
        if field.isReported, state.value != nil {
            return .unknown(said: said, why: "reported only, not agreed")
        }
        switch state {
        case .stated(let value): return .known(value)
        case .none: return nil
        case .between, .redacted, .undisclosed, .unknown, .silent, .sameAs:
            return .unknown(said: said, why: "its value is \(said)")
        }
    }

    /// Where it is open only whether the term has begun, its fields are what they will be: the interval
    /// tells what is not known.
    private func onlyValue(of field: ConformedField) -> ValueState? {
        guard field.isIndeterminate, term.status == .indeterminate else { return nil }
        let values = Set(field.candidates.compactMap(\.value))
        return values.count == 1 ? values.first : nil
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

    private func trimmed(_ text: String) -> String {
        text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    func party(_ name: FieldName, in copy: ConformedCopy) -> Coverage<PartyID> {
        switch value(name) {
        case .known(.party(let id))?: .known(term.field(name)?.holder(of: id) ?? id)
        case .unknown(let said, let why)?: .unknown(said: said, why: why)
        case .known?, nil: .unknown(said: "not stated", why: "no party is stated")
        }
    }

    func tags(_ name: FieldName) -> Coverage<TagSet> {
        switch value(name) {
        case .known(.tags(let tags))?: .known(tags)
        case .unknown(let said, let why)?: .unknown(said: said, why: why)
        case .known?, nil: .known(.all)
        }
    }

    /// A channel told in words cannot be compared with names.
    func channelInWords() -> Coverage<TagSet> {
        switch value(.channel) {
        case .known(let value)?:
            .unknown(
                said: "\"\(value.displayText)\"", why: "told in words, which are not interpreted")
        case .unknown(let said, let why)?: .unknown(said: said, why: why)
        case nil: .known(.all)
        }
    }

    func act() -> Act {
        switch value(.act) ?? value(.subject) {
        case .known(let value)?: Act(words: value.displayText)
        case .unknown(let said, let why)?: .inWords("\(said) (\(why))")
        case nil: .inWords("not stated")
        }
    }

    func exclusivity() -> Coverage<Exclusivity> {
        switch value(.exclusivity) {
        case .known(let value)?:
            let word = Exclusivity(rawValue: value.displayText)
            guard let word else {
                return .unknown(said: value.displayText, why: "no step of the ladder")
            }
            return leftOut(by: word)
        case .unknown(let said, let why)?: return .unknown(said: said, why: why)
        case nil:
            // A covenant of exclusivity is exclusive by its kind; any other term shuts nobody out
            // unless it says so.
            return .known(term.kind == .exclusivity ? .exclusive : .nonExclusive)
        }
    }

    /// What a right leaves out in words may be the very thing in question.
    private func leftOut(by word: Exclusivity) -> Coverage<Exclusivity> {
        guard word != .nonExclusive, case .known(let limits)? = value(.limits) else {
            return .known(word)
        }
        return .unknown(
            said: word.rawValue, why: "it leaves out, in words: \(trimmed(limits.displayText))")
    }

    /// The words a term uses for what it is about.
    func words() -> String {
        [FieldName.subject, .act, .capacity, .purpose].compactMap { name in
            term.field(name)?.value.value?.displayText
        }.joined(separator: " ")
    }
}
