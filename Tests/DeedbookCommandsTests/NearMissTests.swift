import Testing

/// Where nothing is found or meant, what may have been meant is named.
struct NearMissTests {
    @Test(arguments: [
        ("payer = tren", "unknown party 'tren'; did you mean tern?"),
        (
            "party in (tren, mill) and kind = non-compete",
            "unknown party 'tren'; did you mean tern?"
        ),
        ("agreement = tern-mil", "unknown agreement 'tern-mil'; did you mean tern-mill?"),
        ("term = royalty.papr", "unknown term 'royalty.papr'; did you mean royalty.paper?"),
        ("payer = whale", "unknown party 'whale'; an agreement's parties stand in"),
    ])
    func `an id of a condition that nothing has is named, with the nearest that something has`(
        condition: String, words: String
    ) async throws {
        let console = try await Fixture.tern.console()
        let plain = ["find", condition, "--on", "2025-04-03"]
        for line in [plain, plain + ["--format", "json"], plain + ["--format", "csv"]] {
            let result = await console.run(line)
            #expect(result.status == 0)
            #expect(result.errors.hasPrefix("note: \(words)"), "\(result)")
            #expect(!result.output.contains("did you mean"))
        }
    }

    @Test(arguments: [
        "payer = tern and kind = non-compete", "kind = non-compete", "payer != tren",
        "term = audit.books and kind = fee", "audit",
    ])
    func `no note stands where ids are on record, or something is found`(
        condition: String
    ) async throws {
        let result = try await Fixture.tern.console().run([
            "find", condition, "--on", "2025-04-03",
        ])
        #expect(result.status == 0 && result.errors == "", "\(result)")
    }

    @Test func `a field that the kind has is not suggested in its own place`() async throws {
        let result = try await Fixture.tern.console().run([
            "why", "tern-mill", "royalty.paper.minimum",
        ])
        #expect(result.errors.contains("never had a field 'minimum'"))
        #expect(!result.errors.contains("did you mean minimum"), "\(result.errors)")
    }

    @Test(arguments: ["tern-mill", "TERN", "Tern & <Mill>", "zzz"])
    func `a list may begin after an agreement by its name, or after a place in the order`(
        name: String
    ) async throws {
        let console = try await Fixture.tern.console()
        let result = await console.run(["agreements", "--after", name, "--format", "csv"])
        #expect(result.status == 0 && result.errors == "", "\(result)")
        #expect(result.output.split(separator: "\r\n").count == 1, "\(result.output)")
    }
}
