import Terms

/// Our ids made of the ids of others.
enum OCDSIdentifier {
    /// The id in our spelling: `GB-COH-1234` is `gb-coh-1234`; what cannot be spelled is distinguished by a number.
    static func words(_ id: String, limit: Int) -> String {
        IdentifierWords.fitted("", id, isSpelled: isSpelled(id), limit: limit)
    }

    /// One agreement a contract: the process and the contract.
    static func agreement(ocid: String, contract: String) -> AgreementID? {
        let process = words(ocid, limit: 40)
        return AgreementID(
            IdentifierWords.fitted(
                "\(process)-", contract, isSpelled: isSpelled(contract), limit: 72))
    }

    static func party(_ id: String) -> PartyID? { PartyID(words(id, limit: 60)) }

    /// The key of what one release does to an agreement.
    static func key(
        _ release: Release, _ agreement: AgreementID, _ act: String
    ) -> RecordingKey? {
        let own = release.ownID
        return RecordingKey(
            IdentifierWords.fitted(
                "\(release.day)-\(agreement)-\(act)-", own, isSpelled: isSpelled(own)))
    }

    private static func isSpelled(_ id: String) -> Bool {
        IdentifierWords.slug(id) == id.lowercased()
    }
}
