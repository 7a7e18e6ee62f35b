import Notation
import Terms

/// One release, with what identifies it.
struct Release: Sendable {
    let node: Node
    let file: String
    /// Where it stands in its file.
    let pointer: JSONPointer
    let ocid: String
    let id: String
    let date: WrittenInstant
    let tags: Set<String>
    /// Who published the package that it came in.
    let publisher: String?
    let rules: MergeRules

    /// When what it says became known.
    var day: CivilDate { CivilDate(date.day) }

    /// Its id without that of the process, which many publishers put in front.
    var ownID: String {
        id.hasPrefix("\(ocid)-") ? String(id.dropFirst(ocid.count + 1)) : id
    }

    /// How the sources of a recording name it.
    var title: String { "OCDS release \(id) of \(ocid)" }

    /// Its place among the releases of its process.
    var place: ReleasePlace { ReleasePlace(date: date, title: title) }

    /// The contract of that id, as this release has it, and where.
    func contract(_ id: String) -> (node: Node, pointer: JSONPointer)? {
        node["contracts"]?.items.enumerated().first { $0.element["id"]?.identifier == id }
            .map { ($0.element, pointer.member("contracts").item($0.offset)) }
    }
}

/// The order of releases: by their dates, as the rules of merging have it. Of two of one moment they say nothing; the
/// names decide, so that the order is the same whatever releases are at hand.
struct ReleasePlace: Hashable, Comparable, Sendable {
    var date: WrittenInstant
    var title: String

    static func < (one: ReleasePlace, other: ReleasePlace) -> Bool {
        if one.date < other.date || other.date < one.date { return one.date < other.date }
        return one.title < other.title
    }
}

extension Node {
    /// What is listed; nothing where it is no list.
    var items: [Node] { if case .list(let items) = content { items } else { [] } }

    /// An id, which may be a number.
    var identifier: String? {
        switch content {
        case .string(let text) where !text.isEmpty: text
        case .integer(let number): String(number)
        case .plain, .string, .boolean, .null, .list, .object: nil
        }
    }

    /// A text that says something.
    var words: String? {
        guard case .string(let text) = content else { return nil }
        let isBlank = text.allSatisfy(\.isWhitespace)
        return isBlank ? nil : text
    }

    /// A number, as plain decimal text.
    var decimal: String? {
        switch content {
        case .integer(let number): String(number)
        case .plain(let text): text
        case .string, .boolean, .null, .list, .object: nil
        }
    }
}

extension Problem {
    /// A problem at a place of a JSON document.
    init(_ pointer: JSONPointer, _ message: String, hint: String? = nil, of node: Node?) {
        let place = pointer == .root ? "" : "\(pointer): "
        self.init(place + message, hint: hint, mark: node?.mark)
    }
}
