import Amendments
import Notation
import Terms

/// Makes recordings of the releases of one contracting process, in the order of their dates.
struct ProcessReader {
    private let releases: [Release]
    private let known: RecordedContracts
    private let options: OCDSOptions
    private var merged: MergedRelease
    /// What was made of these releases and is not in the book, by agreement.
    private var made: [AgreementID: [Recording]] = [:]
    /// Which contract has which agreement.
    private var contracts: [AgreementID: String] = [:]
    private var parties: Set<PartyID> = []

    init(
        _ releases: [Release], knowing known: RecordedContracts, _ options: OCDSOptions
    ) {
        self.releases = releases
        self.known = known
        self.options = options
        merged = MergedRelease(releases.first?.rules ?? .ocds11)
    }

    mutating func read(into reading: inout ReleaseReading) {
        var process = Node.object([])
        for release in releases {
            do throws(Problem) {
                try merged.append(release.node, at: release.pointer)
            } catch {
                reading.refuse(release, error)
                continue
            }
            process = merged.compiled
            for contract in process["contracts"]?.items ?? [] {
                read(contract, of: process, after: release, into: &reading)
            }
        }
        for contract in process["contracts"]?.items ?? [] { remarkUnsigned(contract, &reading) }
        let others = ContractParties.others(in: process, than: parties)
        guard !others.isEmpty, let ocid = releases.first?.ocid else { return }
        reading.remark(
            "\(ocid): of no contract that is recorded: \(others.joined(separator: ", "))")
    }

    private mutating func read(
        _ contract: Node, of process: Node, after release: Release,
        into reading: inout ReleaseReading
    ) {
        guard let id = contract["id"]?.identifier,
            let agreement = OCDSIdentifier.agreement(ocid: release.ocid, contract: id)
        else { return }
        let refuse: (inout ReleaseReading, String, String) -> Void = { reading, message, hint in
            let place = release.contract(id) ?? (release.node, release.pointer)
            reading.refuse(
                release, Problem(place.pointer, message, hint: hint, of: place.node))
        }
        if let other = contracts.updateValue(id, forKey: agreement), other != id {
            return refuse(
                &reading,
                "the contracts '\(other)' and '\(id)' have the same agreement, \(agreement)",
                "ids of contracts differ in more than capital letters")
        }
        if known.foreign.contains(agreement) {
            return refuse(
                &reading, "agreement '\(agreement)' is in the book, and not from a release",
                "record what changed with deedbook new amendment \(agreement)")
        }
        let facts = ContractFacts(contract, of: process, id: id)
        let step = ContractStep(
            facts, since: record(of: agreement, before: release), by: release, of: agreement,
            options, isKnown: isKnown(in: agreement))
        for remark in step.remarks {
            reading.remark("contract \(id) of \(release.ocid): \(remark)")
        }
        guard !step.recordings.isEmpty else { return }
        parties.formUnion(facts.parties.admitted.map(\.party))
        let parts = known.parts[agreement] ?? []
        if !parts.contains(where: { $0.release == release.place }),
            let later = parts.first(where: { $0.release > release.place })
        {
            return refuse(
                &reading,
                "\(release.title), of \(release.day), comes after \(later.release.title) is recorded",
                "releases go in by their dates, since each is recorded as what it changes; record what this "
                    + "one says with deedbook new amendment \(agreement)")
        }
        let keys = Set(parts.map(\.key))
        made[agreement, default: []] += step.recordings.filter { !keys.contains($0.key) }
        reading.drafts += step.recordings.map {
            ReleaseReading.Draft(
                file: release.file, recording: $0,
                mark: (release.contract(id)?.node ?? release.node).mark)
        }
    }

    /// Says that a contract became no agreement: it was only proposed, or given up.
    private func remarkUnsigned(_ contract: Node, _ reading: inout ReleaseReading) {
        guard let id = contract["id"]?.identifier, let ocid = releases.first?.ocid,
            let agreement = OCDSIdentifier.agreement(ocid: ocid, contract: id),
            known.parts[agreement] == nil, made[agreement] == nil
        else { return }
        reading.remark(
            "contract \(id) of \(ocid): \(contract["status"]?.text ?? "not signed"), and no agreement yet"
        )
    }

    /// What earlier releases made of a contract: those of the book, and those that are read now.
    private func record(of agreement: AgreementID, before release: Release) -> ContractRecord {
        var record = ContractRecord()
        for part in known.parts[agreement] ?? [] where part.release < release.place {
            record.learn(part.sources, [part.event], from: part.place)
        }
        for recording in made[agreement] ?? [] {
            record.learn(
                recording.sources, recording.events,
                from: EventReference(recording: recording.key, ordinal: 1))
        }
        return record
    }

    /// Whether a release is in the book or is read now.
    private func isKnown(in agreement: AgreementID) -> (String) -> Bool {
        let ids = Set(releases.map(\.id))
        let titles = Set((known.parts[agreement] ?? []).map(\.release.title))
        let ocid = releases.first?.ocid ?? ""
        return { ids.contains($0) || titles.contains("OCDS release \($0) of \(ocid)") }
    }
}

extension ReleaseReading {
    /// Collects what is wrong with a release, which is then invalid.
    fileprivate mutating func refuse(_ release: Release, _ problem: Problem) {
        refused.insert(
            Anchor(pointer: release.pointer, file: release.file, release: release.pointer))
        problems.append(problem.placed(in: release.file))
    }
}
