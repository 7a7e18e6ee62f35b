import Terms

/// The fields that some kind of term has, with their types.
enum FieldCatalogue {
    /// The types a field of that name has, in the order of kinds; empty where no kind has it.
    static func types(of name: FieldName) -> [FieldType] { types[name] ?? [] }

    /// What stands before a comparison and is no field.
    static let subjects = ["agreement", "term", "kind", "status", "party", "grade", "any"]

    /// Every word a test may begin with.
    static let names: [String] =
        (subjects + types.keys.map(\.rawValue).filter { !subjects.contains($0) }).sorted()

    private static let types: [FieldName: [FieldType]] = TermKind.allCases
        .flatMap(\.definition.fields)
        .reduce(into: [:]) { types, schema in
            if !(types[schema.name] ?? []).contains(schema.type) {
                types[schema.name, default: []].append(schema.type)
            }
        }
}
