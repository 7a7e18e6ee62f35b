/// What a term permits, forbids or demands to be done.
///
/// A small tree: `any` includes every other. Distributing may carry a right to use, and buying capacity
/// may be hosting, so those pairs are neither proved apart nor proved to meet (implicit dependencies of
/// acts: w3c/poe#21). An act told in words is not guessed at, unless the words are one of these.
public enum Act: Hashable, Sendable {
    case any, use, distribute, host, buy
    case inWords(String)

    /// One word of the tree is read as that act; anything else stays in words.
    public init(words: String) {
        switch words.lowercased() {
        case "any", "anything": self = .any
        case "use", "license", "licence": self = .use
        case "distribute", "sell", "resell", "supply": self = .distribute
        case "host": self = .host
        case "buy", "purchase": self = .buy
        case _: self = .inWords(words)
        }
    }

    public var text: String {
        switch self {
        case .any: "any act"
        case .use: "use"
        case .distribute: "distribute"
        case .host: "host"
        case .buy: "buy"
        case .inWords(let words): "\"\(words)\""
        }
    }

    /// Whether doing one may be doing the other; the same both ways.
    public func relation(to other: Act) -> Overlap {
        switch (self, other) {
        case (.inWords(let mine), .inWords(let its)): mine == its ? .overlap : .unknown
        case (.inWords, _), (_, .inWords): .unknown
        case (.any, _), (_, .any): .overlap
        case (.use, .use), (.distribute, .distribute), (.host, .host), (.buy, .buy): .overlap
        case (.use, .distribute), (.distribute, .use), (.host, .buy), (.buy, .host): .unknown
        case (.use, .host), (.host, .use), (.use, .buy), (.buy, .use), (.distribute, .host),
            (.host, .distribute), (.distribute, .buy), (.buy, .distribute):
            .disjoint
        }
    }
}
