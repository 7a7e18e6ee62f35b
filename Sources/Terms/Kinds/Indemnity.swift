extension TermKindDefinition {
    /// Losses that one party bears for another. A basket is the amount that they must reach first: a deductible is
    /// never paid, a tipping basket is paid from the first unit once it is full.
    static let indemnity = TermKindDefinition(
        .indemnity, "one party bears the losses of another",
        category: .money,
        fields: [
            .required(.obligor, .party, "who bears them"),
            .required(.beneficiary, .party, "who is kept whole"),
            .required(.subject, .text, "losses from what"),
            .optional(.basket, .money, "the amount that the losses must reach first"),
            .optional(.basketType, .choice(["deductible", "tipping"]), "what the basket does"),
            .optional(.cap, .money, "the most to be paid"),
            .optional(.survives, .duration, "for how long after the agreement"),
            .optional(.limits, .text, "what it leaves out"),
        ],
        survival: .stated(in: .survives), mayBeBounded: true,
        sentence: """
            {obligor} indemnifies {beneficiary} against: {subject}[; basket: {basket}[ ({basket-type})]]\
            [; cap: {cap}][; continues {survives} after termination][; limits: {limits}]
            """,
        brief: "[cap: {cap}; ]{obligor} indemnifies {beneficiary} against {subject}")
}
