/// Rows that are sealed together: their seals are added up to one number, which stands in the table `seal`.
///
/// Each is what some question looks through, so that a reader that looked through all of it can know whether a row was
/// altered, added or taken out. Scopes are compared byte by byte, as SQLite does.
struct SealScope: Sendable {
    /// The name of the scope and its parts, a unit separator (U+001F) after each.
    let text: String

    init(text: String) { self.text = text }

    init(_ parts: String...) { text = parts.map { $0 + "\u{1F}" }.joined() }

    var parts: [Substring] { text.split(separator: "\u{1F}") }

    /// Scopes whose text begins like this one's.
    var all: ClosedRange<SealScope> { self...SealScope(text: text + "\u{10FFFF}") }

    /// A number as it sorts.
    static func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, 19 - digits.count))
        return (number < 0 ? "-" : "0") + zeros + digits
    }
}

extension SealScope: Hashable, Comparable {
    static func == (lhs: SealScope, rhs: SealScope) -> Bool {
        lhs.text.utf8.elementsEqual(rhs.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    static func < (lhs: SealScope, rhs: SealScope) -> Bool {
        lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
    }
}

/// What a recording, or a remaking, changes of the sums of scopes.
struct SealChange {
    private(set) var sums: [SealScope: Int] = [:]
    /// What sums are from now on, whatever they were.
    private(set) var known: [SealScope: Int] = [:]

    mutating func add(_ seal: Int, to scopes: [SealScope]) {
        for scope in scopes { sums[scope, default: 0] &+= seal }
    }

    /// Adds what another change adds; it knows no sums.
    mutating func merge(_ other: SealChange) {
        for (scope, sum) in other.sums { sums[scope, default: 0] &+= sum }
    }

    /// Lets a sum be a number; 0 for that of no rows.
    mutating func set(_ sum: Int, of scope: SealScope) { known[scope] = sum }

    mutating func take(_ seal: Int, from scopes: [SealScope]) { add(0 &- seal, to: scopes) }
}
