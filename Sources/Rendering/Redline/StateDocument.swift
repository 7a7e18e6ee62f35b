public import Ledger
public import Notation
import Terms

/// Everything that a redline compares, as one JSON document: what a JSON Patch is made between.
public enum StateDocument {
    /// `{"terms": {id: {facet: value}}, "conditions": …}`, every group present, ids and facets sorted.
    ///
    /// A facet's value is its state in JSON, as in the other answers.
    public static func node(of copy: ConformedCopy) -> Node { .object(members(groups(of: copy))) }

    /// The document as JSON, schema `deedbook/document/1`: what `RedlinePatch` of the same point applies to, and makes.
    public static func render(_ copy: ConformedCopy) -> String {
        answer.text(of: groups(of: copy))
    }

    static let answer = JSONAnswer<Groups>(
        "document", "everything that a redline compares, by subject and facet",
        command: "deedbook terms AGREEMENT --format json-document", members)

    /// What is said of each subject, by id; of each group.
    typealias Groups = [String: [String: [(name: String, value: ValueState)]]]

    private static let members = Members.all(
        ["terms", "conditions", "disputes", "parties", "expectations"].map { group in
            Members<Groups>.member(group, ValueJSON.shape.dictionary.dictionary) {
                ($0[group] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            }
        })

    private static func groups(of copy: ConformedCopy) -> Groups {
        var groups: Groups = [:]
        for (path, facet) in copy.facets.sorted(by: { $0.key < $1.key }) {
            let (group, id) = path.subject.address
            groups[group, default: [:]][id, default: []].append((path.facet, facet.value))
        }
        return groups
    }
}
