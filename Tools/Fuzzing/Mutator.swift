import Effort

/// Makes an input out of another: bytes turned, cut, repeated, nested, spliced, numbers blown up.
struct Mutator: Sendable {
    let words: [[UInt8]]
    let lengthLimit: Int

    init(words: [String], lengthLimit: Int) {
        self.words = words.map { Array($0.utf8) }
        self.lengthLimit = lengthLimit
    }

    /// One input in so many may be much longer than the rest: for what grows with the square.
    private static let longOneIn = 500

    /// A few changes to `input`; `other` is there to take from.
    func mutated(_ input: [UInt8], with other: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = input
        for _ in 0...random.below(4) { change(&bytes, with: other, &random) }
        var limit = lengthLimit
        if random.once(in: Self.longOneIn) {
            limit *= 8
            lengthen(&bytes, to: limit, &random)
        }
        if bytes.count > limit { bytes.removeLast(bytes.count - limit) }
        return bytes
    }

    private func change(
        _ bytes: inout [UInt8], with other: [UInt8], _ random: inout Seeded
    ) {
        switch random.below(14) {
        case 0: flip(&bytes, &random)
        case 1: insertBytes(&bytes, &random)
        case 2: bytes.removeSubrange(range(in: bytes, atMost: 16, &random))
        case 3: bytes.removeSubrange(range(in: bytes, atMost: bytes.count, &random))
        case 4: splice(&bytes, other, &random)
        case 5: insert(other[range(in: other, atMost: 64, &random)], into: &bytes, &random)
        case 6: repeatBlock(&bytes, &random)
        case 7: nest(&bytes, &random)
        case 8: blowUpNumber(&bytes, &random)
        case 9: insert((random.pick(Self.oddities) ?? [])[...], into: &bytes, &random)
        case 10: insert((random.pick(words) ?? [])[...], into: &bytes, &random)
        case 11: replaceWord(&bytes, by: other, &random)
        case 12: swapLines(&bytes, &random)
        case _: changeDigit(&bytes, &random)
        }
    }

    /// A stretch of `bytes`, perhaps empty.
    private func range(
        in bytes: [UInt8], atMost limit: Int, _ random: inout Seeded
    ) -> Range<Int> {
        let start = random.below(bytes.count + 1)
        return start..<start + random.below(min(limit, bytes.count - start) + 1)
    }

    private func insert(
        _ piece: ArraySlice<UInt8>, into bytes: inout [UInt8], _ random: inout Seeded
    ) {
        bytes.insert(contentsOf: piece, at: random.below(bytes.count + 1))
    }
}

// Changes that know nothing of formats.
extension Mutator {
    private func flip(_ bytes: inout [UInt8], _ random: inout Seeded) {
        guard !bytes.isEmpty else { return }
        bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
    }

    private func insertBytes(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let piece = (0...random.below(4)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        insert(piece[...], into: &bytes, &random)
    }

    private func splice(_ bytes: inout [UInt8], _ other: [UInt8], _ random: inout Seeded) {
        bytes =
            Array(bytes.prefix(random.below(bytes.count + 1)))
            + other.suffix(random.below(other.count + 1))
    }

    private func repeatBlock(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let block = bytes[range(in: bytes, atMost: 128, &random)]
        let times = 1 << random.below(7)
        let many = Array(repeatElement(block, count: times).joined())
        bytes.insert(contentsOf: many, at: block.endIndex)
    }

    private func lengthen(_ bytes: inout [UInt8], to length: Int, _ random: inout Seeded) {
        let block = bytes[range(in: bytes, atMost: 1 << random.below(10), &random)]
        guard !block.isEmpty else { return }
        let times = max(0, length - bytes.count) / block.count
        let many = Array(repeatElement(block, count: times).joined())
        bytes.insert(contentsOf: many, at: block.endIndex)
    }
}

// Changes that know what texts are made of.
extension Mutator {
    /// What is rare in tests and met in the world: signs that join the one before, line ends, controls,
    /// look-alikes, bytes that are no UTF-8, the ends of ranges.
    static let oddities: [[UInt8]] =
        [
            "\u{301}", "e\u{301}", "\u{345}", "\u{200D}", "\u{FEFF}", "\u{202E}", "\u{2028}",
            "\u{85}", "\u{A0}", "\u{AD}", "\u{0}", "\r", "\r\n", "\t", "\u{7F}", "\u{FFFD}",
            "\u{FFFF}", "\u{E000}", "\u{10FFFF}", "\u{1F468}\u{200D}\u{1F469}", "\u{212A}",
            "\u{37E}",
            "\u{FF11}", "\u{661}", "ß", "İ", "\u{1100}\u{1161}", "\\u0000", "\\ud83d\\ude00",
            "\\uDC00", "\u{FB01}",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
        ]

