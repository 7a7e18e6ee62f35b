import Terms

/// What a picture shows, in days and words; where it stands is the drawing's business.
struct Chart {
    var title: String
    /// The question.
    var question: [QuestionHead.Row]
    var day: Day
    var groups: [Group]
    var turningDays: [TurningDay]
    /// What is hidden or left out.
    var foot: [String]
    /// A few words that distinguish this picture's ids from those of another in one page.
    var id: String

    struct Group {
        var title: String
        var rows: [Row]
    }

    /// One line of the picture: a term, a condition, a dispute or a conflict.
    struct Row {
        var label: String
        var note: String
        /// What stands to the right of the bars: how it ends, and why.
        var ending: (first: String, second: String)
        var barSpans: [BarSpan] = []
        var marks: [Mark] = []
    }

    /// A bar, or a part of one.
    struct BarSpan: Hashable {
        var days: DayRange
        var style: Style
        /// What stands in the bar, the first of these for which there is room.
        var texts: [String] = []
        /// Shown to a reader that points at it.
        var title: String
        var cap: Cap = .none
        /// Neighbours that read differently are shaded differently.
        var isShaded = false
        /// Whether what holds in it is what held before it: a value that had no room there stands here.
        var goesOn = false
    }

    /// How a bar is drawn; each differs from every other in pattern or outline, not by colour alone.
    enum Style: String, CaseIterable, Hashable {
        case inForce = "in force"
        case suspended
        case indeterminate = "the dates are too imprecise to say"
        case conditional = "goes on unless a pending condition ends it"
        case openEnded = "no end date stated: shown as going on"
        case waiting = "waits for a condition or a day"
        case condition = "a condition is pending"
        case dispute
        case certainConflict = "certain conflict"
        case possibleConflict = "possible conflict"
    }

    /// How a bar ends on its right.
    enum Cap: String, CaseIterable, Hashable {
        case none
        /// On a day that is stated or known.
        case stop = "ends on that day"
        /// Stated to have no end.
        case arrow = "stated to have no end"
        /// When a condition comes about.
        case diamond = "ends upon a condition"
        /// No day is stated.
        case question = "no end date stated"
    }

    /// A sign on the row at one day.
    struct Mark: Hashable {
        var day: Day
        var sort: Sort
        var title: String

        enum Sort: String, CaseIterable, Hashable {
            case change = "a field changes"
            case report = "reported, on the day it was disclosed"
            case withdrawn = "reported, and withdrawn since"
        }
    }

    /// A day on which much changes: a line through the picture.
    struct TurningDay: Hashable {
        var day: Day
        var letter: String
        var title: String
        /// Which terms begin, end and change, in words.
        var changes: String
        var terms: Int
    }

    var rows: [Row] { groups.flatMap(\.rows) }
}
