extension TermKindDefinition {
    /// What a holder gets when shares are issued for less, or are split: the words are those of the model charters of
    /// the US National Venture Capital Association.
    static let antiDilution = TermKindDefinition(
        .antiDilution, "a holder is kept from being diluted",
        category: .money,
        fields: [
            .required(.holder, .party, "who is protected"),
            .required(.issuer, .party, "in which company"),
            .required(
                .method,
                .choice([
                    "full-ratchet", "broad-based-weighted-average", "narrow-based-weighted-average",
                    "weighted-average", "proportional", "pre-emption",
                ]),
                "how: `proportional` is for splits and dividends alone, `pre-emption` a right to buy along"
            ),
            .optional(.subject, .text, "in which shares or securities"),
            .optional(.limits, .text, "what issues it leaves out"),
        ],
        sentence: """
            {issuer} protects {holder} from dilution ({method})[: {subject}]\
            [; limits: {limits}]
            """,
        brief: "{method}[: {subject}]; {issuer} protects {holder} from dilution")
}
