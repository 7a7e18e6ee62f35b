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
    /// The page, or pages, of the document on which the fact stands: `12`, `12-14`, `F-3`.
    public var page: String?

    public init(
        id: SourceID,
        grade: SourceGrade,
        publisher: String,
        title: String? = nil,
        url: String? = nil,
        published: CivilDate? = nil,
        quote: String? = nil,
        note: String? = nil,
        page: String? = nil
    ) {
        self.id = id
        self.grade = grade
        self.publisher = publisher
        self.title = title
        self.url = url
        self.published = published
        self.quote = quote
        self.note = note
        self.page = page
    }

    public static let codec = members.named("source")

    /// The codec whose schema is not under a name, so that others can add to it.
    static let members = Codec<Source>.object(
        {
            Source(
                id: $0, grade: $1, publisher: $2, title: $3, url: $4, published: $5, quote: $6,
                note: $7, page: $8)
        },
        .required("id", \.id, SourceID.codec),
        .required("grade", \.grade, .choice("a source grade")),
        .required("publisher", \.publisher, .text),
        .optional("title", \.title, .text),
        .optional("url", \.url, .text),
        .optional("published", \.published, CivilDate.codec),
        .optional("quote", \.quote, .text),
        .optional("note", \.note, .text),
        .optional("page", \.page, .text)
    )
}
