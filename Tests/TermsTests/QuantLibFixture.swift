import Foundation
import Terms
import Testing

/// What QuantLib says of one calendar over 50 years: see Tools/calendars.py.
struct QuantLibFixture {
    /// How each day of a year is moved by a convention or by a count of business days, a letter a day.
    struct Moves {
        let word: String
        let year: Int
        let letters: [UInt8]

        /// The days of the year, each with the one to which it is moved.
        var days: [(from: Day, to: Day)] {
            let first = Day.start(of: year)
            return letters.enumerated().map { index, letter in
                let day = first.adding(days: index)
                return (day, day.adding(days: Self.number(letter) - 14))
            }
        }

        /// `a` to `z`, then `0` to `9`.
        private static func number(_ letter: UInt8) -> Int {
            letter >= UInt8(ascii: "a")
                ? Int(letter - UInt8(ascii: "a")) : Int(letter - UInt8(ascii: "0")) + 26
        }
    }

    private(set) var holidays: [Int: [Day]] = [:]
    private(set) var moves: [Moves] = []

    init(_ calendar: CalendarID) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(calendar).txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        for line in lines where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            let year = try #require(Int(words[1]))
            if words[0] == "holidays" {
                holidays[year] = try words.dropFirst(2).map { try #require(Day($0)) }
            } else {
                moves.append(Moves(word: words[0], year: year, letters: Array(words[2].utf8)))
            }
        }
    }
}

extension Day {
    static func start(of year: Int) -> Day {
        guard let day = Day(year: year, month: 1, day: 1) else {
            preconditionFailure("\(year) is no year")
        }
        return day
    }
}
