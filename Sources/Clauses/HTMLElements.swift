/// The elements of a page that are open at a place of it: they decide whether its text is read, and how.
///
/// They end as browsers have it: a paragraph at the next block, an item at the next item, and what is struck out goes on in
/// the next paragraph where no one ended it.
struct HTMLElements {
    private struct Element {
        var name: String
        /// Of it, or of one that it stands in.
        var omission: HTMLOmission?
        var script: HTMLScript?
        var numbers: HTMLListNumbers?
        var breaksAfter: Bool
    }

    private var open: [Element] = []
    /// How many of each name are open.
    private var counts: [String: Int] = [:]
    /// As deep as browsers go; what stands deeper ends the one before it.
    private static let depth = 512

    var omission: HTMLOmission? { open.last?.omission }
    var script: HTMLScript? { open.last?.script }

    /// Elements that begin and end a paragraph.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li",
        "main", "nav", "ol", "p", "page", "pre", "section", "table", "tbody", "text", "tfoot",
        "thead", "tr", "ul",
    ]
    /// Elements without an end.
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "page",
        "source", "track", "wbr",
    ]
    /// Elements that go on in the next block where the one in which they began ends.
    private static let formatting: Set<String> = [
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
        "u",
    ]
    private static let cells: Set<String> = ["table", "td", "th", "caption"]

    /// - Returns: whether a page ended with what ended here.
    mutating func begin(_ tag: HTMLTag) -> Bool {
        var ended = false
        if Self.blocks.contains(tag.name) { ended = close(["p"], within: Self.cells) }
        switch tag.name {
        case "li": ended = close(["li"], within: ["ol", "ul", "table"]) || ended
        case "dd", "dt": ended = close(["dd", "dt"], within: ["dl", "table"]) || ended
        case "td", "th": ended = close(["td", "th"], within: ["table"]) || ended
        case "tr": ended = close(["tr"], within: ["table"]) || ended
        case _: break
        }
        guard !Self.void.contains(tag.name) else { return tag.breaksAfter || ended }
        if open.count == Self.depth { pop(to: Self.depth - 1) }
        push(
            Element(
                name: tag.name, omission: omission ?? tag.omission, script: script ?? tag.script,
                numbers: tag.name == "ol" ? HTMLListNumbers(tag, isInner: isInList) : nil,
                breaksAfter: tag.breaksAfter))
        return ended
    }

    /// - Returns: whether a page ended with what ended here.
    mutating func end(_ name: String) -> Bool {
        close([name], within: name == "table" ? [] : Self.isOfTable(name) ? ["table"] : Self.cells)
    }

    private static func isOfTable(_ name: String) -> Bool {
        ["td", "th", "tr", "tbody", "thead", "tfoot", "caption"].contains(name)
    }

    private var isInList: Bool { counts["ol", default: 0] > 0 }

    /// The number of the item that begins; nil where its list has none.
    mutating func nextNumber(_ item: HTMLTag) -> String? {
        guard isInList, let place = open.lastIndex(where: { ["ol", "ul"].contains($0.name) }) else {
            return nil
        }
        return open[place].numbers?.next(item)
    }

    private mutating func push(_ element: Element) {
        counts[element.name, default: 0] += 1
        open.append(element)
    }

    private mutating func pop(to place: Int) {
        for element in open[place...] { counts[element.name, default: 0] -= 1 }
        open.removeSubrange(place...)
    }

    /// Ends the nearest of those elements with all that stands in it, unless one of the others holds it.
    private mutating func close(_ names: Set<String>, within holders: Set<String>) -> Bool {
        guard names.contains(where: { counts[$0, default: 0] > 0 }),
            let place = open.lastIndex(where: {
                names.contains($0.name) || holders.contains($0.name)
            }), names.contains(open[place].name)
        else { return false }
        let closed = open[place...]
        let outer = place > 0 ? open[place - 1].omission : nil
        pop(to: place)
        guard Self.blocks.contains(closed[closed.startIndex].name) else {
            return closed.contains(where: \.breaksAfter)
        }
        let inner = closed.dropFirst()
        // Whether an element omits its text itself is decided by the one before it.
        let goingOn = zip(inner, closed).first { own, before in
            Self.formatting.contains(own.name) && own.omission != before.omission
        }?.0
        if var element = goingOn, outer == nil, closed.first?.omission == nil {
            element.breaksAfter = false
            push(element)
        }
        return closed.contains(where: \.breaksAfter)
    }
}

/// The numbers that the items of a list have on a page, which stand in no text of it.
struct HTMLListNumbers {
    private let type: String
    /// Whether the list stands in another: then its items are those of a clause.
    private let isInner: Bool
    private let isUnnumbered: Bool
    private var number: Int

    init(_ list: HTMLTag, isInner: Bool) {
        type = list.value("type") ?? "1"
        self.isInner = isInner
        isUnnumbered = list.isUnnumbered
        number = list.number("start") ?? 1
    }

    /// Such as `1.`; of an inner list and of letters `(1)`, `(a)`, `(iv)`, as clauses have them.
    mutating func next(_ item: HTMLTag) -> String? {
        if let own = item.number("value") { number = own }
        defer { number &+= 1 }
        guard !isUnnumbered, !item.isUnnumbered, (1..<4_000).contains(number) else { return nil }
        return switch item.value("type") ?? type {
        case "a": "(\(Self.letters(number)))"
        case "A": "(\(Self.letters(number).uppercased()))"
        case "i": "(\(Self.roman(number)))"
        case "I": "(\(Self.roman(number).uppercased()))"
        case _: isInner ? "(\(number))" : "\(number)."
        }
    }

    private static func letters(_ number: Int) -> String {
        var (rest, letters) = (number, "")
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(97 + rest % 26))) + letters
            rest /= 26
        }
        return letters
    }

    private static func roman(_ number: Int) -> String {
        let parts = [
            (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
            (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var (rest, roman) = (number, "")
        for (value, letters) in parts {
            roman += String(repeating: letters, count: rest / value)
            rest %= value
        }
        return roman
    }
}
