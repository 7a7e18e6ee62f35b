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
    /// Reports every document that is not there, is another one, or is named without its hash.
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
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        var found: [Journal.SourceDocument] = []
        for index in sources.indices {
            problems.within("sources") { problems in
                problems.within(String(index + 1)) { problems in
                    if let document = check(&sources[index], in: folder, &problems) {
                        found.append(document)
                    }
                }
            }
        }
        members[place].value.content = .list(sources)
        recording.content = .object(members)
        return found
    }

    private static func check(
        _ source: inout Node, in folder: URL, _ problems: inout Problems
    ) -> Journal.SourceDocument? {
        guard case .object(let members) = source.content, let file = source["file"],
            let name = file.text.flatMap({ DocumentPath($0) })
        else { return nil }
        let path = folder.appendingPathComponent(name.text).path
        let actual: DocumentDigest
        do throws(Problem) { actual = try digest(of: path) } catch {
            let stated = source["sha256"]?.text.map { "; its sha256 is stated as \($0)" } ?? ""
            problems.report("'\(name)' \(error.message)\(stated)", hint: error.hint, at: file.mark)
            return nil
        }
        guard let stated = source["sha256"] else {
            problems.report(
                "'\(name)' is named without its sha256: any file of that name would do",
                hint: "write beside it: sha256: \(actual); deedbook attach FILE.yaml does",
                at: file.mark)
            let member = Node.Member("sha256", .string(actual.hexadecimal), mark: file.mark)
            source.content = .object(members + [member])
            return nil
        }
        guard let text = stated.text, let digest = DocumentDigest(text) else { return nil }
        guard digest == actual else {
            problems.report(
                "'\(name)' is another file than the one stated: its sha256 is \(actual), stated is "
                    + "\(digest)",
                hint: "find the file that was read, or state the one that is there",
                at: stated.mark)
            return nil
        }
        return Journal.SourceDocument(path: path, sha256: digest)
    }

    /// The hash of a file's bytes.
    static func digest(of path: String) throws(Problem) -> DocumentDigest {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        guard let type = attributes?[.type] as? FileAttributeType else {
            throw Problem("is not there", hint: "put the document beside the recording's file")
        }
        guard type == .typeRegular else {
            throw Problem("is not a file", hint: "name the document itself")
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
