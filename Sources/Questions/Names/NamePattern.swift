import Terms

/// What a person wrote in place of an id, as ids are held against it.
///
/// Letters in any case, and blanks or other marks for the hyphens of an id. `*` stands for any letters, `?` for one.
package struct NamePattern: Sendable {
    /// As it was written.
    package let text: String
    /// In the spelling of ids: lower case, with hyphens for what no id has.
    private let folded: [UInt8]

    package init(_ text: String) {
        self.text = text
        folded = Self.folded(text)
    }

    /// Whether it stands for many, with a `*` or a `?`.
    var isGlob: Bool { folded.contains { Self.isWild($0) } }

    /// What it begins with as every id does that it may mean.
    var head: String { String(decoding: folded.prefix { !Self.isWild($0) }, as: UTF8.self) }

    /// The id that it is but for case and marks; nil where it is none, or stands for many.
    func id<Kind>() -> Identifier<Kind>? {
        Identifier(String(decoding: folded, as: UTF8.self))
    }

    /// The same of a term's id, for whose dots blanks may stand.
    func matches(_ id: TermID) -> Bool { matches(id.text) || hyphened(id).map(matches) ?? false }

    /// Whether it is a term's id but for case and marks.
    func isSame(as id: TermID) -> Bool { folded.elementsEqual((hyphened(id) ?? id.text).utf8) }

    /// The id with hyphens for its dots; nil where there are dots in what was written.
    private func hyphened(_ id: TermID) -> String? {
        folded.contains(UInt8(ascii: ".")) ? nil : id.text.replacing(".", with: "-")
    }

    /// Whether an id is such: with a `*` or a `?` the whole of it, else its first letters, of which there is one.
    package func matches(_ id: String) -> Bool {
        guard !folded.isEmpty else { return false }
        let id = Array(id.utf8)
        return isGlob ? Self.matches(id[...], folded[...]) : id.starts(with: folded)
    }

    /// Goes on from the last `*` with one letter more where what follows it does not match.
    private static func matches(_ id: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        var (id, rest) = (id, pattern)
        var retry: (id: ArraySlice<UInt8>, pattern: ArraySlice<UInt8>)?
        while true {
            if let wanted = rest.first, wanted == any {
                rest = rest.dropFirst()
                retry = (id, rest)
            } else if let wanted = rest.first, let letter = id.first,
                wanted == one || wanted == letter
            {
                (id, rest) = (id.dropFirst(), rest.dropFirst())
            } else if id.isEmpty, rest.isEmpty {
                return true
            } else if let last = retry, !last.id.isEmpty {
                (id, rest) = (last.id.dropFirst(), last.pattern)
                retry = (id, rest)
            } else {
                return false
            }
        }
    }

    private static let any = UInt8(ascii: "*")
    private static let one = UInt8(ascii: "?")

    private static func isWild(_ letter: UInt8) -> Bool { letter == any || letter == one }

    private static func folded(_ text: String) -> [UInt8] {
        var folded: [UInt8] = []
        for character in text.lowercased() {
            let ascii = character.asciiValue ?? UInt8(ascii: " ")
            switch ascii {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), any, one:
                folded.append(ascii)
            case _:
                // Marks side by side are one; none begins an id.
                if let last = folded.last, last != UInt8(ascii: "-") || ascii == last {
                    folded.append(UInt8(ascii: "-"))
                }
            }
        }
        if let last = text.last, last.isWhitespace, folded.last == UInt8(ascii: "-") {
            folded.removeLast()
        }
        return folded
    }
}

/// A title or a name of a party, as people write it: words in any case, whatever stands between them.
struct NameWords: Hashable, Sendable {
    private let words: [String]

    init(_ text: String) {
        words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    var isEmpty: Bool { words.isEmpty }

    func begins(_ other: NameWords) -> Bool { !isEmpty && other.words.starts(with: words) }
}
