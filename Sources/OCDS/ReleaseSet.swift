import Amendments
import Notation
public import Terms

/// Releases of contracting processes as published (Open Contracting Data Standard 1.0 and 1.1), and what they are as
/// recordings: one agreement a contract.
///
/// What becomes of a release hangs on the releases, and on nothing of the book but what earlier ones made there: so a
/// release that is read again makes the same recordings, which are in the book already.
public struct ReleaseSet: Sendable {
    private var releases: [Release] = []
    private var found = ReleaseReading()
    /// The place of each release, by what names it; while they are read.
    private var places: [String: Int] = [:]

    /// Reads files: release packages, record packages with their releases, single ones, or one a line (`.jsonl`).
    public init(_ files: [(file: String, bytes: [UInt8])]) {
        for (file, bytes) in files {
            let package = PackageReader(bytes, file: file)
            found.problems += package.problems
            found.unreadable += package.unreadable
            for release in package.releases { add(release) }
        }
        if releases.isEmpty, found.problems.isEmpty {
            found.problems.append(
                Problem(
                    "no release is there", hint: "a package has its releases in 'releases'",
                    file: files.first?.file))
        }
        releases.sort { $0.place < $1.place }
        for release in releases { note(release) }
    }

    /// Adds a release, unless it is there: a release never changes.
    private mutating func add(_ release: Release) {
        guard let place = places.updateValue(releases.count, forKey: release.title) else {
            return releases.append(release)
        }
        places[release.title] = place
        let first = releases[place]
        guard first.node != release.node else {
            found.duplicate += 1
            return
        }
        found.unreadable += 1
        found.problems.append(
            Problem(
                release.pointer,
                "the release '\(release.id)' is not the same as that of \(first.file) at "
                    + "\(first.pointer)",
                hint: "each release of a process has an id of its own; keep one of the two",
                of: release.node
            ).placed(in: release.file))
    }

    /// Keeps what is needed to place problems, and counts what has no place in the record.
    private mutating func note(_ release: Release) {
        found.readable += 1
        found.anchor(release.node.mark, release.pointer, in: release)
        let contracts = release.pointer.member("contracts")
        for (index, contract) in (release.node["contracts"]?.items ?? []).enumerated() {
            found.anchor(contract.mark, contracts.item(index), in: release)
        }
    }

    /// The agreements that the contracts of the releases are, in their order.
    public var agreements: [AgreementID] {
        var seen: Set<AgreementID> = []
        return releases.flatMap { release in
            (release.node["contracts"]?.items ?? []).compactMap { contract in
                contract["id"]?.identifier.flatMap {
                    OCDSIdentifier.agreement(ocid: release.ocid, contract: $0)
                }
            }
        }.filter { seen.insert($0).inserted }
    }

    /// The recordings that they make, and everything that is wrong with them.
    public func reading(knowing known: RecordedContracts, _ options: OCDSOptions) -> ReleaseReading
    {
        var reading = found
        var paths = MappedPaths()
        for release in releases { paths.count(release.node) }
        reading.unmapped = paths.unmapped
        let processes = Dictionary(grouping: releases, by: \.ocid)
        for ocid in processes.keys.sorted() {
            var reader = ProcessReader(processes[ocid] ?? [], knowing: known, options)
            reader.read(into: &reading)
        }
        return reading
    }
}

extension ReleaseReading {
    fileprivate mutating func anchor(_ mark: Mark?, _ pointer: JSONPointer, in release: Release) {
        guard let mark else { return }
        anchors[release.file, default: [:]][mark] = Anchor(
            pointer: pointer, file: release.file, release: release.pointer)
    }
}
