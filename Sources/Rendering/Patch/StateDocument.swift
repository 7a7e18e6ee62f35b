public import Ledger
public import Notation
import Terms

/// Everything that a redline compares, as one JSON document: what a JSON Patch is made between.
public enum StateDocument {
    /// `{"terms": {id: {facet: value}}, "conditions": …}`, every group present, ids and facets sorted.
    ///
    /// A facet's value is its state in JSON, as in the other answers.
    public static func node(of copy: ConformedCopy) -> Node {
        var groups: [String: [String: [(String, Node)]]] = [:]
        for (path, facet) in copy.facets.sorted(by: { $0.key < $1.key }) {
            let (group, id) = path.subject.address
            groups[group, default: [:]][id, default: []].append(
                (path.facet, ValueJSON.node(of: facet.value)))
        }
        return .object(
            names.map { name in
                let subjects = (groups[name] ?? [:]).sorted { $0.key < $1.key }
                return (name, .object(subjects.map { ($0.key, .object($0.value)) }))
            })
    }

    private static let names = ["terms", "conditions", "disputes", "parties", "expectations"]

    /// The document as JSON, schema `deedbook/document/1`: what `RedlinePatch` of the same point applies to, and makes.
    public static func render(_ copy: ConformedCopy) -> String {
        guard case .object(let members) = node(of: copy).content else { return "" }
        return JSONDocument.text("document", members.map { ($0.name, $0.value) })
    }

    /// The schema `deedbook/document/1`.
    public static let schema = AnswerSchema(
        "document", "everything that a redline compares, by subject and facet",
        command: "deedbook terms AGREEMENT --format json-document",
        names.map { name in
            let facets = Schema.dictionary(names: .string, values: ValueJSON.schema)
            return (name, Schema.dictionary(names: .string, values: facets))
        })
}
