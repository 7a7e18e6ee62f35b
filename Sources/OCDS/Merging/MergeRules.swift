public import Notation

/// Which fields of a release are merged otherwise than by the general rule: the metadata of a release schema.
///
/// The general rule: a later value takes the place of the former one, objects are merged member by member, and arrays of
/// objects by the `id` of their items. See [Merging](https://standard.open-contracting.org/1.1/en/schema/merging/).
public struct MergeRules: Sendable, Hashable {
    enum Rule: Sendable {
        /// The field is of its release alone (`omitWhenMerged`).
        case omitted
        /// A later array takes the place of the former one as a whole (`wholeListMerge`).
        case wholeList
    }

    /// By the members that lead to the field, without places in arrays: `contracts`, `items`.
    private let rules: [[String]: Rule]

    func rule(at path: [String]) -> Rule? { rules[path] }

    private init(omitted: [String], wholeLists: [String]) {
        var rules: [[String]: Rule] = [:]
        for path in omitted { rules[Self.members(path)] = .omitted }
        for path in wholeLists { rules[Self.members(path)] = .wholeList }
        self.rules = rules
    }

    private static func members(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }
}

// The published schemas; a test holds them against the files.
extension MergeRules {
    /// Those of `release-schema.json` of OCDS 1.1 (1.1.4).
    public static let ocds11 = MergeRules(
        omitted: ["id", "date", "tag"],
        wholeLists: [
            "parties/additionalIdentifiers", "parties/roles", "buyer/additionalIdentifiers",
            "tender/procuringEntity/additionalIdentifiers",
            "tender/items/additionalClassifications", "tender/additionalProcurementCategories",
            "tender/submissionMethod", "tender/tenderers/additionalIdentifiers",
            "tender/amendments/changes", "tender/amendment/changes",
            "awards/suppliers/additionalIdentifiers", "awards/items/additionalClassifications",
            "awards/amendments/changes", "awards/amendment/changes",
            "contracts/items/additionalClassifications",
            "contracts/implementation/transactions/payer/additionalIdentifiers",
            "contracts/implementation/transactions/payee/additionalIdentifiers",
            "contracts/relatedProcesses/relationship", "contracts/amendments/changes",
            "contracts/amendment/changes", "relatedProcesses/relationship",
        ])

    /// Those of `release-schema.json` of OCDS 1.0 (1.0.3).
    public static let ocds10 = MergeRules(
        omitted: ["ocid", "id", "date", "tag"],
        wholeLists: [
            "tender/items/additionalClassifications", "tender/submissionMethod",
            "tender/tenderers", "tender/procuringEntity/additionalIdentifiers",
            "tender/amendment/changes", "buyer/additionalIdentifiers", "awards/suppliers",
            "awards/items/additionalClassifications", "awards/amendment/changes",
            "contracts/items/additionalClassifications", "contracts/amendment/changes",
        ])
}

// What a schema says.
extension MergeRules {
    /// Reads the rules of a release schema (JSON Schema, draft 4, with references into itself).
    ///
    /// `omitWhenMerged` goes before `wholeListMerge`, and either before what is said further down; the words of OCDS 1.0
    /// (`mergeStrategy`) are read too. An array whose items are not all objects with an `id` is merged as a whole.
    public init(schema: Node) {
        var rules: [[String]: Rule] = [:]
        Self.collect(schema["properties"], of: schema, at: [], &rules)
        self.rules = rules
    }

    private static func collect(
        _ properties: Node?, of schema: Node, at path: [String], _ rules: inout [[String]: Rule]
    ) {
        guard case .object(let members)? = properties?.content else { return }
        for member in members {
            let field = resolved(member.value, in: schema)
            let path = path + [member.name]
            let types = types(of: field)
            if isTrue(field, "omitWhenMerged", or: "ocdsOmit") {
                rules[path] = .omitted
            } else if types.contains("array"), isTrue(field, "wholeListMerge", or: "ocdsVersion") {
                rules[path] = .wholeList
            } else if types.contains("object"), let properties = field["properties"] {
                collect(properties, of: schema, at: path, &rules)
            } else if types.contains("array"), let items = field["items"] {
                let items = resolved(items, in: schema)
                let ofItems = Self.types(of: items)
                if ofItems.contains(where: { $0 != "object" })
                    || items["properties"].map({ $0["id"] == nil }) ?? false
                {
                    rules[path] = .wholeList
                } else if let properties = items["properties"] {
                    collect(properties, of: schema, at: path, &rules)
                }
            }
        }
    }

    /// The definition that a reference such as `#/definitions/Value` names; what is no reference is itself.
    private static func resolved(_ field: Node, in schema: Node) -> Node {
        guard let reference = field["$ref"]?.text else { return field }
        let path = reference.split(separator: "/").dropFirst()
        let found = path.reduce(Optional(schema)) { $0?[String($1)] }
        return found ?? field
    }

    private static func types(of field: Node) -> [String] {
        guard let type = field["type"] else { return [] }
        guard case .list(let types) = type.content else { return [type.text].compactMap(\.self) }
        return types.compactMap(\.text)
    }

    private static func isTrue(_ field: Node, _ word: String, or strategy: String) -> Bool {
        field[word]?.content == .boolean(true) || field["mergeStrategy"]?.text == strategy
    }
}
