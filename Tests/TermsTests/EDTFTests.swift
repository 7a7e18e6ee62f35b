import Foundation
import Notation
import Terms
import Testing

struct EDTFTests {
    /// The texts by which edtf-validate tests itself; the file states its source and its licence.
    static func published(_ level: String) throws -> [String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/edtf.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("\(level) ") }
            .map { String($0.dropFirst(level.count + 1)) }
    }

    @Test(arguments: ["0", "1"])
    func `every text of the published set that is level 0 or 1 is read`(level: String) throws {
        let texts = try Self.published(level)
        #expect(texts.count > 15)
        for text in texts { #expect(EDTF(text) != nil, "\(text)") }
    }

    /// Called invalid there because the end begins before the start; it may still end after it, as `2004-02-01/2004`,
    /// which is what the standard asks of an interval.
    static let perhapsInOrder: Set = ["0000-01-03/0000-01", "0000-02/0000", "2004-06-11%/2004-06~"]
    /// Of level 2 there, though its own intervals have such a season at level 1: `1952-23~/1953`.
    static let qualifiedSeason: Set = ["2011-23~"]
    /// Of level 2 there: intervals with unspecified digits, of which each end is a date of level 1.
    static let unspecifiedIntervals = try? published("2").filter {
        $0.contains("/") && $0.split(separator: "/").allSatisfy { EDTF(String($0)) != nil }
    }

    @Test func `no text of the published set that is invalid, or of level 2, is read`() throws {
        let others = Self.perhapsInOrder.union(Self.qualifiedSeason)
            .union(Self.unspecifiedIntervals ?? [])
        let texts = try Self.published("invalid") + Self.published("2")
        #expect(texts.count > 100)
        for text in texts where !others.contains(text) { #expect(EDTF(text) == nil, "\(text)") }
    }

    @Test func `what is read as a date or an interval of an agreement is written as it was`() throws
    {
        for text in try Self.published("0") + Self.published("1") {
            switch EDTF(text) {
            case .date(let date)?: #expect(date.description == text)
            case .interval(let range)?:
                // A lone date stands for the stretch that it covers.
                let sides = text.split(separator: "/")
                let isOne = sides.count == 2 && sides[0] == sides[1]
                #expect(range.description == (isOne ? String(sides[0]) : text))
            case .unusable?, nil: break
            }
        }
    }

    static let unusable: [(String, EDTF.Reason)] = [
        ("-0001", .year), ("0000", .year), ("0000-02-29", .year), ("Y170000002", .year),
        ("Y-170000002", .year), ("-2004-23", .year), ("-20XX", .year), ("-1000/-0999", .year),
        ("0000/2026", .year), ("1985-04-12T23:20:30Z", .timeOfDay),
        ("1985-04-12T24:00:00", .timeOfDay), ("../..", .noDate), ("/..", .noDate),
    ]

    @Test(arguments: unusable)
    func `what can be no day of an agreement is EDTF all the same, and refused with the reason`(
        text: String, reason: EDTF.Reason
    ) throws {
        #expect(EDTF(text) == .unusable(reason))
        for found in [
            problems(reading: .string(text), CivilDate.codec),
            problems(reading: .string(text), DateRange.codec),
        ] {
            #expect(
                found.map(\.message)
                    == ["'\(text)' cannot be a date of an agreement: \(reason.rawValue)"])
        }
    }

    static let days: [(String, String, String)] = [
        ("201X", "2010-01-01", "2019-12-31"), ("20XX", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"), ("00XX~", "0001-01-01", "0099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"), ("2004-06-XX", "2004-06-01", "2004-06-30"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"), ("2023-02-XX?", "2023-02-01", "2023-02-28"),
        // Of either hemisphere, whichever way the seasons are counted.
        ("2026-21", "2026-01-01", "2026-12-31"), ("2026-22", "2025-12-01", "2027-03-31"),
        ("2026-23%", "2026-01-01", "2026-12-31"), ("2026-24", "2025-12-01", "2027-03-31"),
        ("0001-24", "0001-01-01", "0002-03-31"), ("9999-22", "9998-12-01", "9999-12-31"),
    ]

    @Test(arguments: days)
    func `a season or unspecified digits mean any of the days that they may`(
        text: String, earliest: String, latest: String
    ) throws {
        let date = try #require(CivilDate(text))
        #expect(date.earliest == Day(earliest))
        #expect(date.latest == Day(latest))
        #expect(date.precision == nil)
        #expect(!date.isExact)
        #expect(date.description == text)
        try expectRoundTrip(date, CivilDate.codec)
    }

    @Test func `some month of a year is not the year, and a decade not its first year`() {
        #expect(CivilDate("2004-XX") != CivilDate("2004"))
        #expect(CivilDate("2004-XX-XX") != CivilDate("2004-XX"))
        #expect(CivilDate("2010") != CivilDate("201X"))
        #expect(DateRange("2004")?.isPlaced == true)
        #expect(DateRange("2004-XX")?.isPlaced == false)
        #expect(DateRange("2026-21/..")?.isPlaced == false)
    }

    @Test func `an interval of seasons ends in none before the one in which it begins`() {
        #expect(EDTF("2026-22/2026-21") == nil)
        #expect(EDTF("-2026-24/-2026-22") == nil)
        #expect(DateRange("2026-21/2026-24") != nil)
        #expect(DateRange("2026-24/2027-21") != nil)
        // The summer of the south may have begun.
        #expect(DateRange("2026-22/2025-12") != nil)
        #expect(DateRange("2026-21/2025-12") == nil)
    }

    @Test(arguments: [
        "X", "XXXX", "2XXX", "2X04", "X004", "2004-0X", "2004-X6", "2004-1X", "2004-XX-01",
        "201X-05", "20XX-XX", "2004-06-X1", "2004-06-1X", "2004-13-XX", "2004-20", "2004-25",
        "2004-21-01", "Y12345-01", "Y", "Y-", "Y01234", "--2004", "2004-xx", "201x",
    ])
    func `digits are unspecified from the right, as level 1 has it, and no further`(text: String) {
        #expect(EDTF(text) == nil)
    }
}
