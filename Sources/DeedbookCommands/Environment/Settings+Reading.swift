import EventStore
import Journal
import Notation

extension Settings {
    /// The settings of a process: its variables, the file of the working folder, the reader's own file.
    ///
    /// - Throws: every key that is not known and every value that is wrong, with the file, line and what would be right.
    static func read(in environment: CommandEnvironment) throws(DeedbookError) -> Settings {
        var layers = [Layer(origin: .variables, values: try variables(of: environment))]
        if let file = try file(ofStem: "./.deedbook", in: environment) {
            layers.append(
                Layer(origin: .folder(file: file.path), values: try file.folderValues()))
        }
        if let stem = userStem(environment), let file = try file(ofStem: stem, in: environment) {
            let values = try file.userValues(home: environment.variable("HOME"))
            layers.append(Layer(origin: .user(file: file.path), values: values))
        }
        return Settings(layers: layers)
    }

    /// The reader's own file without its ending: the XDG Base Directory Specification gives a program
    /// `$XDG_CONFIG_HOME`, by default `~/.config`, and has relative paths ignored.
    static func userStem(_ environment: CommandEnvironment) -> String? {
        func absolute(_ name: String) -> String? {
            environment.variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        let folder = absolute("XDG_CONFIG_HOME") ?? absolute("HOME").map { $0 + "/.config" }
        return folder.map { $0 + "/deedbook/config" }
    }

    private static func variables(
        of environment: CommandEnvironment
    ) throws(DeedbookError) -> SettingValues {
        let members: [(String, Node)] = Setting.allCases.compactMap { setting in
            guard let text = environment.variable(setting.variable) else { return nil }
            // Several files as in PATH.
            let files = text.split(separator: ":").map { Node(.plain(String($0))) }
            return (setting.rawValue, setting == .trust ? .list(files) : Node(.plain(text)))
        }
        var problems = Problems()
        if let values = SettingValues.codec.decode(.object(members), &problems) { return values }
        throw .problems(
            .usage,
            problems.all.map { problem in
                var problem = problem
                problem.file = problem.path.first.flatMap { Setting(rawValue: $0) }?.variable
                problem.path = []
                return problem
            })
    }

    private static func file(
        ofStem stem: String, in environment: CommandEnvironment
    ) throws(DeedbookError) -> SettingsFile? {
        var found: [SettingsFile] = []
        for format in SettingsFile.Format.allCases {
            let path = "\(stem).\(format.rawValue)"
            guard let bytes = try environment.files.readIfThere(path, "file of settings")
            else { continue }
            found.append(SettingsFile(path: path, format: format, bytes: bytes))
        }
        guard found.count < 2 else {
            throw DeedbookError(
                .invalid, "there are \(found.map(\.path).joined(separator: " and "))",
                hint: "keep the settings in one file")
        }
        return found.first
    }
}

/// A file of settings, as it was read.
private struct SettingsFile {
    /// How it is written; its ending says it.
    enum Format: String, CaseIterable {
        case yaml, json
    }

    let path: String
    let format: Format
    let bytes: [UInt8]

    /// What the file of a folder sets.
    func folderValues() throws(DeedbookError) -> SettingValues {
        try values { member in
            guard let setting = Setting(rawValue: member.name) else { return nil }
            if !setting.mayComeWithFolder {
                return Problem(
                    "'\(member.name)' may not be set by the file of a folder: it would choose "
                        + "for everyone who works in it",
                    hint: "set it in your own file, ~/.config/deedbook/config.yaml, or by the "
                        + "variable \(setting.variable)",
                    mark: member.mark ?? member.value.mark)
            }
            guard setting == .book, let book = member.value.text, !Self.staysInside(book) else {
                return nil
            }
            return Problem(
                "'\(book)' is not a file of this folder",
                hint: "the file of a folder may name a book that lies in it; name another one in "
                    + "your own file, ~/.config/deedbook/config.yaml, or by \(setting.variable)",
                mark: member.value.mark)
        }
    }

    /// What the reader's own file sets; paths that are not absolute begin at its folder, or at home after `~/`.
    func userValues(home: String?) throws(DeedbookError) -> SettingValues {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        func resolved(_ file: String) -> String {
            if file.hasPrefix("/") { return file }
            if file.hasPrefix("~/"), let home { return home + file.dropFirst() }
            return folder + file
        }
        var values = try values { _ in nil }
        values.book = values.book.map(resolved)
        values.trust = values.trust.map { $0.map(resolved) }
        return values
    }

    private static func staysInside(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.hasPrefix("~")
            && !path.split(separator: "/").contains("..")
    }

    /// - Parameter refusal: why a member may not stand there.
    private func values(
        refusing refusal: (Node.Member) -> Problem?
    ) throws(DeedbookError) -> SettingValues {
        var problems = Problems()
        let node = node(&problems)
        var refused: [Problem] = []
        if case .object(let members) = node?.content {
            refused = members.compactMap(refusal)
        }
        let values = node.flatMap { SettingValues.codec.decode($0, &problems) }
        guard let values, problems.isEmpty, refused.isEmpty else {
            let all = (problems.all + refused).map { $0.placed(in: path) }
            throw .problems(.invalid, all.sorted { $0.stands(before: $1) })
        }
        return values
    }

    private func node(_ problems: inout Problems) -> Node? {
        // A file in which nothing stands sets nothing.
        if bytes.allSatisfy({ " \t\r\n".utf8.contains($0) }) { return .object([]) }
        switch format {
        case .yaml: return YAMLReader.read(bytes, &problems)
        case .json:
            do { return try JSONReader.read(bytes) } catch {
                problems.report(error.message, hint: error.hint, at: error.mark)
                return nil
            }
        }
    }
}
