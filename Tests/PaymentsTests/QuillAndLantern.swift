import Ledger

/// The start of the recordings from which the tests make agreements: who the parties are.
enum QuillAndLantern {
    /// The first recording, up to its parties; events are added, two spaces in.
    static let opening = """
        recording: 2024-01-01-opening
        agreement: quill-lantern
        instrument: { kind: definitive, title: Opening, effective: { on: 2024-01-01 } }
        disclosed: 2024-01-01
        sources: [{ id: text, grade: executed-text, publisher: invented for tests }]
        events:
          - agreement-recorded: { title: Quill and Lantern, zone: UTC }
          - party-admitted: { party: quill, name: Quill Invented Works }
          - party-admitted: { party: lantern, name: Lantern Invented Works }

        """

    /// What an answer rests on where no one asks.
    static let resolved = ResolvedPoint(
        position: nil, governing: nil, hiddenByDisclosure: 0, hiddenByPosition: 0)
}
