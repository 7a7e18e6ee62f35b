import Amendments
import Foundation
import Notation
public import Terms
import Transparency

extension Journal {
    /// A document that a source names by `file`, and that is what is stated of it.
    public struct SourceDocument: Hashable, Sendable {
        /// Where it lies.
        public var path: String
        public var sha256: DocumentDigest
    }
}

/// The documents that a recording's sources name: each is looked at where it lies, beside the recording's own file.
enum SourceDocuments {
    /// A document without a hash beside it.
    struct Unstated {
        var name: DocumentPath
        /// What it is.
        var sha256: DocumentDigest
        /// Where the member `file` begins.
        var mark: Mark?
    }

    /// What the sources of a recording name.
    struct Found {
        /// The documents that are as stated.
        var stated: [Journal.SourceDocument] = []
        var unstated: [Unstated] = []
    }

    /// Reports every document that is not there, is another one, lies elsewhere, or is named without its hash.
    ///
    /// - Parameter recording: the recording as it was read; a hash that is not stated is put there, so that it is
    ///   reported once.
    /// - Returns: the documents that are as stated.
    static func check(
        _ recording: inout Node, in file: String, _ problems: inout Problems
    ) -> [Journal.SourceDocument] {
        guard case .object(var members) = recording.content,
            let place = members.firstIndex(where: { $0.name == "sources" }),
            case .list(var sources) = members[place].value.content
        else { return [] }
        var documents: [Journal.SourceDocument] = []
        for index in sources.indices {
            let found = look(at: index, sources[index], in: file, &problems)
            documents += found.stated
            for unstated in found.unstated {
                problems.within(place: index) {
                    $0.report(
                        "'\(unstated.name)' is named without its sha256: any file of that name would do",
                        hint:
                            "write beside it: sha256: \(unstated.sha256); deedbook attach FILE.yaml does",
                        at: sources[index]["file"]?.mark)
                }
                guard case .object(let own) = sources[index].content else { continue }
                let member = Node.Member(
                    "sha256", .string(unstated.sha256.hexadecimal), mark: unstated.mark)
                sources[index].content = .object(own + [member])
            }
        }
        members[place].value.content = .list(sources)
        recording.content = .object(members)
        return documents
    }

    /// The documents that the sources name, and every problem but that a hash is not stated.
    ///
    /// What the members themselves have to be is reported too, as where the recording is read.
    static func find(in recording: Node, of file: String, _ problems: inout Problems) -> Found {
        guard case .list(let sources)? = recording["sources"]?.content else { return Found() }
        var found = Found()
        for (index, source) in sources.enumerated() {
            problems.within(place: index) { problems in
                if let file = source["file"] { _ = DocumentPath.codec.decode(file, &problems) }
                if let hash = source["sha256"] { _ = DocumentDigest.codec.decode(hash, &problems) }
            }
            let own = look(at: index, source, in: file, &problems)
            found.stated += own.stated
            found.unstated += own.unstated
        }
        return found
    }

    private static func look(
        at index: Int, _ source: Node, in file: String, _ problems: inout Problems
    ) -> Found {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        var found = Found()
        problems.within(place: index) { look(at: source, in: folder, &found, &$0) }
        return found
    }

    private static func look(
        at source: Node, in folder: URL, _ found: inout Found, _ problems: inout Problems
    ) {
        guard case .object(let members) = source.content, let file = source["file"],
            let name = file.text.flatMap({ DocumentPath($0) })
        else { return }
        let actual: DocumentDigest
        do throws(Problem) { actual = try digest(of: name, in: folder) } catch {
            let stated = source["sha256"]?.text.map { "; its sha256 is stated as \($0)" } ?? ""
            problems.report("'\(name)' \(error.message)\(stated)", hint: error.hint, at: file.mark)
            return
        }
        guard let stated = source["sha256"] else {
            let mark = members.first { $0.name == "file" }?.mark
            found.unstated.append(Unstated(name: name, sha256: actual, mark: mark))
            return
        }
        guard let text = stated.text, let digest = DocumentDigest(text) else { return }
        guard digest == actual else {
            problems.report(
                "'\(name)' is another file than the one stated: its sha256 is \(actual), stated is "
                    + "\(digest)",
                hint: "find the file that was read, or state the one that is there",
                at: stated.mark)
            return
        }
        found.stated.append(
            Journal.SourceDocument(
                path: folder.appendingPathComponent(name.text).path, sha256: digest))
    }

    /// The hash of a document's bytes; a link may not lead out of the folder either.
    private static func digest(
        of name: DocumentPath, in folder: URL
    ) throws(Problem) -> DocumentDigest {
        let folder = folder.resolvingSymlinksInPath()
        let target = folder.appendingPathComponent(name.text).resolvingSymlinksInPath()
        guard target.pathComponents.starts(with: folder.pathComponents) else {
            throw Problem(
                "leads out of the folder of the recording's file",
                hint: "put the document itself there, and no link to it")
        }
        return try digest(of: target.path)
    }

    /// The hash of a file's bytes.
    private static func digest(of target: String) throws(Problem) -> DocumentDigest {
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        guard let type = attributes?[.type] as? FileAttributeType else {
            throw Problem("is not there", hint: "put the document beside the recording's file")
        }
        guard type == .typeRegular else {
            throw Problem("is not a file", hint: "name the document itself")
        }
        guard (attributes?[.size] as? Int ?? 0) <= DocumentHash.mostBytes else {
            throw Problem(
                "has more than \(DocumentHash.mostBytes) bytes, and a document has at most as many",
                hint: "name the document itself, and no archive of many")
        }
        guard let handle = FileHandle(forReadingAtPath: target) else {
            throw Problem("cannot be read", hint: "check who may read it")
        }
        var hash = DocumentHash()
        do {
            while let bytes = try handle.read(upToCount: 1 << 16), !bytes.isEmpty {
                hash.add([UInt8](bytes))
            }
        } catch {
            throw Problem("cannot be read to its end", hint: "copy it again")
        }
        return hash.digest
    }
}

extension Problems {
    /// Within a source, counted from 0.
    fileprivate mutating func within(place: Int, _ work: (inout Problems) -> Void) {
        within("sources") { problems in problems.within(String(place + 1)) { work(&$0) } }
    }
}
