import Amendments
import EventStore
import Terms

/// What was recorded, as text: how much first, then each recording, as many as one screen takes.
struct RecordedText {
    private let receipts: [Receipt]
    private let path: String

    /// - Parameters:
    ///   - receipts: of what was recorded now.
    ///   - path: of the book.
    init(of receipts: [Receipt], in path: String) {
        self.receipts = receipts
        self.path = path
    }

    /// Up to how many recordings have a line each.
    private static let linesShown = 12

    /// - Parameters:
    ///   - known: how many recordings were in the book before.
    ///   - isWhole: whether every recording has its line, however many there are.
    func lines(alreadyRecorded known: Int, isWhole: Bool) -> [String] {
        let already = known == 0 ? "" : "; \(known) already recorded"
        let events = receipts.reduce(0) { $0 + $1.last.number - $1.first.number + 1 }
        let end = receipts.map(\.last).max().map { ", through \($0)" } ?? ""
        let summary =
            "Recorded \(Self.count(receipts.count, "recording")) "
            + "(\(Self.count(events, "event"))) in \(path)\(end)\(already)"
        guard isWhole || receipts.count <= Self.linesShown else {
            return [summary, "not shown: a line for each of them (--full, or: deedbook log)"]
        }
        return [summary]
            + receipts.map { receipt in
                let last = receipt.first == receipt.last ? "" : " to \(receipt.last)"
                return "recorded \(receipt.key) at \(receipt.first)\(last)"
            }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
