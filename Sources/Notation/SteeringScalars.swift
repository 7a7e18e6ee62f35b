extension Unicode.Scalar {
    /// Whether it can steer a terminal or reorder what is read: a control character, or a bidirectional
    /// embedding, override or isolate (UAX #9, explicit directional formatting characters).
    package var steersText: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        case _: false
        }
    }
}
