import Notation
import OCDS
import Testing

/// What the published cases leave open.
struct MergedReleaseTests {
    private func merged(_ releases: String...) throws -> Node {
        var merged = MergedRelease()
        for release in releases {
            try merged.append(JSONReader.read(Array(release.utf8), numbers: .decimal))
        }
        return merged.compiled
    }

    @Test func `ids of different types are different ids`() throws {
        let compiled = try merged(
            #"{"ocid": "a", "date": "1", "array": [{"id": 1, "x": "first"}]}"#,
            #"{"ocid": "a", "date": "2", "array": [{"id": "1", "x": "second"}]}"#)
        #expect(
            CanonicalJSON.text(of: compiled["array"] ?? .list([]))
                == #"[{"id":1,"x":"first"},{"id":"1","x":"second"}]"#)
    }

    @Test func `an object that becomes null is gone, and comes back`() throws {
        let first = #"{"value": {"amount": 1}}"#
        #expect(try merged(first, #"{"value": null}"#)["value"] == nil)
        let back = try merged(first, #"{"value": null}"#, #"{"value": {"amount": 2.50}}"#)
        #expect(back["value"]?["amount"]?.text == "2.5")
    }

    @Test(arguments: [
        (#"{"field": 1}"#, #"{"field": {"inner": 1}}"#),
        (#"{"field": {"inner": 1}}"#, #"{"field": [{"inner": 1}]}"#),
        (#"{"field": [{"id": 1}]}"#, #"{"field": {"id": 1}}"#),
        (#"{"field": {"inner": 1}}"#, #"{"field": 1}"#),
    ])
    func `a field that changes its type is refused with its pointer`(
        first: String, second: String
    ) throws {
        var release = MergedRelease()
        try release.append(JSONReader.read(first))
        let node = try JSONReader.read(second)
        let problem = #expect(throws: Problem.self) { try release.append(node) }
        #expect(problem?.message.hasPrefix("/field: ") == true, "\(problem?.message ?? "")")
    }
}
