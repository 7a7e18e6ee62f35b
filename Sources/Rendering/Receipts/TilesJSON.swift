public import Transparency

/// What is served of a book as files, as JSON, schema `deedbook/tiles/1`.
public enum TilesJSON {
    static let answer = JSONAnswer<(folder: String, head: Checkpoint, written: Int, kept: Int)>(
        "tiles", "what a folder of static tiles serves of the book",
        command: "deedbook tiles FOLDER --format json",
        .member("folder", .text, \.folder),
        .all(of: SignedCheckpointJSON.head, \.head),
        .member("written", .count, \.written).described("How many files were written."),
        .member("kept", .count, \.kept).described("How many existed already."))

    /// - Parameters:
    ///   - head: the checkpoint in the folder.
    ///   - written: how many files were written, the checkpoint among them.
    ///   - kept: how many existed already.
    public static func render(
        _ folder: String, head: Checkpoint, written: Int, kept: Int
    ) -> String {
        answer.text(of: (folder, head, written, kept))
    }
}
