public import Notation

/// Releases of one contracting process merged by the published rules: their values, and the history of each field.
///
/// Releases are appended in the order of their dates. The reference implementation is `ocds-merge` of Open Contracting
/// Partnership; its published fixtures are this type's tests.
public struct MergedRelease: Sendable {
    private let rules: MergeRules
    private var fields = MergedObject()
    private var ocid: Node?
    private var date: Node?

    public init(_ rules: MergeRules = .ocds11) { self.rules = rules }

    /// Adds what one release says.
    ///
    /// - Parameter pointer: where the release stands in its document, for problems.
    /// - Throws: the problem of a field that is an object here and something else in an earlier release.
    public mutating func append(
        _ release: Node, at pointer: JSONPointer = .root
    ) throws(Problem) {
        guard case .object(let members) = release.content else {
            throw Problem(
                "\(pointer): \(release.excerpt) is not a release", hint: "expected an object",
                mark: release.mark)
        }
        let origin = Origin(
            id: release["id"] ?? Node(.null), date: release["date"] ?? Node(.null),
            tag: release["tag"] ?? Node(.null))
        // Before OCDS 1.1.4 the schema did not say of `tag` that it is of its release alone.
        let own = members.filter { $0.name != "tag" && $0.name != "ocid" }
        try fields.merge(own, from: origin, by: rules, at: Place([], pointer))
        ocid = release["ocid"]
        date = release["date"]
    }

    /// The compiled release: the latest value of each field.
    public var compiled: Node {
        var head = [("tag", Node.list([.string("compiled")]))]
        let texts = [ocid, date].map { $0?.text ?? "None" }
        head.append(("id", .string(texts.joined(separator: "-"))))
        if let date, date.content != .null { head.append(("date", date)) }
        if let ocid, ocid.content != .null { head.append(("ocid", ocid)) }
        return Node(.object(head.map { Node.Member($0.0, $0.1) } + fields.latest))
    }

    /// The versioned release: each field with all values it had, and the release that gave each.
    public var versioned: Node {
        let head = ocid.map { [Node.Member("ocid", $0)] } ?? []
        return Node(.object(head + fields.history))
    }
}

/// The release that gave a value.
struct Origin: Sendable {
    var id: Node
    var date: Node
    var tag: Node
}

/// Where a field stands: by its members, for the rules, and in its document, for problems.
struct Place {
    let path: [String]
    let pointer: JSONPointer

    init(_ path: [String], _ pointer: JSONPointer) {
        self.path = path
        self.pointer = pointer
    }

    func member(_ name: String) -> Place { Place(path + [name], pointer.member(name)) }
    func item(_ index: Int) -> Place { Place(path, pointer.item(index)) }
}
