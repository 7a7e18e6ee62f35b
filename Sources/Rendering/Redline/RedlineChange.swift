import Ledger
import Notation
import Terms

/// How one value became another: as a redline by words, or both values.
struct RedlineChange {
    let before: ValueState?
    let after: ValueState?

    init(from before: ValueState?, to after: ValueState?) {
        self.before = before
        self.after = after
    }

    /// The redline by words where both are texts; where they have too little in common, one whole for the other.
    var words: WordDiff? {
        guard case .stated(.text(let old))? = before, case .stated(.text(let new))? = after else {
            return nil
        }
        let (deleted, inserted) = (SafeText.of(old), SafeText.of(new))
        let diff = WordDiff(from: deleted, to: inserted)
        return diff.isWorthShowing ? diff : WordDiff(replacing: deleted, by: inserted)
    }

    var styled: StyledText {
        if let words { return words.styled }
        switch (before?.displayText, after?.displayText) {
        case (nil, nil): return ""
        case (nil, let new?): return StyledText(new, .inserted)
        case (let old?, nil): return StyledText(old, .deleted)
        case (let old?, let new?):
            return StyledText(old, .deleted) + " -> " + StyledText(new, .inserted)
        }
    }

    /// The change of a status, in words.
    var statusStyled: StyledText {
        func words(_ state: ValueState?) -> String? {
            guard case .stated(.choice(let word))? = state else { return state?.displayText }
            return TermStatus(rawValue: word).map { ReasonPhrase.status($0) } ?? word
        }
        return switch (words(before), words(after)) {
        case (nil, nil): ""
        case (nil, let new?): StyledText(new)
        case (let old?, nil): StyledText("\(old) -> not there")
        case (let old?, let new?): StyledText("\(old) -> \(new)")
        }
    }
}
