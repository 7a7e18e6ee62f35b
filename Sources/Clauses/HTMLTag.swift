/// A tag of an HTML page: its name and what it says of how its element looks.
struct HTMLTag {
    /// In lower case.
    let name: String
    let isEnd: Bool
    private let attributes: [String: String]
    private let style: [String: String]

    /// - Parameter text: what stands between `<` and `>`.
    init(_ text: String, _ styles: HTMLStyles) {
        isEnd = text.hasPrefix("/")
        let words = text.drop { $0 == "/" }
        name = words.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
        attributes = isEnd ? [:] : Self.attributes(words.dropFirst(name.count))
        let ofClasses = attributes["class"].map { [name] in
            styles.declarations(of: name, classes: $0)
        }
        style = (ofClasses ?? [:])
            .merging(attributes["style"].map(Self.declarations) ?? [:]) { $1 }
    }

    func number(_ attribute: String) -> Int? { attributes[attribute].flatMap { Int($0) } }

    func value(_ attribute: String) -> String? { attributes[attribute] }

    /// Whether what stands in it is not shown.
    private var isHidden: Bool {
        attributes["hidden"] != nil || has("none", in: "display")
            || has("hidden", in: "visibility") || has("collapse", in: "visibility")
    }

    private var isStruck: Bool {
        ["del", "s", "strike"].contains(name)
            || has("line-through", in: "text-decoration")
            || has("line-through", in: "text-decoration-line")
    }

    var omission: HTMLOmission? { isHidden ? .hidden : isStruck ? .struck : nil }

    var script: HTMLScript? {
        if name == "sup" || has("super", in: "vertical-align") || isRaised { return .raised }
        return name == "sub" || has("sub", in: "vertical-align") ? .lowered : nil
    }

    /// As filings raise the mark of a footnote within a line; cells stand at the top of their row.
    private var isRaised: Bool {
        guard ["a", "font", "span"].contains(name) else { return false }
        return has("top", in: "vertical-align") || has("text-top", in: "vertical-align")
            || has("relative", in: "position") && style["top"]?.hasPrefix("-") == true
    }

    /// Whether a page ends where the element begins.
    var breaksBefore: Bool { breaks("before") || ["hr", "page"].contains(name) }
    var breaksAfter: Bool { breaks("after") }

    private func breaks(_ side: String) -> Bool {
        ["page-break-\(side)", "break-\(side)"].contains { property in
            ["always", "page", "left", "right"].contains { has($0, in: property) }
        }
    }

    /// Whether the items of a list have no numbers.
    var isUnnumbered: Bool { has("none", in: "list-style") || has("none", in: "list-style-type") }

    private func has(_ word: String, in property: String) -> Bool {
        style[property]?.split(separator: " ").contains { $0 == word } ?? false
    }

    /// Names and values, without quotes; a name without a value has an empty one.
    private static func attributes(_ text: Substring) -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = text.drop { $0.isWhitespace || $0 == "/" }
        while !rest.isEmpty {
            let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
            rest = rest.dropFirst(name.count).drop(while: \.isWhitespace)
            var value = Substring()
            if rest.first == "=" {
                rest = rest.dropFirst().drop(while: \.isWhitespace)
                if let quote = rest.first, quote == "\"" || quote == "'" {
                    value = rest.dropFirst().prefix { $0 != quote }
                    rest = rest.dropFirst(value.count + 2)
                } else {
                    value = rest.prefix { !$0.isWhitespace }
                    rest = rest.dropFirst(value.count)
                }
            }
            let key = name.lowercased()
            // The first of a name holds (HTML Standard, 13.2.5.33).
            if !key.isEmpty, attributes[key] == nil { attributes[key] = String(value) }
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
        }
        return attributes
    }

    /// The declarations of a style, in lower case.
    static func declarations(_ style: String) -> [String: String] {
        var declarations: [String: String] = [:]
        for declaration in style.lowercased().split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let name = parts[0].split(whereSeparator: \.isWhitespace).joined()
            let value = parts[1].replacing("!important", with: " ")
            declarations[name] = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return declarations
    }
}

/// Why a text on a page is none of the contract's.
enum HTMLOmission: Hashable {
    case struck
    case hidden
}

/// What stands above or below the line: the mark of a footnote, a power.
enum HTMLScript: Hashable {
    case raised
    case lowered

    /// The text as it goes on a line, so that no one takes it for a part of the figure before it: `5¹`, never `51`.
    ///
    /// What has no such characters stands apart after a figure. The endings of ordinals belong to their figure: `31st`.
    func written(_ text: String, after last: Character?) -> String {
        let mark = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !mark.isEmpty else { return text }
        if self == .raised, ["st", "nd", "rd", "th"].contains(mark.lowercased()) { return text }
        let own = mark.compactMap { characters[$0] }
        if own.count == mark.count { return String(own) }
        return last?.isNumber == true && mark.first?.isPunctuation != true ? " \(mark)" : text
    }

    private var characters: [Character: Character] {
        switch self {
        case .raised: Self.above
        case .lowered: Self.below
        }
    }

    private static let above = characters("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
    private static let below = characters("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

    private static func characters(_ from: String, _ to: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip(from, to))
    }
}
