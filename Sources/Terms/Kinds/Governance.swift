extension TermKindDefinition {
    /// A say in a company: a seat, a place at the table, or a matter that needs the holder's consent.
    static let governance = TermKindDefinition(
        .governance, "one party has a say in how a company is run",
        category: .rights,
        fields: [
            .required(.holder, .party, "who has the say"),
            .required(.issuer, .party, "in which company"),
            .required(
                .right,
                .choice([
                    "board-seat", "board-observer", "nomination", "consent", "veto", "information",
                    "voting",
                ]), "what say"),
            .optional(.seats, .count, "how many seats"),
            .optional(.matters, .text, "on what matters"),
            .acts,
            .optional(.atLeast, FieldSchema.share, "the stake below which the right falls away"),
            .exception,
        ],
        sentence: """
            {holder} has a right in {issuer}: {right}[; seats: {seats}][; matters: {matters}]\
            [; acts: {acts}][; while it holds at least: {at-least}][, unless {exception}]
            """,
        brief: "{holder} in {issuer}: {right}[; seats: {seats}][; {matters}]")
}
