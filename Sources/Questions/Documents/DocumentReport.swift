/// What is kept of the documents that a book names.
public struct DocumentReport: Hashable, Sendable {
    public struct Found: Hashable, Sendable {
        public var document: NamedDocument
        public var state: DocumentState

        public init(_ document: NamedDocument, _ state: DocumentState) {
            self.document = document
            self.state = state
        }

        /// Whether the document is not there, or another one is.
        public var isFault: Bool {
            switch state {
            case .present, .redacted, .unreadable: false
            case .missing, .altered: true
            }
        }

        /// Whether it is named: it is not as it should be, or could not be looked at.
        public var isFinding: Bool {
            switch state {
            case .present, .redacted: false
            case .missing, .altered, .unreadable: true
            }
        }
    }

    /// Each event that names a document, in the order of agreements and positions: a document that two events name
    /// stands there twice.
    public var found: [Found]

    public init(found: [Found]) { self.found = found }

    /// True where no event names a document.
    public var isEmpty: Bool { found.isEmpty }

    public var findings: [Found] { found.filter(\.isFinding) }
    /// Whether none is known to be missing or altered; those that could not be read are not checked.
    public var isClean: Bool { !found.contains(where: \.isFault) }

    public var present: Int {
        found.count { if case .present = $0.state { true } else { false } }
    }
    public var missing: Int { found.count { $0.state == .missing } }
    public var altered: Int {
        found.count { if case .altered = $0.state { true } else { false } }
    }
    public var unreadable: Int {
        found.count { if case .unreadable = $0.state { true } else { false } }
    }
    public var redacted: Int { found.count { $0.state == .redacted } }
}
