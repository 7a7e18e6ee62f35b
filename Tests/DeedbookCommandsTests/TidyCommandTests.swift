import Foundation
import Testing

/// `tidy` writes files in place, and `record` takes a loose file and its tidy one for the same.
struct TidyCommandTests {
    private static let loose = InventedBook.opening(
        "term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 1,000, per: 1 year } }"
    )

    @Test func `values are changed in place, each shown with its line`() async throws {
        try await InventedBook.withFiles(["a.yaml": Self.loose]) { folder in
            let console = Console()
            let result = await console.run(["tidy", folder])
            #expect(result.status == 0, "\(result.errors)")
            let lines = result.output.split(separator: "\n")
            #expect(lines.count == 3, "\(result.output)")
            #expect(lines[0].contains("a.yaml:") && lines[0].hasSuffix(": USD 1,000 -> USD 1000"))
            #expect(lines[1].hasSuffix(": 1 year -> P1Y"))
            #expect(lines[2] == "1 of 1 file changed")
            let written = try #require(console.files["\(folder)/a.yaml"]?.text)
            #expect(
                written
                    == Self.loose.replacing("USD 1,000", with: "USD 1000")
                    .replacing("1 year", with: "P1Y"))
        }
    }

    @Test func `with --check nothing is written, and the status says whether something is to be`()
        async throws
    {
        try await InventedBook.withFiles(["a.yaml": Self.loose]) { folder in
            let console = Console()
            let result = await console.run(["tidy", "--check", folder])
            #expect(result.status == 1)
            #expect(result.output.hasSuffix("1 of 1 file would be changed\n"))
            #expect(console.files.names.isEmpty)
        }
        let tidy = Self.loose.replacing("USD 1,000", with: "USD 1000").replacing(
            "1 year", with: "P1Y")
        try await InventedBook.withFiles(["a.yaml": tidy]) { folder in
            let result = await Console().run(["tidy", "--check", folder])
            #expect(result.status == 0)
            #expect(result.output == "nothing to change in 1 file\n")
        }
    }

    @Test func `what may mean several things ends it with an error, after the rest is done`()
        async throws
    {
        let doubtful = Self.loose.replacing("disclosed: 2024-01-01", with: "disclosed: 03/04/2024")
        #expect(doubtful != Self.loose)
        try await InventedBook.withFiles(["a.yaml": doubtful]) { folder in
            let console = Console()
            let result = await console.run(["tidy", folder])
            #expect(result.status == 65)
            #expect(result.errors.contains("'03/04/2024' may be 3 April 2024 or 4 March 2024"))
            #expect(result.errors.contains("write 2024-04-03 or 2024-03-04"))
            #expect(console.files["\(folder)/a.yaml"]?.text.contains("USD 1000") == true)
        }
    }

    @Test func `the same content in canonical form is the same recording`() async throws {
        let console = Console()
        try await InventedBook.withFiles(["a.yaml": Self.loose]) { folder in
            let result = await console.run(["record", folder])
            #expect(result.status == 0, "\(result.errors)")
            let checked = await console.run(["check", folder])
            #expect(checked.output.contains("deedbook tidy"), "\(checked.output)")
        }
        let tidy = Self.loose.replacing("USD 1,000", with: "USD 1000").replacing(
            "1 year", with: "P1Y")
        try await InventedBook.withFiles(["a.yaml": tidy]) { folder in
            let result = await console.run(["record", folder])
            #expect(result.output.contains("nothing changed"), "\(result.output)\(result.errors)")
        }
    }
}
