/// A file of SQLite as it lies there.
package struct PageFile {
    let size: Int
    let read: (_ offset: Int, _ count: Int) throws -> [UInt8]

    /// - Parameters:
    ///   - size: in bytes.
    ///   - read: gives that many bytes from there on; it is asked for none beyond the end.
    package init(size: Int, read: @escaping (_ offset: Int, _ count: Int) throws -> [UInt8]) {
        self.size = size
        self.read = read
    }
}

extension HiddenBytes {
    /// Goes over every page of a file once.
    ///
    /// - Parameter roots: the first pages of its tables and indexes.
    /// - Returns: nil for what is no file of SQLite.
    package init?(in file: PageFile, roots: [Int]) throws {
        let start = try file.read(0, min(file.size, DatabaseHeader.length))
        guard let header = DatabaseHeader(start) else { return nil }
        var scan = HiddenBytesScan(file, header)
        try scan.run(from: roots)
        self = scan.found
    }
}

/// What is hidden in a file, page by page (https://sqlite.org/fileformat2.html).
///
/// It holds one page, a bit for each, and the numbers of those that wait. Whatever the bytes are it ends: a
/// page belongs to what refers to it first, and is read once.
private struct HiddenBytesScan {
    private let file: PageFile
    private let header: DatabaseHeader
    private let pageCount: Int
    /// A bit for each page.
    private var taken: [UInt64]
    private(set) var found = HiddenBytes()

    init(_ file: PageFile, _ header: DatabaseHeader) {
        self.file = file
        self.header = header
        let there = file.size / header.pageSize
        pageCount = min(header.pageCount ?? there, there)
        taken = Array(repeating: 0, count: pageCount / 64 + 1)
    }

    mutating func run(from roots: [Int]) throws {
        found.add(header.hidden, .header, in: 1)
        try scanTrees(from: [1] + roots)
        try scanFreePages()
        // The one page on which SQLite takes its locks is among these, too.
        for number in 0..<pageCount where take(number + 1) { try scanAll(number + 1, .lostPages) }
        found.add(file.size - pageCount * header.pageSize, .afterEnd, in: pageCount + 1)
    }

    private mutating func scanTrees(from roots: [Int]) throws {
        var waiting = roots.filter { take($0) }
        while let number = waiting.popLast() {
            let page = try read(number)
            guard let tree = TreePage(page, number: number, usable: header.usable) else {
                found.add(page.nonzero(in: 0..<header.usable), .lostPages, in: number)
                continue
            }
            found.add(tree.hidden, .unusedParts, in: number)
            for overflow in tree.overflows { try scanValue(overflow) }
            waiting += tree.children.filter { take($0) }
        }
    }

    /// Each page of a value has the number of the next before its bytes.
    private mutating func scanValue(_ overflow: TreePage.Overflow) throws {
        var (number, left) = (overflow.firstPage, overflow.count)
        while left > 0, take(number) {
            let page = try read(number)
            let here = min(left, header.usable - 4)
            left -= here
            found.add(page.nonzero(in: here + 4..<header.usable), .valueEnds, in: number)
            if left == 0 { found.add(page.nonzero(in: 0..<4), .valueEnds, in: number) }
            number = page.number(at: 0, of: 4)
        }
    }

    /// A trunk page has the number of the next, how many leaves it names, and their numbers.
    private mutating func scanFreePages() throws {
        var number = header.firstTrunk
        while take(number) {
            let page = try read(number)
            let leaves = min(page.number(at: 4, of: 4), header.usable / 4 - 2)
            found.add(
                page.nonzero(in: 8 + 4 * leaves..<header.usable), .unusedParts, in: number)
            for leaf in 0..<leaves {
                let leaf = page.number(at: 8 + 4 * leaf, of: 4)
                if take(leaf) { try scanAll(leaf, .freePages) }
            }
            number = page.number(at: 0, of: 4)
        }
    }

    private mutating func scanAll(_ number: Int, _ place: HiddenBytes.Place) throws {
        found.add(try read(number).nonzero(in: 0..<header.usable), place, in: number)
    }

    private mutating func read(_ number: Int) throws -> [UInt8] {
        let page = try file.read((number - 1) * header.pageSize, header.pageSize)
        found.add(page.nonzero(in: header.usable..<header.pageSize), .reserves, in: number)
        return page
    }

    /// - Returns: false for a page that is not there, or belongs to something already.
    private mutating func take(_ number: Int) -> Bool {
        guard number >= 1, number <= pageCount else { return false }
        let bit = UInt64(1) << UInt64(number % 64)
        guard taken[number / 64] & bit == 0 else { return false }
        taken[number / 64] |= bit
        return true
    }
}
