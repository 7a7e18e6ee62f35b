import Notation
import Testing

@Suite struct SchemaTests {
    @Test func `an object schema names its members, what is required, and allows no others`() {
        let schema = Schema.object([("a", .string), ("b", .boolean)], required: ["a"])
        #expect(
            CanonicalJSON.text(of: schema.node) == """
                {"additionalProperties":false,"properties":{"a":{"type":"string"},\
                "b":{"type":"boolean"}},"required":["a"],"type":"object"}
                """)
        #expect(schema.memberNames == ["a", "b"])
    }

    @Test func `definitions are carried up to the document`() {
        let leaf = Schema.reference("leaf", to: .string)
        let tree = Schema.reference(
            "tree",
            to: .any(of: [
                leaf, .array(of: .reference("tree")), .dictionary(names: leaf, values: leaf),
                .oneMember([("x", leaf)]),
            ]))
        let document = Schema.object([("root", tree)], required: []).document(
            id: "urn:x", title: "X")
        guard case .object(let definitions)? = document["$defs"]?.content else {
            Issue.record("no $defs")
            return
        }
        #expect(definitions.map(\.name) == ["leaf", "tree"])
        #expect(document["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
        #expect(document["$id"]?.text == "urn:x")
        #expect(document["title"]?.text == "X")
    }

    @Test func `two object schemas are merged into one`() {
        let merged = Schema.object([("a", .string)], required: ["a"])
            .merging(.object([("b", .reference("leaf", to: .string))], required: ["b"]))
        #expect(merged.memberNames == ["a", "b"])
        #expect(merged.node["required"] == .list([.string("a"), .string("b")]))
        #expect(merged.definitions.keys.sorted() == ["leaf"])
    }

    @Test func `one member means exactly one`() {
        let schema = Schema.oneMember([("a", .string), ("b", .string)])
        #expect(schema.node["minProperties"] == .integer(1))
        #expect(schema.node["maxProperties"] == .integer(1))
    }

    @Test func `a record asks for its members and lets others be`() {
        let schema = Schema.record(
            [("a", .reference("leaf", to: .constant("x")).nullable)],
            optional: [("b", .string.described("A text."))])
        #expect(
            CanonicalJSON.text(of: schema.node) == """
                {"properties":{"a":{"anyOf":[{"$ref":"#/$defs/leaf"},{"type":"null"}]},\
                "b":{"description":"A text.","type":"string"}},"required":["a"],"type":"object"}
                """)
        #expect(schema.definitions["leaf"] == .object([("const", .string("x"))]))
    }
}
