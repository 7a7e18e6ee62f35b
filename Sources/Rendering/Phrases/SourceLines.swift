import Amendments
import Terms

/// Sources in full: publisher, grade, title, place, day, page, quote and note.
enum SourceLines {
    static func write(_ sources: [Source], to page: inout TextPage, indent: Int) {
        for source in sources.sorted(by: { ($0.grade, $0.id) < ($1.grade, $1.id) }) {
            var text = "\(source.publisher) [\(source.grade.rawValue)]"
            if let title = source.title { text += ", \(title)" }
            if let published = source.published { text += ", published \(published)" }
            if let page = source.page { text += ", page \(page)" }
            page.paragraph(StyledText(text), indent: indent, hang: 2)
            // Whole, however long: an address in two lines cannot be followed.
            if let url = source.url { page.verbatim(StyledText(url), indent: indent + 2) }
            if let quote = source.quote {
                page.paragraph(StyledText("\"\(quote)\""), indent: indent + 2, hang: 1)
            }
            if let note = source.note {
                page.paragraph(StyledText("note: \(note)"), indent: indent + 2, hang: 2)
            }
        }
    }
}
