import Foundation
import Terms
import Testing

/// One option, and one variable, say for every command which day is today.
struct GivenTodayTests {
    @Test(arguments: [
        ["terms", "tern-mill"], ["instruments", "tern-mill"], ["timeline", "tern-mill"],
        ["conflicts", "tern-mill"], ["calendar", "tern-mill"], ["find", "status = in-force"],
        ["why", "tern-mill", "royalty.paper"],
    ])
    func `a day that is given is today, and the variable says the same`(
        command: [String]
    ) async throws {
        let console = try await Fixture.tern.console()
        let line = command + ["--format", "json"]
        let option = await console.run(line + ["--today", "2026-02-03"])
        let variable = await console.run(line, variables: ["DEEDBOOK_TODAY": "2026-02-03"])
        #expect(option.status == 0 && option == variable, "\(option)")
        #expect(option.output.contains("2026-02-03"), "\(option.output.prefix(400))")
        // The option stands before the variable.
        let both = await console.run(
            line + ["--today", "2026-02-03"], variables: ["DEEDBOOK_TODAY": "2031-01-01"])
        #expect(both == option)
        #expect(await console.run(line) != option)
    }

    @Test func `a day that is asked for is not changed by the one that is today`() async throws {
        let console = try await Fixture.tern.console()
        let line = ["terms", "tern-mill", "--on", "2025-03-02", "--format", "json"]
        let plain = await console.run(line)
        #expect(await console.run(line + ["--today", "2026-02-03"]) == plain)
    }

    @Test func `the name of a new recording begins with the day that is today`() async throws {
        let console = try await Fixture.tern.console()
        for line in [
            ["new", "agreement", "acme-lumen"],
            ["new", "amendment", "tern-mill", "royalty.paper"],
        ] {
            let result = await console.run(line + ["--today", "2026-02-03"])
            #expect(result.output.contains("2026-02-03-"), "\(result)")
        }
    }

    @Test func `what is recorded bears the clock's instant, so that no day may be given for it`()
        async throws
    {
        let console = Console()
        let files = Fixture.ternFolder.path
        let refused = await console.run(["record", files, "--today", "2026-02-03"])
        #expect(refused.status == 64 && refused.errors.contains("--today is for --dry-run"))
        let shown = await console.run(["record", files, "--dry-run", "--today", "2026-02-03"])
        #expect(shown.status == 0, "\(shown)")
        _ = await console.run(["record", files], variables: ["DEEDBOOK_TODAY": "2026-02-03"])
        let log = await console.run(["log", "--format", "csv"]).output
        #expect(log.contains(Console.instant.toTheSecond))
    }

    @Test func `an instant is still compared with the clock`() async throws {
        let console = try await Fixture.tern.console()
        let result = await console.run([
            "terms", "tern-mill", "--today", "2030-01-01", "--recorded-at", "2029-01-01T00:00:00Z",
        ])
        #expect(result.status != 0)
    }
}
