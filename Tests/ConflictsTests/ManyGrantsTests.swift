import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// One party that deals with many.
struct ManyGrantsTests {
    @Test func `two of three hundred grants in thirty agreements are found, and only they`() throws
    {
        let texts = (0..<30).map { agreement in
            """
            recording: deal-\(agreement)
            agreement: deal-\(agreement)
            instrument: { kind: definitive, title: Deal, effective: { on: 2020-01-01 } }
            disclosed: 2020-01-01
            sources: [{ id: text, grade: executed-text, publisher: the parties }]
            events:
              - agreement-recorded: { title: Deal, zone: UTC }
              - party-admitted: { party: studio, name: Studio }
              - party-admitted: { party: buyer-\(agreement), name: Buyer }

            """
                + (0..<10).map { film in
                    // The last film of the last deal is the first film of the first.
                    let number = agreement == 29 && film == 9 ? 0 : agreement * 10 + film
                    return """
                          - term-added:
                              term: film-\(film)
                              kind: distribution
                              effective: { on: \(2020 + film)-0\(1 + agreement % 9)-01 }
                              set:
                                grantor: studio
                                distributor: buyer-\(agreement)
                                exclusivity: exclusive
                                products: { only: [films/number-\(number)] }

                        """
                }.joined()
        }
        let names = """
            recording: names
            agreement: vocabularies
            instrument: { kind: memorandum, title: Names, effective: { on: 2020-01-01 } }
            disclosed: 2020-01-01
            sources: [{ id: office, grade: inference, publisher: our office }]
            events:
              - agreement-recorded: { title: Vocabularies, zone: UTC }
              - scope-defined: { scope: films, parts: disjoint }

            """
        let views = try given(yaml: texts + [names]).views()
        let found = ConflictFinder(views).conflicts()
        #expect(found.map(\.rule) == [.doubleExclusive])
        #expect(found.first?.sides.map(\.agreement) == ["deal-0", "deal-29"])
    }
}
