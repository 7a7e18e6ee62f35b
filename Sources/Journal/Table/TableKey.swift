import Amendments
import Terms

/// The key of a recording that a table makes: of its day, its agreement and its title, so that it is the same each time.
enum TableKey {
    /// - Parameter date: when it was signed; else when it was disclosed.
    static func key(_ date: CivilDate, _ agreement: AgreementID, _ title: String) -> RecordingKey? {
        let day = String(date.description.filter { $0.isNumber || $0 == "-" })
        return RecordingKey(
            IdentifierWords.fitted("\(day)-\(agreement)-", title, isSpelled: spells(title)))
    }

    private static func spells(_ title: String) -> Bool {
        title.allSatisfy {
            IdentifierWords.isLetter($0) || $0.isASCII || $0.isPunctuation || $0.isWhitespace
        } && title.contains(where: IdentifierWords.isLetter)
    }
}
