import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// Who stands in a party's place: one rule, in the order of effect.
struct SuccessionTests {
    static func succession(_ party: String, by successor: String) -> String {
        "- party-succeeded: { party: \(party), successor: \(successor), name: \(successor) }"
    }

    private func payer(_ moment: StoryMoment) -> String? {
        moment.fee?.field(.payer)?.displayText
    }

    private func party(_ id: PartyID, _ moment: StoryMoment) -> ConformedParty? {
        moment.copy.parties.first { $0.id == id }
    }

    @Test func `from the day of a succession a term reads with the successor`() throws {
        let story = try recordedStory(
            fee(), chapter("merger", "2022-01-01", Self.succession("a", by: "c")))
        let (before, after) = (story.on("2021-12-31"), story.on("2022-01-01"))
        #expect(before.fee?.sentence == "a pays b a fee: USD 10")
        #expect(after.fee?.sentence == "c pays b a fee: USD 10")
        #expect(payer(before) == "a")
        #expect(payer(after) == "c, successor of a")
        let field = try #require(after.fee?.field(.payer))
        #expect(field.agreed == .stated(.party("a")))
        #expect(field.holder(of: "a") == "c")
        #expect(field.furtherCauses.map(\.reference) == ["merger#1"])
        #expect(before.fee?.nextChange == "2022-01-01")
    }

    @Test func `successions of one party stand in their order of effect, however they arrive`()
        throws
    {
        let later = chapter("s2", "2020-03-01", Self.succession("a", by: "c"))
        let earlier = chapter("s1", "2020-02-01", Self.succession("a", by: "d"))
        for files in [[later, earlier], [earlier, later]] {
            let story = try given(yaml: [firstChapter(fee())] + files)
            #expect(payer(story.on("2020-02-15")) == "d, successor of a")
            #expect(payer(story.on("2020-03-15")) == "c, successor of d, successor of a")
            #expect(party("a", story.on("2020-03-15"))?.successors == ["d", "c"])
        }
    }

    @Test func `the redline names who stands in the place, as the terms do`() throws {
        let story = try recordedStory(
            fee(), chapter("s1", "2020-02-01", Self.succession("a", by: "c")),
            chapter("anew", "2020-03-01", amends("payer: c, amount: USD 20")))
        let first = story.redline(from: story.on("2020-01-31"), to: story.on("2020-02-01"))
        let line = first.lines.first { $0.path.facet == "payer" }
        #expect(line?.before == .stated(.party("a")))
        #expect(line?.after == .stated(.party("c")))
        #expect(line?.causes.map(\.reference) == ["s1#1"])
        let second = story.redline(from: story.on("2020-02-01"), to: story.on("2020-03-01"))
        #expect(second.lines.map(\.path.facet) == ["amount"])
    }

    @Test func `a term that names the successor is of the place of all before it`() throws {
        let story = try recordedStory(
            fee(), chapter("s1", "2020-02-01", Self.succession("a", by: "c")),
            chapter("s2", "2020-03-01", Self.succession("c", by: "d")),
            chapter("anew", "2020-04-01", amends("payer: d")))
        #expect(story.on("2020-03-15").fee?.field(.payer)?.formerNames == [:])
        #expect(story.on("2020-04-01").fee?.field(.payer)?.formerNames == ["d": ["c", "a"]])
    }

