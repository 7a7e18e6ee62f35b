import Terms

/// The page on the kinds of term, `Events/Kinds.md`: an index, and the fields of each kind, made of their definitions.
public enum KindsPage {
    public static let name = "Kinds.md"

    /// The page as Markdown.
    public static var text: String {
        var lines = [
            "# Kinds of term",
            "",
            "This page is made of the definitions of the kinds. How a value of each type is written, and what may stand "
                + "instead of one, is in [the recording format](README.md#dates-bounds-values); `deedbook new agreement "
                + "ID --kind KIND` writes a term of a kind to be filled in.",
            "",
            "| Kind | What such a term says |", "| --- | --- |",
        ]
        for kind in TermKind.allCases {
            lines.append("| [\(kind.rawValue)](#\(kind.rawValue)) | \(kind.definition.summary) |")
        }
        lines += ["", "## Fields of every kind", ""] + table(of: shared)
        for kind in TermKind.allCases { lines += section(on: kind.definition) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The fields that every kind takes, as those take them that require none of them.
    private static let shared: [FieldSchema] = {
        let others = TermKind.allCases.dropFirst().map(\.definition)
        return (TermKind.allCases.first?.definition.fields ?? []).filter { field in
            others.allSatisfy { $0.field(field.name) != nil }
        }
    }()

    private static func section(on definition: TermKindDefinition) -> [String] {
        let own = definition.fields.filter { !shared.contains($0) }
        let choices = definition.alternatives.map { names in
            "At most one of: \(names.map { "`\($0)`" }.joined(separator: ", "))."
        }
        return ["", "## \(definition.kind.rawValue)", "", sentence(definition.summary), ""]
            + table(of: own) + (choices.isEmpty ? [] : [""] + choices)
    }

    private static func table(of fields: [FieldSchema]) -> [String] {
        ["| Field | What it says | Type | For example |", "| --- | --- | --- | --- |"]
            + fields.map { field in
                let name = field.isRequired ? "**\(field.name)**, required" : "\(field.name)"
                return "| \(name) | \(field.summary) | \(field.type.displayText) | "
                    + "`\(field.exampleValue)` |"
            }
    }

    private static func sentence(_ summary: String) -> String {
        summary.prefix(1).uppercased() + summary.dropFirst() + "."
    }
}
