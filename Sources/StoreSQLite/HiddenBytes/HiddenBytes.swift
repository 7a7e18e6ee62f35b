/// Bytes in the file of a book that SQLite shows to no one, and that are not zero: what someone put there past SQLite,
/// and what SQLite itself left there.
package struct HiddenBytes: Hashable, Sendable {
    package enum Place: CaseIterable, Hashable, Sendable {
        /// Those parts of the pages of tables, indexes and the list of free pages that nothing uses. SQLite leaves
        /// bytes there itself: of cells that it moved to another page, and of numbers in its lists.
        case unusedParts
        /// In the header, kept for later versions of the format.
        case header
        /// At the end of pages, kept for extensions of SQLite.
        case reserves
        /// In the last page of a long value, after its end.
        case valueEnds
        /// In free pages, which a book overwrites.
        case freePages
        /// In pages that belong to nothing.
        case lostPages
        /// After the last page that the header counts. These may be zero.
        case afterEnd
    }

    /// How many, and in which pages.
    package struct Count: Hashable, Sendable {
        package fileprivate(set) var bytes = 0
        /// The first of the pages, from 1.
        package fileprivate(set) var firstPages: [Int] = []
        package fileprivate(set) var pages = 0
        /// Two places of one page come one after the other.
        fileprivate var lastPage = 0
    }

    /// By place; only where there are some.
    package private(set) var counts: [Place: Count] = [:]

    /// - Parameter page: in which they are.
    mutating func add(_ bytes: Int, _ place: Place, in page: Int) {
        guard bytes > 0 else { return }
        var count = counts[place] ?? Count()
        count.bytes += bytes
        if count.lastPage != page { count.pages += 1 }
        count.lastPage = page
        count.firstPages = Array((Set(count.firstPages).union([page])).sorted().prefix(Self.named))
        counts[place] = count
    }

    /// How many pages are named.
    private static let named = 5
}
