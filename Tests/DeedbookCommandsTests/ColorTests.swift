import DeedbookCommands
import Foundation
import Testing

/// Colours that can be read on a black screen and on a white one, and that say nothing alone.
struct ColorTests {
    private static let lines = [
        "terms tern-mill --on 2025-03-02 --full", "diff tern-mill 2025-02-28 2025-04-03 --full",
        "conflicts tern-mill --full --all", "log", "why tern-mill royalty.paper.rate --full",
        "instruments tern-mill --full", "timeline tern-mill",
    ]

    @Test(arguments: lines)
    func `every colour stands out from black and from white`(line: String) async throws {
        let words = line.split(separator: " ").map(String.init)
        let console = try await Fixture.tern.console()
        let colored = await console.run(words + ["--color", "always"]).output
        let plain = await console.run(words + ["--color", "never"]).output
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
        for match in colored.matches(of: /\u{1B}\[([0-9;]*)m/) {
            let codes = match.1.split(separator: ";").compactMap { Int($0) }
            if codes.starts(with: [38, 5]), codes.count > 2 {
                let contrasts = Self.contrasts(ofColor: codes[2])
                #expect(contrasts.black >= 4 && contrasts.white >= 4, "\(codes): \(contrasts)")
            } else {
                // Bold, and the end of a run: no colour that the terminal chooses.
                #expect(codes == [1] || codes == [0], "\(codes)")
            }
        }
    }

    /// The contrast of a colour of xterm's cube or ramp with black and with white (WCAG 2.2, contrast ratio).
    private static func contrasts(ofColor number: Int) -> (black: Double, white: Double) {
        let steps = [0, 95, 135, 175, 215, 255]
        let cube = number - 16
        let parts =
            number >= 232
            ? Array(repeating: 8 + 10 * (number - 232), count: 3)
            : [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
        let linear = parts.map { part -> Double in
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        let light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        return ((light + 0.05) / 0.05, 1.05 / (light + 0.05))
    }

    @Test(arguments: [
        ([:], "auto", true), (["NO_COLOR": "1"], "auto", false),
        (["NO_COLOR": "1"], "always", true), (["TERM": "dumb"], "auto", false),
        ([:], "never", false), (["NO_COLOR": "1", "DEEDBOOK_COLOR": "always"], nil, true),
        (["DEEDBOOK_COLOR": "never"], nil, false),
    ])
    func `on a terminal NO_COLOR and a dumb one have none, unless colours are asked for`(
        variables: [String: String], color: String?, isColored: Bool
    ) async throws {
        let console = try await Fixture.tern.console()
        var environment = console.environment(variables: variables)
        environment.output.isTerminal = true
        let words = ["log", "--no-pager"] + (color.map { ["--color", $0] } ?? [])
        _ = await Deedbook.run(words, in: environment)
        #expect(console.written.output.contains("\u{1B}[") == isColored)
    }
}
