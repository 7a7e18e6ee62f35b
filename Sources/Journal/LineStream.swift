package import Notation

/// The lines of a text that comes some bytes at a time, so that no more of it is in memory than one line.
package struct LineStream {
    package enum Line {
        /// Without its line feed.
        case whole([UInt8])
        /// One that is longer than the limit: only how long is known of it.
        case long(bytes: Int)
    }

    private let limit: Int
    private let more: () throws(Problem) -> [UInt8]
    private var chunk: [UInt8] = []
    private var place = 0

    /// - Parameters:
    ///   - limit: the bytes of a line that is kept.
    ///   - more: the next bytes; none at the end.
    package init(limit: Int, more: @escaping () throws(Problem) -> [UInt8]) {
        self.limit = limit
        self.more = more
    }

    /// The next line; nil after the last. Nothing after the last line feed is no line.
    package mutating func next() throws(Problem) -> Line? {
        var line: [UInt8] = []
        var count = 0
        while true {
            if place == chunk.count {
                (chunk, place) = (try more(), 0)
                if chunk.isEmpty { return count == 0 ? nil : made(line, count) }
            }
            let end = chunk[place...].firstIndex(of: 0x0A)
            let part = chunk[place..<(end ?? chunk.count)]
            count += part.count
            if count <= limit { line += part } else { line = [] }
            place = end.map { $0 + 1 } ?? chunk.count
            if end != nil { return made(line, count) }
        }
    }

    private func made(_ line: [UInt8], _ count: Int) -> Line {
        count <= limit ? .whole(line) : .long(bytes: count)
    }
}
