import Amendments
import EventStore
import Foundation
import FoundationXML
import Journal
import Ledger
import Notation
import Questions
import Rendering
import Terms
import Testing

/// Books that pictures are drawn of.
enum PictureBooks {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func book(_ texts: [String]) async throws -> Book {
        let book = Book(store: store())
        for text in texts {
            let (recording, problems) = Journal.recording(yaml: text)
            _ = try await book.record(
                try #require(recording, "\(problems)"), by: "ana")
        }
        return book
    }

    /// The record of a folder, recorded once for all tests.
    static func events() async throws -> Book { try await shared.value }

    private static let shared = Task {
        let book = Book(store: store())
        for draft in Journal.read(paths: [root.appendingPathComponent("Events").path]).drafts {
            _ = try await book.record(draft.recording, by: "ana")
        }
        return book
    }

    private static func store() -> InMemoryStore {
        InMemoryStore(clock: { Instant(microseconds: 0) }, salt: { [] })
    }

    static func picture(
        of agreement: AgreementID, in book: Book, from vantage: Vantage,
        subject: TimelinePicture.Subject = .timeline, by grouping: TimelinePicture.Grouping = .kind,
        conflicts: ConflictStrip = ConflictStrip()
    ) async throws -> String {
        let copy = try await book.conformedCopy(of: agreement, from: vantage)
        return TimelinePicture(
            reading: try await book.reading(of: agreement, from: vantage),
            histories: try await book.timeline(of: agreement, term: nil, from: vantage),
            copy: copy, subject: subject, grouping: grouping, conflicts: conflicts
        ).svg
    }
}

/// A picture as another program reads it: libxml2, which is not the program that wrote it.
final class ParsedPicture: NSObject, XMLParserDelegate {
    struct Element {
        var name: String
        var attributes: [String: String]
        var text = ""
        /// The classes of what it stands in, outermost first.
        var within: [String]
        /// The place of the element it stands in.
        var parent: Int?

        func number(_ name: String) -> Int { attributes[name].flatMap { Int($0) } ?? 0 }
    }

    struct Box {
        var left: Int
        var top: Int
        var right: Int
        var bottom: Int
        var words: String

        func overlaps(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private(set) var elements: [Element] = []
    private var open: [Int] = []
    private var failure: (any Error)?

    init(_ svg: String) throws {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        guard parser.parse(), failure == nil else {
            throw failure ?? parser.parserError ?? CocoaError(.fileReadCorruptFile)
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        let within = open.compactMap { elements[$0].attributes["class"] }
        elements.append(
            Element(name: name, attributes: attributes, within: within, parent: open.last))
        open.append(elements.count - 1)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.last { elements[last].text += text }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { failure = error }

    var root: Element { elements[0] }

    func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func children(of index: Int) -> [Element] { elements.filter { $0.parent == index } }

    /// The elements of a class.
    func places(of name: String) -> [Int] {
        elements.indices.filter { elements[$0].attributes["class"] == name }
    }

    /// Every text with the room it may take.
    var texts: [Box] {
        named("text").map { element in
            let size = element.number("font-size")
            let width = TextMeasure.width(
                element.text, size: size, isBold: element.attributes["font-weight"] == "bold")
            var left = element.number("x")
            if element.attributes["text-anchor"] == "middle" { left -= width / 2 }
            let baseline = element.number("y")
            return Box(
                left: left, top: baseline - size * 4 / 5, right: left + width,
                bottom: baseline + size / 5, words: element.text)
        }
    }

    /// The bodies of the bars, by the row they stand in.
    var bars: [Box] {
        elements.filter { $0.name == "rect" && $0.within.last == "bar" }
            .filter { $0.attributes["class"] != "behind" }
            .map { element in
                let (x, y) = (element.number("x"), element.number("y"))
                return Box(
                    left: x, top: y, right: x + element.number("width"),
                    bottom: y + element.number("height"),
                    words: element.attributes["class"] ?? "")
            }
    }

    /// Left and right edge of the plot: the lines over and under it.
    var plot: (left: Int, right: Int) {
        let edges = elements.filter { $0.attributes["class"] == "edge" }
        return (edges[0].number("x1"), edges[0].number("x2"))
    }
}
