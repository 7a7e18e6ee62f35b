import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Groups of parties: who is in one on a day, in which role, and that a field may name it.
struct GroupTests {
    private static let lenders = """
        - party-admitted: { party: c, name: C }
        - group-formed: { group: lenders, name: The Lenders, members: [{ party: b, role: agent }, { party: c }] }
        - term-added: { term: fee, kind: fee, set: { payer: a, payee: lenders, amount: USD 10 } }
        """

    private func lenders(_ moment: StoryMoment) -> [String]? {
        moment.copy.parties.first { $0.id == "lenders" }?.members?.filter {
            $0.standing != .left
        }.map { member in
            (member.standing == .perhaps ? "perhaps " : "") + member.party.text
                + (member.role.map { " (\($0))" } ?? "")
        }
    }

    @Test func `who is in a group is answered for each day, with the role`() throws {
        let story = try recordedStory(
            Self.lenders,
            chapter("sale", "2021-03-01", "- member-left: { group: lenders, party: c }"),
            chapter(
                "entry", "2022-01-01",
                """
                - party-admitted: { party: d, name: D }
                - member-joined: { group: lenders, party: d }
                - member-joined: { group: lenders, party: b, role: former agent }
                """))
        #expect(lenders(story.on("2019-12-31")) == nil)
        #expect(lenders(story.on("2020-01-01")) == ["b (agent)", "c"])
        #expect(lenders(story.on("2021-02-28")) == ["b (agent)", "c"])
        #expect(lenders(story.on("2021-03-01")) == ["b (agent)"])
        #expect(lenders(story.on("2022-01-01")) == ["b (former agent)", "d"])
    }

    @Test func `a field that names a group names its members beside it`() throws {
        let story = try recordedStory(
            Self.lenders,
            chapter("sale", "2021-03-01", "- member-left: { group: lenders, party: c }"))
        let before = try #require(story.on("2021-02-28").fee)
        #expect(before.sentence == "a pays lenders a fee: USD 10")
        #expect(before.field(.payee)?.displayText == "lenders (b, c)")
        #expect(story.on("2021-03-01").fee?.field(.payee)?.displayText == "lenders (b)")
        #expect(story.on("2021-03-01").fee?.field(.payee)?.agreed == .stated(.party("lenders")))
    }

    @Test func `a leaving in a month that has no day is open in that month`() throws {
        let story = try recordedStory(
            Self.lenders,
            chapter("sale", "2021-03", "- member-left: { group: lenders, party: c }"))
        #expect(lenders(story.on("2021-02-28")) == ["b (agent)", "c"])
        #expect(lenders(story.on("2021-03-15")) == ["b (agent)", "perhaps c"])
        #expect(lenders(story.on("2021-04-01")) == ["b (agent)"])
    }

    @Test func `a joining that waits for a condition stands beside the members`() throws {
        let story = try recordedStory(
            Self.lenders,
            chapter(
                "entry", "2021-01-01",
                """
                - party-admitted: { party: d, name: D }
                - condition-defined: { condition: closing, text: The closing }
                - member-joined: { group: lenders, party: d, effective: { upon: closing } }
                """),
            chapter("closed", "2022-01-01", "- condition-satisfied: { condition: closing }"))
        let group = story.on("2021-06-01").copy.parties.first { $0.id == "lenders" }
        #expect(lenders(story.on("2021-06-01")) == ["b (agent)", "c"])
        #expect(group?.open.map(\.effect) == [.joined("d")])
        #expect(lenders(story.on("2022-01-01")) == ["b (agent)", "c", "d"])
    }

    @Test func `a group of which not every member is known has those at least`() throws {
        let story = try recordedStory(
            Self.lenders.replacing(
                "members: [{ party: b, role: agent }, { party: c }]",
                with: "members: [{ party: b, role: agent }], members-complete: no"),
            chapter(
                "list", "2021-03-01",
                "- group-formed: { group: lenders, name: L, members: [{ party: c }], members-complete: yes }"
            ))
        let (before, after) = (story.on("2021-02-28"), story.on("2021-03-01"))
        #expect(before.copy.parties.first { $0.id == "lenders" }?.mayHaveOthers == true)
        #expect(before.fee?.field(.payee)?.displayText == "lenders (at least b)")
        #expect(after.copy.parties.first { $0.id == "lenders" }?.mayHaveOthers == false)
        #expect(after.fee?.field(.payee)?.displayText == "lenders (b, c)")
        let redline = story.redline(from: before, to: after)
        #expect(redline.lines.contains { $0.path.description == "party lenders.members" })
    }

    @Test func `the redline says who joined and who left`() throws {
        let story = try recordedStory(
            Self.lenders,
            chapter("sale", "2021-03-01", "- member-left: { group: lenders, party: c }"))
        let redline = story.redline(from: story.on("2021-02-28"), to: story.on("2021-03-01"))
        #expect(redline.lines.map(\.path.description) == ["party lenders.member c"])
        #expect(redline.lines.first?.before == .stated(.text("member")))
        #expect(redline.lines.first?.after == .stated(.text("left")))
    }

    @Test(arguments: [
        ("member-joined: { group: lenders, party: z }", "unknown party 'z'"),
        ("member-joined: { group: syndicate, party: c }", "unknown party 'syndicate'"),
        ("member-joined: { group: a, party: c }", "'a' is a party, not a group"),
        ("group-formed: { group: a, name: A }", "'a' is a party, not a group"),
        (
            "member-joined: { group: lenders, party: lenders }",
            "'lenders' is a group, and no member of one"
        ),
    ])
    func `a group is of parties, and is no party's own name`(
        _ event: String, _ message: String
    ) throws {
        let story = try given(yaml: [firstChapter(Self.lenders)])
        let next = try recordings(yaml: [chapter("next", "2021-01-01", "- \(event)")])
        let events = next.flatMap { recording in
            recording.events(
                from: Position(story.head.number + 1),
                under: RecordingHeader(
                    of: recording, recorder: "test", recordedAt: Instant(microseconds: 9)))
        }
        let violations = Validation.violations(
            of: "story", history: story.events + events, from: 0)
        #expect(violations.map(\.message) == [message])
    }
}
