public import Amendments
public import Terms

/// How a text is laid out, and what of the question the answer itself does not carry.
public struct TextOptions: Hashable, Sendable {
    /// How many columns a line may take.
    public var width: Int
    public var style: Style
    /// Whether ended terms, terms agreed later and past matters are shown too.
    public var showsAll: Bool
    /// Whether every field stands in a line of its own; else one line a term or a change.
    public var showsFields: Bool
    /// Whether the instruments behind each line stand there too, with their sources.
    public var showsSources: Bool
    /// Today in the agreement's zone; a later day of the question is flagged as scheduled.
    public var today: Day?
    /// How many terms were left out because others were asked for.
    public var termsLeftOut: Int
    /// The position asked for, where the answer rests on an earlier one.
    public var askedPosition: Position?

    public init(
        width: Int = 80, style: Style = .plain, showsAll: Bool = false,
        showsFields: Bool = false, showsSources: Bool = false, today: Day? = nil,
        termsLeftOut: Int = 0, askedPosition: Position? = nil
    ) {
        self.width = width
        self.style = style
        self.showsAll = showsAll
        self.showsFields = showsFields
        self.showsSources = showsSources
        self.today = today
        self.termsLeftOut = termsLeftOut
        self.askedPosition = askedPosition
    }
}
