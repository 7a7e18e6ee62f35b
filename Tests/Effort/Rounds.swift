import Foundation

/// How many rounds a test of random inputs makes: a quarter of its full number in every run, so that the suite
/// stays short; all of them where the variable `DEEDBOOK_ROUNDS` is `full`.
public enum Rounds {
    private static let isFull = ProcessInfo.processInfo.environment["DEEDBOOK_ROUNDS"] == "full"

    public static func of(_ full: Int) -> Int { isFull ? full : max(1, full / 4) }

    /// Of a test whose rounds are long: a few in every run.
    public static func of(_ full: Int, else few: Int) -> Int { isFull ? full : few }
}
