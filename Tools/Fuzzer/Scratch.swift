import Foundation

/// The input being tried, in a file that outlives a crash: its length in 20 digits, a line feed, its bytes.
final class Scratch {
    private let path: String
    private let map: UnsafeMutableRawBufferPointer
    private static let headLength = 21

    init(path: String, capacity: Int) {
        self.path = path
        let length = capacity + Self.headLength
        let file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o644)
        let start = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
        guard file >= 0, ftruncate(file, length) == 0, let start, start != MAP_FAILED else {
            Exit.usage.leave("cannot write \(path)")
        }
        close(file)
        map = UnsafeMutableRawBufferPointer(start: start, count: length)
    }

    func keep(_ input: [UInt8]) {
        let kept = input.prefix(map.count - Self.headLength)
        var rest = kept.count
        for place in stride(from: Self.headLength - 2, through: 0, by: -1) {
            map[place] = UInt8(0x30 + rest % 10)
            rest /= 10
        }
        map[Self.headLength - 1] = 0x0A
        UnsafeMutableRawBufferPointer(rebasing: map[Self.headLength...]).copyBytes(from: kept)
    }

    /// Beside it, the input that took longest.
    func keepSlowest(_ input: [UInt8]) {
        try? Data(input).write(to: URL(fileURLWithPath: path + ".slowest"))
    }
}
