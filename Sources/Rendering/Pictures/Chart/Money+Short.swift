import Terms

extension Money {
    /// `USD 11.6 bn` or `USD 4.25 m`, where that is the whole amount; nil elsewhere.
    var shortText: String? {
        let digits = amount.description
        guard digits.allSatisfy(\.isWholeNumber) else { return nil }
        for (places, word) in [(9, "bn"), (6, "m")] where digits.count > places {
            var rest = digits.suffix(places)
            while rest.last == "0" { rest = rest.dropLast() }
            guard rest.count <= 3 else { continue }
            let fraction = rest.isEmpty ? "" : ".\(rest)"
            return "\(currency) \(digits.dropLast(places))\(fraction) \(word)"
        }
        return nil
    }
}
