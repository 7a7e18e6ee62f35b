import Foundation
import Notation

/// Which files hold recordings, and their bytes.
enum JournalFiles {
    static let linesExtension = ".jsonl"
    private static let extensions = [".yaml", ".yml", linesExtension]

    /// The files of recordings among the paths and in the folders among them, each once.
    static func find(at paths: [String], _ unreadable: inout [Problem]) -> [String] {
        var files: [String] = []
        var seen: Set<String> = []
        for path in paths {
            for file in find(at: path, &unreadable) where seen.insert(identity(of: file)).inserted {
                files.append(file)
            }
        }
        return files
    }

    /// The file's name without its extension.
    static func name(of file: String) -> String {
        let name = file.split(separator: "/").last.map { String($0) } ?? file
        let suffix = extensions.first { name.hasSuffix($0) } ?? ""
        return String(name.dropLast(suffix.count))
    }

    /// The file's content, unless it is longer than the limit: then nothing of it is read.
    static func bytes(of file: String, limit: Int) throws(Problem) -> [UInt8] {
        let size = try size(of: file)
        guard size <= limit else {
            throw Problem(
                "the file has \(size) bytes", hint: "a recording has at most \(limit) bytes")
        }
        guard let data = FileManager.default.contents(atPath: file) else { throw notReadable }
        return [UInt8](data)
    }

    /// What gives the next bytes of the file each time; none at its end.
    static func chunks(of file: String) throws(Problem) -> () throws(Problem) -> [UInt8] {
        _ = try size(of: file)
        guard let handle = FileHandle(forReadingAtPath: file) else { throw notReadable }
        return { () throws(Problem) -> [UInt8] in
            do { return try handle.read(upToCount: 1 << 16).map { [UInt8]($0) } ?? [] } catch {
                throw notReadable
            }
        }
    }

    /// Throws where it is no file, as for a pipe, which would be waited for.
    private static func size(of file: String) throws(Problem) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: file).resolvingSymlinksInPath().path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw Problem("not a file", hint: "give YAML files or folders of them")
        }
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    private static var notReadable: Problem {
        Problem("cannot be read", hint: "check who may read it")
    }

    private static func find(at path: String, _ unreadable: inout [Problem]) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            report(
                "no such file or folder", "give YAML files or folders of them", path, &unreadable)
            return []
        }
        if isFolder.boolValue { return recordings(in: path, &unreadable) }
        guard isRecording(path) else {
            report(
                "not a file of recordings",
                "expected a name in \(extensions.joined(separator: ", "))", path, &unreadable)
            return []
        }
        return [path]
    }

    private static func recordings(
        in folder: String, _ unreadable: inout [Problem]
    ) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            report("cannot be read", "check who may read the folder", folder, &unreadable)
            return []
        }
        var files: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            switch attributes?[.type] as? FileAttributeType {
            case .typeDirectory?: files += recordings(in: path, &unreadable)
            case .typeRegular? where isRecording(name): files.append(path)
            case _ where isRecording(name):
                report("not a regular file", "put the file itself here", path, &unreadable)
            case _: break
            }
        }
        return files
    }

    private static func report(
        _ message: String, _ hint: String, _ path: String, _ unreadable: inout [Problem]
    ) {
        unreadable.append(Problem(message, hint: hint, file: path))
    }

    private static func isRecording(_ name: String) -> Bool {
        extensions.contains { name.hasSuffix($0) }
    }

    /// The same for every path of one file.
    private static func identity(of file: String) -> String {
        URL(fileURLWithPath: file).resolvingSymlinksInPath().path
    }
}
