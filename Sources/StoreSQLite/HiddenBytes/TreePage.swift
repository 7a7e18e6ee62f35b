/// A page of a table or an index (https://sqlite.org/fileformat2.html, 1.6): what it refers to, and what in it is used.
///
/// Whatever stands there, it is read to an end: what leads out of the page, or back, is left out.
struct TreePage {
    private enum Kind: UInt8 {
        case interiorIndex = 2
        case interiorTable = 5
        case leafIndex = 10
        case leafTable = 13

        var isInterior: Bool {
            switch self {
            case .interiorIndex, .interiorTable: true
            case .leafIndex, .leafTable: false
            }
        }
    }

    /// A value that has no room in its cell.
    struct Overflow {
        let firstPage: Int
        /// How many of its bytes are in pages of their own.
        let count: Int
    }

    private let page: [UInt8]
    private let usable: Int
    private let kind: Kind
    /// Which bytes are used.
    private var isUsed: [Bool]
    /// The pages below it.
    private(set) var children: [Int] = []
    private(set) var overflows: [Overflow] = []

    /// - Parameters:
    ///   - number: of the page, from 1: the first has the header of the file before its own.
    ///   - usable: how many bytes of each page SQLite uses.
    /// - Returns: nil for a page that is of no table and no index.
    init?(_ page: [UInt8], number: Int, usable: Int) {
        let start = number == 1 ? DatabaseHeader.length : 0
        guard page.count >= usable, let kind = Kind(rawValue: page[start]) else { return nil }
        (self.page, self.usable, self.kind) = (page, usable, kind)
        isUsed = Array(repeating: false, count: usable)
        let places = start + (kind.isInterior ? 12 : 8)
        let cells = page.number(at: start + 3, of: 2)
        use(0..<places + 2 * cells)
        if kind.isInterior { children.append(page.number(at: start + 8, of: 4)) }
        for cell in 0..<min(cells, usable / 2) {
            readCell(at: page.number(at: places + 2 * cell, of: 2))
        }
        readFreeBlocks(from: page.number(at: start + 1, of: 2))
    }

    /// How many bytes are not zero, and not used.
    var hidden: Int { (0..<usable).count { !isUsed[$0] && page[$0] != 0 } }

    private mutating func use(_ range: Range<Int>) {
        for place in range.clamped(to: isUsed.indices) { isUsed[place] = true }
    }

    /// Marks what a cell takes, which is four bytes at least, and notes where it leads.
    private mutating func readCell(at start: Int) {
        guard isUsed.indices.contains(start) else { return }
        var end = start
        if kind.isInterior {
            children.append(page.number(at: start, of: 4))
            end += 4
        }
        switch kind {
        case .interiorTable: end = varint(at: end).end
        case .leafTable:
            let size = varint(at: end)
            end = readPayload(of: size.value, at: varint(at: size.end).end)
        case .interiorIndex, .leafIndex:
            let size = varint(at: end)
            end = readPayload(of: size.value, at: size.end)
        }
        use(start..<max(end, start + 4))
    }

    /// - Returns: where the cell ends.
    private mutating func readPayload(of size: UInt64, at start: Int) -> Int {
        let most = kind == .leafTable ? usable - 35 : (usable - 12) * 64 / 255 - 23
        // More than a value can have: nothing of it is known.
        guard size <= UInt64(Int32.max), size > UInt64(most) else {
            return start + Int(min(size, UInt64(most)))
        }
        let size = Int(size)
        let least = (usable - 12) * 32 / 255 - 23
        let wanted = least + (size - least) % (usable - 4)
        let here = wanted <= most ? wanted : least
        overflows.append(
            Overflow(firstPage: page.number(at: start + here, of: 4), count: size - here))
        return start + here + 4
    }

    /// A number of one to nine bytes, the first bit of each but the ninth saying whether another follows.
    private func varint(at start: Int) -> (value: UInt64, end: Int) {
        var value: UInt64 = 0
        for place in start..<start + 9 where page.indices.contains(place) {
            let byte = page[place]
            if place == start + 8 { return (value << 8 | UInt64(byte), place + 1) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { return (value, place + 1) }
        }
        return (value, page.count)
    }

    /// Marks the four bytes with which each unused block begins that is in the page's list of them.
    private mutating func readFreeBlocks(from first: Int) {
        var block = first
        while block != 0, block + 4 <= usable {
            use(block..<block + 4)
            let next = page.number(at: block, of: 2)
            // The list goes up.
            guard next > block else { return }
            block = next
        }
    }
}