    private static let numbers: [[UInt8]] = [
        "0", "-0", "00", "-1", "1e9", "0.1", "9007199254740991", "9007199254740992",
        "9223372036854775807", "9223372036854775808", "18446744073709551616", "4294967296",
        "99999999999999999999999999999999999999", "170141183460469231731687303715884105728",
        "9999-12-31", "0000", "0x10",
    ].map { Array($0.utf8) }

    private static let brackets: [(String, String)] = [
        ("[", "]"), ("{", "}"), ("{\"a\":", "}"), ("[[", "]]"), ("- ", ""), ("? ", ""),
        ("\"", "\""),
        ("{first-of: [", "]}"), ("{\"last-of\":[", "]}"), ("(", ")"), ("&a ", ""), ("!", ""),
        ("|\n ", "\n"), ("  ", ""),
    ]

    private func nest(_ bytes: inout [UInt8], _ random: inout Seeded) {
        guard let (open, close) = random.pick(Self.brackets) else { return }
        let depth = 1 << random.below(9)
        let inner = range(in: bytes, atMost: 64, &random)
        let opened = Array(repeatElement(Array(open.utf8), count: depth).joined())
        let closed = Array(repeatElement(Array(close.utf8), count: depth).joined())
        bytes.insert(contentsOf: random.once(in: 4) ? [] : closed, at: inner.upperBound)
        bytes.insert(contentsOf: opened, at: inner.lowerBound)
    }

    private func blowUpNumber(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let run = self.run(in: bytes, &random) { (0x30...0x39).contains($0) }
        bytes.replaceSubrange(run, with: random.pick(Self.numbers) ?? [])
    }

    private func changeDigit(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        guard let place = random.pick(digits) else { return }
        bytes[place] = UInt8(0x30 + random.below(10))
    }

    private func replaceWord(
        _ bytes: inout [UInt8], by other: [UInt8], _ random: inout Seeded
    ) {
        func isWord(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
        }
        let there = run(in: bytes, &random, where: isWord)
        let new = random.once(in: 2) ? random.pick(words) : nil
        bytes.replaceSubrange(
            there, with: new ?? Array(other[run(in: other, &random, where: isWord)]))
    }

    /// The stretch of such bytes around a place or after it; empty where there is none.
    private func run(
        in bytes: [UInt8], _ random: inout Seeded, where fits: (UInt8) -> Bool
    ) -> Range<Int> {
        let place = random.below(bytes.count + 1)
        let start = bytes[place...].firstIndex(where: fits) ?? place
        let end = bytes[start...].firstIndex { !fits($0) } ?? bytes.count
        return start..<end
    }

    private func swapLines(_ bytes: inout [UInt8], _ random: inout Seeded) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let (one, two) = (random.below(lines.count), random.below(lines.count))
        if random.once(in: 2) {
            lines.swapAt(one, two)
        } else {
            lines.insert(lines[one], at: two)
        }
        bytes = Array(lines.joined(separator: [0x0A]))
    }
}
