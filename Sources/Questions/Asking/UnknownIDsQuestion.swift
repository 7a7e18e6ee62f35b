import Amendments
public import EventStore
import Ledger
import Notation
public import Portfolio
import Terms

/// Which ids of a predicate has nothing in the book?
///
/// Asked where nothing was found: for a party or a term the events that name them are read of every agreement.
public struct UnknownIDsQuestion: Question {
    /// By what they are of, then in the order of the ids.
    public typealias Content = [Unknown]

    /// An id that nothing has, with those that may be meant, nearest first.
    public struct Unknown: Hashable, Sendable {
        public var named: DeedbookError.Named
        public var text: String
        public var nearest: [String]
    }

    public var predicate: TermPredicate

    public init(in predicate: TermPredicate) { self.predicate = predicate }

    public var basis: Basis { .recorded }

    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<UnknownIDsQuestion> {
        var unknown: [Unknown] = []
        let asked = Dictionary(grouping: predicate.ids.map(Self.named)) { $0.0 }
        for (named, ids) in asked.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let known = try await inquiry.book.ids(of: named)
            for text in Set(ids.map(\.1)).subtracting(known).sorted() {
                unknown.append(
                    Unknown(
                        named: named, text: text,
                        nearest: Spelling.nearest(to: text, among: known.sorted())))
            }
        }
        return Answer(self, unknown)
    }

    private static func named(_ id: TermPredicate.ID) -> (DeedbookError.Named, String) {
        switch id {
        case .agreement(let id): (.agreement, id.text)
        case .party(let id): (.party, id.text)
        case .term(let id): (.term, id.text)
        }
    }
}

extension Book {
    /// Every id of that sort that something in the book has or had.
    fileprivate func ids(
        of named: DeedbookError.Named
    ) async throws(DeedbookError) -> Set<String> {
        switch named {
        case .agreement: Set(try await agreements(at: nil).map(\.text))
        case .party: Set(try await partyNames().keys.map(\.text))
        case .recording: Set(try await headers().map(\.key.text))
        case .term: try await termIDs()
        }
    }

    private func termIDs() async throws(DeedbookError) -> Set<String> {
        var ids: Set<String> = []
        for head in try await agreementHeads() {
            let state = try await state(of: head.id, from: [.termAdded, .termMoved])
            for term in state.terms.values {
                ids.insert(term.identity.text)
                ids.formUnion(term.renamings.map(\.id.text))
            }
        }
        return ids
    }
}