    @Test func `a chain of successions is followed to its end`() throws {
        let story = try recordedStory(
            fee(), chapter("s1", "2020-02-01", Self.succession("a", by: "c")),
            chapter("s2", "2020-03-01", Self.succession("c", by: "d")),
            chapter("s3", "2020-04-01", Self.succession("d", by: "e")))
        #expect(
            payer(story.on("2020-04-01")) == "e, successor of d, successor of c, successor of a")
        #expect(story.on("2020-04-01").fee?.sentence == "e pays b a fee: USD 10")
    }

    @Test func `a place that comes back is the first party's again`() throws {
        let story = try recordedStory(
            fee(), chapter("s1", "2020-02-01", Self.succession("a", by: "c")),
            chapter("s2", "2020-03-01", Self.succession("c", by: "a")))
        #expect(story.on("2020-02-01").fee?.sentence == "c pays b a fee: USD 10")
        #expect(story.on("2020-03-01").fee?.sentence == "a pays b a fee: USD 10")
    }

    @Test func `a succession whose day is imprecise leaves open who stands there`() throws {
        let story = try recordedStory(
            fee(), chapter("s1", "on: 2020-02", disclosed: "2020-02", Self.succession("a", by: "c"))
        )
        #expect(story.on("2020-02-10").fee?.sentence == "a or c pays b a fee: USD 10")
        #expect(payer(story.on("2020-02-10")) == "a, or c as its successor")
        #expect(story.on("2020-03-01").fee?.sentence == "c pays b a fee: USD 10")
    }

    @Test func `what names a party after it became one again means the party itself`() throws {
        let story = try recordedStory(
            fee(), chapter("s1", "2020-02-01", Self.succession("a", by: "c")),
            chapter(
                "back", "2020-03-01",
                """
                - party-admitted: { party: a, name: A }
                - term-added:
                    term: other
                    kind: fee
                    set: { payer: a, payee: b, amount: USD 5 }
                """))
        let moment = story.on("2020-04-01")
        #expect(moment.fee?.sentence == "c pays b a fee: USD 10")
        #expect(moment.copy.term("other")?.sentence == "a pays b a fee: USD 5")
        #expect(party("a", moment)?.successor == nil)
        #expect(party("a", story.on("2020-02-15"))?.successor == "c")
    }

    @Test func `a party that withdrew and was admitted again is a party`() throws {
        let story = try recordedStory(
            fee(), chapter("out", "2020-02-01", "- party-withdrew: { party: b }"),
            chapter("back", "2020-03-01", "- party-admitted: { party: b, name: B }"),
            chapter("out-again", "2020-05-01", "- party-withdrew: { party: b }"))
        #expect(party("b", story.on("2020-01-31"))?.hasWithdrawn == false)
        #expect(party("b", story.on("2020-02-01"))?.hasWithdrawn == true)
        #expect(party("b", story.on("2020-03-01"))?.hasWithdrawn == false)
        #expect(party("b", story.on("2020-05-01"))?.hasWithdrawn == true)
        let redline = story.redline(from: story.on("2020-02-15"), to: story.on("2020-03-15"))
        #expect(redline.lines.map(\.path.description) == ["party b.withdrawn"])
    }

    @Test(arguments: 0..<60)
    func `recording by recording the pieces know every place`(_ seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let names = ["a", "c", "d", "e"]
        var chapters = [firstChapter(fee())]
        var known = ["a"]
        for index in 0..<6 {
            let day = Day("2020-01-02").adding(days: Int.random(in: 0...90, using: &random))
            let party = known[Int.random(in: known.indices, using: &random)]
            let successor = names[Int.random(in: names.indices, using: &random)]
            let event =
                index == 3
                ? "- party-admitted: { party: \(party), name: again }\n\(amends("payer: \(party)"))"
                : party == successor
                    ? amends("payer: \(party)")
                    : Self.succession(party, by: successor)
            known.append(party == successor || index == 3 ? party : successor)
            chapters.append(chapter("r\(index)", day.description, event))
        }
        let story = Story(try DeedbookTesting.recordings(yaml: chapters))
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        for position in PieceTests.boundaries(of: story) {
            let known = kept.filter { $0.isKnown(at: position) }.map(\.piece)
            let pieces = Pieces.of(PieceTests.reading(of: story, at: position))
            #expect(Set(known) == Set(pieces), "seed \(seed) at \(position)")
            for offset in 0..<100 {
                let day = Day("2020-01-01").adding(days: offset)
                let field = story.on(day, recordedAt: position.number).fee?.field(.payer)
                let place = pieces.first { $0.subject == .places(.payer) && $0.days.contains(day) }
                let isNamed = field?.places.isEmpty == false || field?.formerNames.isEmpty == false
                #expect((place != nil) == isNamed, "seed \(seed) \(day)")
                guard case .places(let found)? = place?.answer else { continue }
                let named = (field?.places ?? []).flatMap(\.successors)
                #expect(found.flatMap(\.successors) == named, "seed \(seed) \(day)")
            }
        }
    }
}

/// One succession that several instruments recite.
struct StatedSuccessionTests {
    private static let succession = SuccessionTests.succession("a", by: "c")

    private func payer(_ story: Story, _ day: Day) -> String? {
        story.on(day).fee?.sentence
    }

    private func party(_ id: PartyID, _ moment: StoryMoment) -> ConformedParty? {
        moment.copy.parties.first { $0.id == id }
    }

    @Test func `stated for two days it took effect on one of them, and which is open`() throws {
        let story = try recordedStory(
            fee(), chapter("third", "2021-01-01", Self.succession),
            chapter("fourth", "2020-10-25", disclosed: "2021-06-01", Self.succession))
        #expect(payer(story, "2020-10-24") == "a pays b a fee: USD 10")
        #expect(payer(story, "2020-12-01") == "a or c pays b a fee: USD 10")
        #expect(payer(story, "2021-01-01") == "c pays b a fee: USD 10")
        let open = try #require(party("a", story.on("2020-12-01")))
        #expect(open.successors == [])
        #expect(open.open.map(\.effect) == [.succeeded("c")])
        #expect(open.open.map(\.state) == [.within(first: "2020-10-25", last: "2021-01-01")])
        let after = try #require(party("a", story.on("2021-01-01")))
        #expect(after.successors == ["c"])
        #expect(Set(after.causes.map(\.reference)).isSuperset(of: ["third#1", "fourth#1"]))
    }

    @Test func `stated for a month and for a day in it, it took effect on that day`() throws {
        let story = try recordedStory(
            fee(), chapter("first", "2020-10", disclosed: "2020-11-01", Self.succession),
            chapter("second", "2020-10-25", disclosed: "2021-06-01", Self.succession))
        #expect(payer(story, "2020-10-24") == "a pays b a fee: USD 10")
        #expect(payer(story, "2020-10-25") == "c pays b a fee: USD 10")
    }

    @Test func `a party that came back in between was succeeded twice`() throws {
        let story = try recordedStory(
            fee(), chapter("first", "2020-02-01", Self.succession),
            chapter("back", "2020-03-01", SuccessionTests.succession("c", by: "a")),
            chapter("again", "2020-04-01", Self.succession))
        #expect(payer(story, "2020-02-15") == "c pays b a fee: USD 10")
        #expect(payer(story, "2020-03-15") == "a pays b a fee: USD 10")
        #expect(payer(story, "2020-04-15") == "c pays b a fee: USD 10")
    }
}
