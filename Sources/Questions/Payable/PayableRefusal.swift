public import Ledger
public import Payments
public import Terms

/// Why a term cannot be worked out from what is given.
public enum PayableRefusal: Error, Hashable, Sendable {
    /// The term is of a kind that has no amount of money; nil where there is no such term from the point.
    case notPayable(TermKind?, from: Vantage)
    /// Figures are given for a kind that needs none.
    case takesNoFigures(TermKind)
    /// No figures are given for a kind that needs them.
    case needsFigures(TermKind)
    /// Neither figures nor both days are given.
    case needsDays
    /// The last day lies before the first.
    case reversedDays(from: Day, to: Day)
    /// The term has amounts in several currencies, and none is asked for.
    case severalCurrencies([Currency])
    /// The figures cannot be counted.
    case figures(FiguresRefusal)
}

/// Why figures cannot be counted.
public enum FiguresRefusal: Error, Hashable, Sendable {
    /// A figure is of a base that no rate of the term is of.
    case unknownBase(Figure, known: [String])
    /// The figures are of more bases than the first one's.
    case secondBase(Figure, first: String)
    /// A figure lies on both sides of the first day that counts, or of the first that no longer does; nothing says how
    /// to split it.
    case straddling(Figure, day: Day)
    /// No figure lies in the days asked about.
    case noneInDays
}
