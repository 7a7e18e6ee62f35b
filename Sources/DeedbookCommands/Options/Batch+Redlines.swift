import EventStore
import Ledger
import Questions
import Rendering

extension Batch {
    /// Shows the redlines that its recordings would cause today; nothing is written.
    func showRedlines(
        of bookOptions: AskedBookOptions, _ detail: DetailOptions, _ output: OutputOptions
    ) async throws {
        let inquirer = try await bookOptions.inquirer(with: self, in: environment)
        try await refuseUndefinedNames(in: inquirer.book)
        let redlines = try await inquirer.answer(PreviewQuestion(of: asDrafts)).content
        guard output.format == .text else {
            try environment.output.write(PreviewJSON.render(redlines))
            return
        }
        var options = output.layout.text(in: environment)
        detail.apply(to: &options)
        for redline in redlines {
            try environment.output.write(RedlineText.render(redline, options: options) + "\n")
        }
        let count = "\(drafts.count) recording\(drafts.count == 1 ? "" : "s")"
        try environment.output.say(
            redlines.isEmpty
                ? "dry run: \(count) read, nothing new; nothing was written"
                : "dry run: \(count) read; nothing was written")
    }
}
