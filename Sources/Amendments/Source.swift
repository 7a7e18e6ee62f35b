public import Notation
public import Terms

/// Where a fact comes from, and how good that evidence is.
public struct Source: Hashable, Sendable {
    public var id: SourceID
    public var grade: SourceGrade
    public var publisher: String
    public var title: String?
    public var url: String?
    public var published: CivilDate?
    public var quote: String?
    public var note: String?

    public init(
        id: SourceID,
        grade: SourceGrade,
        publisher: String,
        title: String? = nil,
        url: String? = nil,
        published: CivilDate? = nil,
        quote: String? = nil,
        note: String? = nil
    ) {
        self.id = id
        self.grade = grade
        self.publisher = publisher
        self.title = title
        self.url = url
        self.published = published
        self.quote = quote
        self.note = note
    }

    public static let codec = Codec<Source>.object(
        {
            Source(
                id: $0, grade: $1, publisher: $2, title: $3, url: $4, published: $5, quote: $6,
                note: $7)
        },
        .required("id", \.id, SourceID.codec),
        .required("grade", \.grade, .choice("a source grade")),
        .required("publisher", \.publisher, .text),
        .optional("title", \.title, .text),
        .optional("url", \.url, .text),
        .optional("published", \.published, CivilDate.codec),
        .optional("quote", \.quote, .text),
        .optional("note", \.note, .text)
    ).named("source")

    /// The sources of a recording: at least one, each with an id of its own.
    static let listCodec: Codec<[Source]> = {
        let list = Codec<[Source]>.list(of: codec, atLeast: 1)
        return Codec(schema: list.schema) { node, problems in
            let sources = list.decode(node, &problems)
            guard case .list(let items) = node.content else { return nil }
            var seen: Set<String> = []
            for id in items.compactMap({ $0["id"] }) {
                guard let text = id.text, !seen.insert(text).inserted else { continue }
                problems.report("source '\(text)' is given twice", hint: "keep one", at: id.mark)
            }
            return sources
        } encode: {
            list.encode($0)
        }
    }()
}
