/// SipHash-2-4 of Aumasson and Bernstein (2012): a keyed function of 64 bits that is fast on short inputs.
///
/// No library in reach has it with a key of one's own; the standard library's `Hasher` draws another key in each
/// process.
package struct SipHash: Sendable {
    private let k0: UInt64
    private let k1: UInt64

    /// - Parameter key: 16 bytes.
    package init(key: [UInt8]) {
        precondition(key.count == 16, "a key of SipHash has 16 bytes")
        (k0, k1) = key.withUnsafeBytes { ($0.word(at: 0), $0.word(at: 8)) }
    }

    package func callAsFunction(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var state = State(k0, k1)
            let whole = bytes.count & ~7
            for offset in stride(from: 0, to: whole, by: 8) { state.take(bytes.word(at: offset)) }
            var last = UInt64(truncatingIfNeeded: bytes.count) << 56
            for (place, byte) in bytes[whole...].enumerated() {
                last |= UInt64(byte) << (8 * place)
            }
            state.take(last)
            return state.finished
        }
    }

    private struct State {
        private var v0: UInt64
        private var v1: UInt64
        private var v2: UInt64
        private var v3: UInt64

        init(_ k0: UInt64, _ k1: UInt64) {
            v0 = k0 ^ 0x736f_6d65_7073_6575
            v1 = k1 ^ 0x646f_7261_6e64_6f6d
            v2 = k0 ^ 0x6c79_6765_6e65_7261
            v3 = k1 ^ 0x7465_6462_7974_6573
        }

        mutating func take(_ word: UInt64) {
            v3 ^= word
            mix()
            mix()
            v0 ^= word
        }

        var finished: UInt64 {
            var state = self
            state.v2 ^= 0xff
            for _ in 0..<4 { state.mix() }
            return state.v0 ^ state.v1 ^ state.v2 ^ state.v3
        }

        private mutating func mix() {
            v0 &+= v1
            v1 = v1.rotated(13) ^ v0
            v0 = v0.rotated(32)
            v2 &+= v3
            v3 = v3.rotated(16) ^ v2
            v0 &+= v3
            v3 = v3.rotated(21) ^ v0
            v2 &+= v1
            v1 = v1.rotated(17) ^ v2
            v2 = v2.rotated(32)
        }
    }
}

extension UInt64 {
    fileprivate func rotated(_ count: UInt64) -> UInt64 { (self << count) | (self >> (64 - count)) }
}

extension UnsafeRawBufferPointer {
    fileprivate func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
