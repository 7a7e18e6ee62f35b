import Amendments
import Notation
import Terms

/// An amendment that a contract names: an instrument, of which the changes are in the releases.
struct ContractAmendment {
    /// The same for the same amendment in every release.
    let key: InstrumentID
    let title: String
    let number: Int?
    let date: WrittenInstant?
    /// Why, and what it changes, in words.
    let words: String?
    /// The release with the values after it, where one is named.
    let release: String?
    /// The release with the values before it, where one is named.
    let amended: String?

    static func all(of contract: Node) -> [ContractAmendment] {
        // The single amendment of OCDS 1.0 has no id of its own.
        let nodes =
            (contract["amendments"]?.items ?? []) + [contract["amendment"]].compactMap(\.self)
        return nodes.compactMap { ContractAmendment($0) }
    }

    private init?(_ node: Node) {
        let stated = [node["rationale"]?.words, node["description"]?.words]
        words =
            stated.compactMap(\.self).isEmpty
            ? nil : stated.compactMap(\.self).joined(separator: ": ")
        date = ContractFacts.date(node["date"])
        release = node["releaseID"]?.identifier
        amended = node["amendsReleaseID"]?.identifier
        let own = node["id"]?.identifier
        guard own != nil || words != nil || date != nil else { return nil }
        let name = own ?? CanonicalJSON.text(of: node)
        guard let key = InstrumentID("amendment-" + OCDSIdentifier.words(name, limit: 40)) else {
            return nil
        }
        self.key = key
        number = own.flatMap { Int($0) }.flatMap { $0 > 0 && $0 < 10_000 ? $0 : nil }
        title = own.map { "Amendment \($0)" } ?? "Amendment"
    }

    /// As it is listed among the sources.
    func source(of release: Release) -> Source? {
        SourceID(key.text).map {
            Source(
                id: $0, grade: .secondary, publisher: release.title, title: title,
                published: date.map { CivilDate($0.day) },
                note: ["named by the release, not read", words].compactMap(\.self)
                    .joined(separator: ": "))
        }
    }
}

/// Documents that a contract names: sources to be looked at, which no one has read.
enum ContractDocuments {
    static func sources(of contract: Node) -> [Source] {
        sources(contract["documents"], "document")
            + sources(contract["implementation"]?["documents"], "implementation-document")
    }

    private static func sources(_ list: Node?, _ prefix: String) -> [Source] {
        var seen: Set<SourceID> = []
        return (list?.items ?? []).compactMap { node in
            guard
                let own = node["id"]?.identifier ?? node["url"]?.words ?? node["title"]?.words,
                let id = SourceID("\(prefix)-" + OCDSIdentifier.words(own, limit: 60)),
                seen.insert(id).inserted
            else { return nil }
            return Source(
                id: id, grade: .secondary,
                publisher: "document of the contract, named by the release",
                title: node["title"]?.words, url: node["url"]?.words,
                published: ContractFacts.date(node["datePublished"]).map { CivilDate($0.day) },
                note: "not read")
        }
    }
}
