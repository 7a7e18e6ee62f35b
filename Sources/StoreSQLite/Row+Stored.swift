import Amendments
import EventStore
import Foundation
import GRDB
import Terms

/// A column has what no table of a book takes: someone wrote it past the checks of the tables.
struct UnfitColumn: Error, CustomStringConvertible {
    /// The column, what is there, and what should be.
    let description: String
}

/// What a row has, and nothing made of it: SQLite would turn a text into a number, and its library would end a text at
/// a zero byte and mend one that is not UTF-8. Two rows would then read the same, or one be found again for ever.
///
/// To be asked of the rows of a cursor: a row that was copied has lost how it was stored.
extension Row {
    func number(at index: Int) throws -> Int {
        guard let number = try optionalNumber(at: index) else { throw unfit(index, "a number") }
        return number
    }

    /// - Returns: nil for NULL.
    func optionalNumber(at index: Int) throws -> Int? {
        switch storage(at: index) {
        case .null: return nil
        case .int64(let number): return Int(number)
        case .double, .string, .blob: throw unfit(index, "a number")
        }
    }

    /// A number from 1 that an entry can say: of a position, or of a version.
    func positive(at index: Int) throws -> Int {
        let number = try number(at: index)
        guard Entry.counts.contains(number) else {
            throw unfit(index, "a number from 1 to 2^53 - 1")
        }
        return number
    }

    func flag(at index: Int) throws -> Bool {
        let number = try number(at: index)
        guard (0...1).contains(number) else { throw unfit(index, "0 or 1") }
        return number == 1
    }

    func instant(at index: Int) throws -> Instant {
        guard let instant = Instant(exactly: try number(at: index)) else {
            throw unfit(index, "an instant of the years 1 to 9999")
        }
        return instant
    }

    func text(at index: Int) throws -> String {
        guard let text = try optionalText(at: index) else { throw unfit(index, "a text") }
        return text
    }

    /// - Returns: nil for NULL.
    func optionalText(at index: Int) throws -> String? {
        switch storage(at: index) {
        case .null: return nil
        case .string(var text):
            let isWhole = try withUnsafeData(atIndex: index) { data in
                guard let data else { return text.isEmpty }
                return data.withUnsafeBytes { stored in text.isSame(as: stored) }
            }
            guard isWhole else { throw unfit(index, "a text in UTF-8 without zero bytes") }
            return text
        case .int64, .double, .blob: throw unfit(index, "a text")
        }
    }

    /// The bytes of a column; nil for NULL.
    func bytes(at index: Int) throws -> [UInt8]? {
        try withUnsafeData(atIndex: index) { data in data.map { [UInt8]($0) } }
    }

    private func storage(at index: Int) -> DatabaseValue.Storage {
        let value: DatabaseValue = self[index]
        return value.storage
    }

    private func unfit(_ index: Int, _ wanted: String) -> UnfitColumn {
        let name = Array(columnNames)[index]
        let found =
            switch storage(at: index) {
            case .null: "nothing"
            case .int64(let number): "\(number)"
            case .double(let number): "\(number)"
            case .string: "another text"
            case .blob(let data): "\(data.count) bytes"
            }
        return UnfitColumn(description: "\(name) is \(found), where \(wanted) should be")
    }
}

extension String {
    /// Byte by byte as they are in memory: this is asked of every text of every row.
    fileprivate mutating func isSame(as bytes: UnsafeRawBufferPointer) -> Bool {
        withUTF8 { utf8 in
            guard utf8.count == bytes.count else { return false }
            guard let own = utf8.baseAddress, let other = bytes.baseAddress else { return true }
            return memcmp(own, other, utf8.count) == 0
        }
    }
}
