import Foundation
import Testing

/// `check` shows what is wrong with the format, with what is named and with what the parties agreed, all at once.
struct CheckLayersTests {
    private static func file(_ key: String, _ agreement: String, _ events: String) -> String {
        """
        recording: \(key)
        agreement: \(agreement)
        instrument: { kind: amendment, title: \(key), effective: { on: 2021-01-01 } }
        disclosed: 2021-01-01
        sources:
          - { id: s, grade: executed-text, publisher: p }
        events:
        \(events)

        """
    }

    private static func opening(_ agreement: String) -> String {
        """
          - agreement-recorded: { title: \(agreement), zone: UTC }
          - party-admitted: { party: a, name: A }
          - party-admitted: { party: b, name: B }
          - term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 10 } }
        """
    }

    private func check(_ files: [(String, String)]) async throws -> Console.Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try text.write(
                to: folder.appendingPathComponent("\(name).yaml"), atomically: true, encoding: .utf8
            )
        }
        return await Console().run(["check", folder.path, "--full"])
    }

    private func errors(_ result: Console.Result) -> Int {
        result.errors.split(separator: "\n").count { $0.contains("error: ") }
    }

    @Test func `problems of four sorts in four files are shown in one run`() async throws {
        let result = try await check([
            ("syntax", "recording: syntax\nagreement: [\n"),
            (
                "format",
                Self.file(
                    "format", "one",
                    Self.opening("one") + "\n  - term-removed: { trem: fee }")
            ),
            (
                "names",
                Self.file(
                    "names", "two",
                    Self.opening("two") + "\n  - term-removed: { term: fees }")
            ),
            (
                "rules",
                Self.file(
                    "rules", "three",
                    Self.opening("three")
                        + "\n  - term-amended: { term: fee, was: { amount: USD 11 }, "
                        + "set: { amount: USD 12 } }")
            ),
        ])
        #expect(result.status == 65)
        for words in [
            "syntax.yaml:", "format.yaml:12:21: error: unknown member 'trem'",
            "names.yaml:12:5: error: unknown term 'fees'", "but it was USD 10",
        ] {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
    }

    @Test func `all of them in one file are shown, each with its line`() async throws {
        let result = try await check([
            (
                "all",
                Self.file(
                    "all", "one",
                    Self.opening("one") + """

                          - term-removed: { trem: fee }
                          - term-removed: { term: fees }
                          - term-amended: { term: fee, was: { amount: USD 11 }, set: { amount: USD 12 } }
                          - term-amended: { term: fee, set: { price: USD 12 } }
                        """)
            )
        ])
        for words in [
            "all.yaml:12:21: error: unknown member 'trem'",
            "all.yaml:13:5: error: unknown term 'fees'",
            "all.yaml:14:", "but it was USD 10",
            "all.yaml:15:39: error: unknown field 'price' of a fee",
        ] {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
    }

    @Test func `a term that a formula names may come in another file, and must come in one`()
        async throws
    {
        let uses = Self.file(
            "1-uses", "one",
            Self.opening("one")
                + "\n  - term-added: { term: r, kind: royalty, set: { payer: a, payee: b, "
                + "formula: 'base/amount' } }")
        let adds = Self.file(
            "2-adds", "one",
            "  - term-added: { term: base, kind: fee, set: { payer: a, payee: b, amount: USD 1 } }")
        let both = try await check([("1-uses", uses), ("2-adds", adds)])
        #expect(both.status == 0, "\(both.errors)")
        let alone = try await check([("1-uses", uses)])
        #expect(alone.status == 65)
        #expect(
            alone.errors.contains("1-uses.yaml:12:70: error: unknown term 'base' in the formula"),
            "\(alone.errors)")
    }

    @Test func `what may mean two things hides nothing else of its term`() async throws {
        let term =
            "  - term-added: { term: t, kind: fee, set: { payer: a, payee: z, amount: $5, colour: red } }"
        let result = try await check([
            ("one", Self.file("one", "one", Self.opening("one") + "\n" + term))
        ])
        #expect(result.status == 65)
        for words in ["'$5' may be", "unknown field 'colour' of a fee", "unknown party 'z'"] {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
        #expect(errors(result) == 3, "\(result.errors)")
    }

    @Test func `a calendar that is not defined is a note, and no error`() async throws {
        let result = try await check([
            (
                "one",
                Self.file(
                    "one", "one",
                    Self.opening("one")
                        + "\n  - term-amended: { term: fee, set: { ends: { after: { of: { on: 2022-01-01 }, "
                        + "business-days: 2, calendar: olso } } } }")
            )
        ])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("1 recording, no problems"))
        #expect(
            result.output.contains("note: the calendar 'olso' is neither shipped nor defined"),
            "\(result.output)")
    }

    @Test func `what may be defined in a part that cannot be read is not called unknown`()
        async throws
    {
        let opening = Self.opening("one").replacingOccurrences(of: "payee: b,", with: "payee: [,")
        let unreadable = try await check([
            ("1-opening", Self.file("1-opening", "one", opening)),
            ("2-end", Self.file("2-end", "one", "  - term-removed: { term: fee }")),
        ])
        #expect(errors(unreadable) == 1, "\(unreadable.errors)")
        let event = try await check([
            (
                "1-opening",
                Self.file(
                    "1-opening", "one",
                    Self.opening("one").replacingOccurrences(of: "kind: fee", with: "kind: fees"))
            ),
            ("2-end", Self.file("2-end", "one", "  - term-removed: { term: fee }")),
        ])
        #expect(errors(event) == 1, "\(event.errors)")
    }

    /// Events with one problem each, and what is said of them.
    private static let wrongEvents = """
          - agreement-recorded: { title: one, zone: Europe/Berln }
          - party-admitted: { party: a, name: A }
          - party-admitted: { party: b, name: B }
          - term-added: { term: t1, kind: fee, set: { payer: a, payee: b, per: some time, colour: red } }
          - term-added: { term: t2, kind: fee, set: { payer: a, amount: USD 100 } }
          - term-added: { term: t3, kind: fee, set: { payer: a, payee: zz } }
          - term-amended: { term: tx, set: { amount: USD 5 } }
          - term-amended: { term: t1, cites: [none], set: { amount: USD 5 } }
          - term-amended: { term: t2, was: { amount: USD 99 }, set: { amount: USD 5 } }
        """

    private static let wrongWords = [
        "'Europe/Berln' is no time zone", "'some time' is not", "unknown field 'colour'",
        "'payee' is missing", "unknown party 'zz'", "unknown term 'tx'", "'none' is cited",
    ]

    @Test(
        arguments: [
            ("kind: amendment", "kind: amendmant"), ("title: all,", ""),
            ("title: all", "title: &x all"),
            ("effective: { on", "effective: { onn"),
            ("disclosed: 2021-01-01", "disclosed: 2021-13-01"),
            ("disclosed: 2021-01-01\n", ""), ("recording: all", "recording: ALL"),
            ("grade: executed-text, publisher", "grade: executed, publisher"),
            ("instrument: {", "instrumant: {"), ("title: all", "title: all, number: 1,000"),
        ])
    func `a member of the head that cannot be read hides nothing of the events`(
        right: String, wrong: String
    ) async throws {
        let file = Self.file("all", "one", Self.wrongEvents)
        #expect(file.contains(right))
        let result = try await check([("all", file.replacingOccurrences(of: right, with: wrong))])
        // Sources that are not all read may hold the one that is cited.
        for words in Self.wrongWords.dropLast(wrong.contains("grade") ? 1 : 0) {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
        let isPlaced = !["effective", "disclosed", "instrumant", "number"].contains {
            wrong.contains($0) || (wrong.isEmpty && right.contains($0))
        }
        #expect(result.errors.contains("but it was USD 100") == isPlaced, "\(result.errors)")
        #expect(!result.errors.contains("note: "))
    }

    @Test func `a value that YAML has but the format has not hides nothing else`() async throws {
        let events = Self.wrongEvents.replacingOccurrences(of: "USD 100", with: "USD 100, or so")
        let result = try await check([
            ("all", Self.file("all", "one", events)),
            ("later", Self.file("later", "one", "  - term-removed: { term: t2 }")),
        ])
        #expect(result.errors.contains("'USD 100, or so' is cut at its comma"))
        for words in Self.wrongWords {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
        #expect(errors(result) == 9, "\(result.errors)")
    }

    @Test
    func `what rests on an earlier file that cannot be read is left out, and that is said once`()
        async throws
    {
        let later = """
              - term-amended: { term: fees, set: { amount: USD 5 } }
              - party-renamed: { party: qq, name: X }
              - notice-given: { term: fee, by: qq, cites: [none] }
              - effective-date-moved: { event: 1-opening#9, to: { on: 2020-01-01 } }
            """
        let result = try await check([
            ("1-opening", Self.file("1-opening", "one", Self.opening("one") + "\n\t- x")),
            ("2-later", Self.file("2-later", "one", later)),
            ("3-other", Self.file("3-other", "two", later)),
        ])
        let lines = result.errors.split(separator: "\n").map(String.init)
        let ofLater = lines.filter { $0.contains("2-later.yaml:") }
        #expect(ofLater.count == 1 && ofLater[0].contains("'none' is cited"), "\(result.errors)")
        let notes = lines.filter { $0.contains("note: ") }
        #expect(
            notes.count == 1
                && notes[0].contains("1-opening.yaml: note: 1 later recording could not be checked")
                && notes[0].hasSuffix(": 2-later"), "\(result.errors)")
        #expect(lines.contains { $0.contains("3-other.yaml:") && $0.contains("unknown agreement") })
    }

    @Test func `what comes before a file that cannot be read is checked as ever`() async throws {
        let result = try await check([
            (
                "2020-01-01-opening",
                Self.file(
                    "2020-01-01-opening", "one",
                    Self.opening("one") + "\n  - term-removed: { term: fees }")
            ),
            ("2022-01-01-end", "recording: 2022-01-01-end\nagreement: one\n\tx"),
        ])
        #expect(result.errors.contains("unknown term 'fees'"), "\(result.errors)")
        #expect(!result.errors.contains("note: "))
    }

    @Test func `a party no one is known beside is not looked for in an empty list`() async throws {
        let opening = "  - agreement-recorded: { title: one, zone: UTC }\n"
        let result = try await check([
            ("all", Self.file("all", "one", opening + "  - party-renamed: { party: a, name: X }"))
        ])
        #expect(result.errors.contains("hint: admit it first with party-admitted"))
    }

    @Test func `a term with a wrong field is there for what comes after it`() async throws {
        let result = try await check([
            (
                "1-opening",
                Self.file(
                    "1-opening", "one",
                    Self.opening("one").replacingOccurrences(of: "USD 10", with: "ten dollars"))
            ),
            ("2-end", Self.file("2-end", "one", "  - term-removed: { term: fee }")),
        ])
        #expect(errors(result) == 1, "\(result.errors)")
    }

    @Test func `a line that is no YAML hides nothing of the others`() async throws {
        let events = Self.wrongEvents.replacingOccurrences(
            of: "  - party-admitted: { party: b, name: B }",
            with: """
                  - party-admitted: { party: b, name: B }
                  - term-added:
                      term: t9
                      kind: fee
                      set:
                        payer: a
                        payee: b
                        text: as agreed: yes
                """)
        let result = try await check([("all", Self.file("all", "one", events))])
        #expect(
            result.errors.contains("all.yaml:17:24: error: a ':' where no member can begin"),
            "\(result.errors)")
        for words in Self.wrongWords {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
    }

    @Test func `problems of all layers come by file and line`() async throws {
        let result = try await check([
            ("b", Self.file("b", "two", Self.opening("two") + "\n  - term-removed: { trem: fee }")),
            (
                "a",
                Self.file(
                    "a", "one",
                    Self.opening("one") + """

                          - term-removed: { term: fees }
                          - term-removed: { trem: fee }
                        """)
            ),
        ])
        let places = result.errors.split(separator: "\n").compactMap { line in
            line.range(of: ".yaml:").map {
                line[..<$0.upperBound].suffix(7) + line[$0.upperBound...].prefix(2)
            }
        }
        #expect(
            places == ["a.yaml:12", "a.yaml:13", "a.yaml:13", "b.yaml:12", "b.yaml:12"],
            "\(result.errors)")
    }

    @Test func `a slip is shown with what was meant, and a field with an example`() async throws {
        let result = try await check([
            (
                "all",
                Self.file(
                    "all", "one",
                    Self.opening("one") + """

                          - term-removed: { trem: fee }
                          - term-amended: { term: fee, set: { amonut: USD 5, per: some time } }
                        """)
            )
        ])
        for words in [
            "did you mean term?", "did you mean amount?", "for example: per: P1Y",
        ] {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
    }
}
