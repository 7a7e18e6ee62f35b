/// What a predicate calls by people's words, which only the book or the clock can say the meaning of.
public struct PredicateName: Hashable, Sendable {
    /// What is called so.
    public enum What: Hashable, Sendable { case agreement, party, day }

    public var what: What
    /// As it was written.
    public var text: String

    public init(_ what: What, _ text: String) {
        self.what = what
        self.text = text
    }

    /// Something that can stand there while the meaning is looked for.
    var placeholder: String {
        switch what {
        case .agreement, .party: "x"
        case .day: "2000-01-01"
        }
    }
}

/// What the names of a predicate mean, as it is read.
final class PredicateMeanings {
    private let known: [PredicateName: String]
    /// Those of which the meaning is not known yet.
    private(set) var asked: Set<PredicateName> = []

    init(_ known: [PredicateName: String]) { self.known = known }

    /// What a name means; something that can stand there where that is not known yet.
    func text(of text: String, as what: PredicateName.What) -> String {
        let name = PredicateName(what, text)
        if let meaning = known[name] { return meaning }
        asked.insert(name)
        return name.placeholder
    }
}
