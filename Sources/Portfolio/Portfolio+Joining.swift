import Amendments
package import Terms

// One answer out of several.
extension Portfolio {
    /// The agreements of which the answers say different things.
    package static func differing(among answers: [Portfolio]) -> [AgreementID] {
        let terms = answers.map { answer in
            Dictionary(
                grouping: answer.matches.map { ($0, [Doubt]()) }
                    + answer.possible.map { ($0.term, $0.doubts) }, by: \.0.agreement
            ).mapValues { terms in terms.map { Portfolio.Possible(term: $0.0, doubts: $0.1) } }
        }
        return Set(terms.flatMap(\.keys)).filter { agreement in
            Set(terms.map { $0[agreement] ?? [] }).count > 1
        }.sorted()
    }

    /// Puts what another answer says of an agreement in the place of what this one says.
    package mutating func replace(_ agreement: AgreementID, by other: Portfolio) {
        matches =
            matches.filter { $0.agreement != agreement }
            + other.matches.filter { $0.agreement == agreement }
        possible =
            possible.filter { $0.term.agreement != agreement }
            + other.possible.filter { $0.term.agreement == agreement }
        notRead =
            (notRead.filter { $0.agreement != agreement }
            + other.notRead.filter { $0.agreement == agreement })
            .sorted { $0.agreement < $1.agreement }
        sort()
    }
}
