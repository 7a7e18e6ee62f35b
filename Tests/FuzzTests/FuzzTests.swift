import Effort
import Foundation
import Fuzzing
import Testing

/// A short run of every target that is the same each time; `Tools/fuzz` runs them for as long as one likes.
@Suite struct FuzzTests {
    private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let inputs = Rounds.of(2_000)

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `hostile inputs break nothing`(name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        var run = FuzzRun(target, seed: 20_260_427, corpus: target.corpus(of: Self.checkout))
        let failure = run.run(inputs: Self.inputs)
        #expect(
            failure == nil,
            "\(String(describing: failure?.broken)) \(Data(failure?.input ?? []).base64EncodedString())"
        )
        #expect(run.tried == Self.inputs)
        #expect(
            run.accepted > Self.inputs / 50, "most inputs are refused before they reach anything")
    }
}
