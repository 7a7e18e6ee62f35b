import EventStore
import Terms

/// The rows of agreements, of which one may be gone without any other row showing it.
enum SealedAgreement {
    static func scope(of agreement: AgreementID) -> SealScope {
        SealScope("agreement", agreement.text)
    }

    static func seal(of agreement: AgreementID, at version: Int, under key: SealKey) -> Int {
        var content = SealedContent(of: "agreement")
        content.add(agreement.text)
        content.add(version)
        return key.seal(content)
    }

    /// Throws where an agreement has another version than was sealed.
    ///
    /// - Parameter version: nil where it has no row.
    static func check(
        _ agreement: AgreementID, at version: Int?, in seals: SealTable
    ) throws {
        let expected = version.map { seal(of: agreement, at: $0, under: seals.key) } ?? 0
        try seals.check(
            expected, of: scope(of: agreement),
            "table agreement: the row of '\(agreement)' or its version is not as it was written")
    }

    /// Throws where agreements that follow one another by their ids are not all that there are between them.
    ///
    /// - Parameters:
    ///   - before: the id after which they begin; nil for the first of all.
    ///   - isAll: whether there should be none after them.
    static func check(
        _ heads: [AgreementHead], after before: AgreementID?, isAll: Bool, in seals: SealTable
    ) throws {
        let all = SealScope("agreement").all
        let last = heads.last.map { scope(of: $0.id) }
        let first = before.map { scope(of: $0) } ?? all.lowerBound
        let range = first...(isAll ? all.upperBound : last ?? first)
        let sealed = try seals.sums(of: range).filter { $0.scope != first }
        guard
            sealed.elementsEqual(
                heads,
                by: {
                    $0.scope == scope(of: $1.id)
                        && $0.sum == seal(of: $1.id, at: $1.version, under: seals.key)
                })
        else {
            let listed = Set(heads.map { scope(of: $0.id) })
            let gone = sealed.first { !listed.contains($0.scope) }?.scope.parts.last
            throw SealTable.notAsWritten(
                "table agreement: "
                    + (gone.map { "the row of '\($0)' is not there" }
                        ?? "a row or its version is not as it was written"))
        }
    }
}
