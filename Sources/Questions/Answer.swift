public import Amendments
import Ledger
public import Terms

/// The answer to a question, with the question.
public struct Answer<Asked: Question>: Sendable {
    /// What was asked, in the words of who asked.
    public let question: Asked
    /// The day that was today for the answer: in the zone of its agreement, in UTC where it is about several; nil
    /// where the answer is the same on every day, or each agreement has a today of its own.
    public let today: Day?
    /// The agreements whose today is that of UTC, because their zone is not known here.
    public let unknownZones: [UnknownZone]
    /// What the answer says.
    public let content: Asked.Content

    init(
        _ question: Asked, today: Day? = nil, unknownZones: [UnknownZone] = [],
        _ content: Asked.Content
    ) {
        self.question = question
        self.today = today
        self.unknownZones = unknownZones
        self.content = content
    }

    init(_ question: Asked, from point: ResolvedVantage, _ content: Asked.Content) {
        self.init(question, today: point.today, unknownZones: point.unknownZones, content)
    }
}

extension Answer where Asked: PointedQuestion {
    /// The position that was asked for by its number, where one was; the answer may rest on an earlier one.
    public var askedPosition: Position? {
        switch question.knowledge.recordedAt {
        case .position(let given)?: given
        case .instant?, nil: nil
        }
    }
}

extension Answer where Asked.Content: Grounded {
    /// What the answer rests on, and how much it leaves out.
    public var grounds: Grounds { content.grounds }
}
