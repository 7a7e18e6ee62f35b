/// What the style sheets of a page say of its classes, as far as a single class decides it: `.c3` and `span.c3`.
///
/// Programs that write pages strike text out by such classes. Rules of other selectors, and those inside of others (for a
/// printer), are not read.
struct HTMLStyles {
    private var rules: [String: [String: String]] = [:]

    mutating func read(_ sheet: String) {
        var depth = 0
        let rules = Self.withoutComments(sheet).split(
            separator: "}", omittingEmptySubsequences: false)
        for rule in rules {
            let parts = rule.split(separator: "{", omittingEmptySubsequences: false)
            let isOutermost = depth == 0 && parts.count == 2
            depth = max(0, depth + parts.count - 2)
            guard isOutermost else { continue }
            let declarations = HTMLTag.declarations(String(parts[1]))
            for selector in parts[0].split(separator: ",") {
                let name = selector.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                guard name.count(where: { $0 == "." }) == 1, name.allSatisfy(Self.isOfName) else {
                    continue
                }
                self.rules[name, default: [:]].merge(declarations) { $1 }
            }
        }
    }

    func declarations(of element: String, classes: String) -> [String: String] {
        guard !rules.isEmpty else { return [:] }
        var found: [String: String] = [:]
        for name in classes.split(whereSeparator: \.isWhitespace) {
            for key in [".\(name)", "\(element).\(name)"] {
                if let own = rules[key] { found.merge(own) { $1 } }
            }
        }
        return found
    }

    private static func isOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || ".-_".contains(character)
    }

    private static func withoutComments(_ sheet: String) -> String {
        sheet.replacing("<!--", with: " ").replacing("-->", with: " ")
            .split(separator: "/*", omittingEmptySubsequences: false).enumerated()
            .map { place, part in
                guard place > 0 else { return String(part) }
                let rest = part.split(
                    separator: "*/", maxSplits: 1, omittingEmptySubsequences: false)
                return rest.count > 1 ? String(rest[1]) : ""
            }.joined()
    }
}
