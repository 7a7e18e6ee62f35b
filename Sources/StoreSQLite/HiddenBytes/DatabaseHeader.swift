/// What the first hundred bytes of a file of SQLite say (https://sqlite.org/fileformat2.html, 1.3).
struct DatabaseHeader {
    static let length = 100

    /// The bytes of a page.
    let pageSize: Int
    /// How many bytes at the end of each page are for extensions of SQLite.
    let reserve: Int
    /// How many pages the database has; nil where a program wrote it that did not keep the number up to date.
    let pageCount: Int?
    /// The first trunk page of the list of free pages; 0 where there is none.
    let firstTrunk: Int
    /// How many bytes are not zero of those that the format keeps for later versions of itself.
    let hidden: Int

    /// The part of a page that SQLite uses.
    var usable: Int { pageSize - reserve }

    /// - Returns: nil for what no file of SQLite begins with.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.length, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
            return nil
        }
        let size = bytes.number(at: 16, of: 2)
        pageSize = size == 1 ? 1 << 16 : size
        reserve = Int(bytes[20])
        guard pageSize >= 512, pageSize.nonzeroBitCount == 1, pageSize - reserve >= 480 else {
            return nil
        }
        let count = bytes.number(at: 28, of: 4)
        let isKept = bytes[24..<28] == bytes[92..<96]
        pageCount = isKept && count > 0 ? count : nil
        firstTrunk = bytes.number(at: 32, of: 4)
        hidden = bytes[72..<92].count { $0 != 0 }
    }
}

extension [UInt8] {
    /// A number as a file of SQLite has it, its highest byte first; where the bytes end, zeros follow.
    func number(at offset: Int, of count: Int) -> Int {
        (offset..<offset + count).reduce(0) { number, place in
            number << 8 | (indices.contains(place) ? Int(self[place]) : 0)
        }
    }

    /// How many bytes of these are not zero; of those only that are there.
    func nonzero(in range: Range<Int>) -> Int {
        self[range.clamped(to: indices)].count { $0 != 0 }
    }
}
