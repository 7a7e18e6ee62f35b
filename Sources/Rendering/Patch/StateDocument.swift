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
}
