/// The colours of a picture and what else distinguishes its parts.
///
/// Text has a contrast of at least 7 to 1 on white, and 4.5 to 1 in bars; lines 3 to 1 (WCAG 2.2, 1.4.3 and
/// 1.4.11). No two styles differ by colour alone.
enum Palette {
    static let ink = "#1a1a1a"
    static let faint = "#4d4d4d"
    static let line = "#767676"
    static let grid = "#e2e2e2"
    static let band = "#f6f6f6"
    static let paper = "#ffffff"
    static let force = "#2b5c8f"
    static let shaded = "#48729e"
    static let tint = "#e3ecf5"
    static let warm = "#a63d0a"

    /// The name of a style's pattern; nil for a plain fill.
    static func pattern(of style: Chart.Style) -> String? {
        switch style {
        case .inForce, .openEnded, .waiting, .condition: nil
        case .suspended: "lying"
        case .indeterminate: "dots"
        case .conditional: "slanted"
        case .dispute: "standing"
        case .possibleConflict: "crossed"
        case .certainConflict: "checked"
        }
    }

    static func fill(of style: Chart.Style, isShaded: Bool) -> String {
        switch style {
        case .inForce: isShaded ? shaded : force
        case .openEnded: tint
        case .suspended, .indeterminate, .conditional, .dispute, .possibleConflict,
            .certainConflict,
            .waiting, .condition:
            paper
        }
    }

    static func outline(of style: Chart.Style) -> (color: String, dashes: String?) {
        switch style {
        case .inForce, .certainConflict: (ink, nil)
        case .suspended: (faint, nil)
        case .indeterminate: (force, "2 2")
        case .conditional: (force, "6 3")
        case .openEnded: (force, "6 3")
        case .waiting: (faint, "1 3")
        case .condition: (faint, nil)
        case .dispute, .possibleConflict: (warm, nil)
        }
    }

    /// Text that stands in a plain dark bar is white; elsewhere it is dark, on white paper of its own.
    static func isDark(_ style: Chart.Style) -> Bool {
        switch style {
        case .inForce: true
        case .suspended, .indeterminate, .conditional, .openEnded, .waiting, .condition, .dispute,
            .possibleConflict, .certainConflict:
            false
        }
    }
}
