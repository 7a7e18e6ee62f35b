/// How roles look: plain text, or the colours of a terminal.
///
/// Deletions are red and struck, insertions blue and underlined, moves green: the legal convention, and
/// distinguished by the colour-blind. Colour never carries a meaning alone; signs come first.
public struct Style: Hashable, Sendable {
    /// Whether escape sequences are written (ECMA-48, SGR).
    public var isColored: Bool

    public init(isColored: Bool) { self.isColored = isColored }

    /// No escape sequences.
    public static let plain = Style(isColored: false)
    /// With colours.
    public static let colored = Style(isColored: true)

    func text(of styled: StyledText) -> String {
        guard isColored else { return styled.plainText }
        return styled.spans.map { span in
            guard let code = Self.code(of: span.role) else { return span.text }
            return "\u{1B}[\(code)m\(span.text)\u{1B}[0m"
        }.joined()
    }

    /// Colours of the 256 of xterm, which look alike everywhere: those of the first 16 are the terminal's own, and its
    /// yellow is unreadable on white, its blue on black. Each of these has a contrast of 4 to 1 or more with both.
    private static func code(of role: Role) -> String? {
        switch role {
        case .plain: nil
        case .strong: "1"
        case .faint: "38;5;243"
        case .warning: "38;5;130"
        case .deleted: "38;5;161;9"
        case .inserted: "38;5;63;4"
        case .moved: "38;5;28"
        }
    }
}
