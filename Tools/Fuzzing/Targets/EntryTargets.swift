import Amendments
import EventStore
import Ledger
import Notation

extension FuzzTarget {
    /// Stored entries: what is read has exactly the bytes it was read from.
    static let entries = FuzzTarget(
        "entries", seeds: [Self.entry, Self.signedEntry],
        words: [
            "\"position\":", "\"v\":2", "\"remains\":", "\"signature\":", "sha256:",
            "9007199254740991",
            "\"disclosed\":", "\"ordinal\":0",
        ],
        lengthLimit: 8192
    ) { bytes throws(Broken) in
        guard let entry = try? EntryContents(parsing: bytes) else { return .refused }
        try hold(entry.bytes == bytes, "an entry has the bytes it was read from")
        try hold(entry.place.position.number >= 1, "positions count from 1")
        try hold(entry.place.ordinal >= 1 && entry.place.version >= 1, "numbers count from 1")
        try hold(
            entry.signature?.isValid(for: [entry]) != true, "a signature that no one made is valid")
        return .accepted
    }

    /// Headers of recordings as a store keeps them.
    static let headers = FuzzTarget(
        "headers", seeds: [Self.header],
        words: [
            "\"disclosed\":", "\"recordedAt\":", "\"instrument\":", "9999-12-31T23:59:59.999999Z",
        ]
    ) { bytes throws(Broken) in
        guard let header = try? HeaderFormat.header(from: bytes, at: Position(1)) else {
            return .refused
        }
        let written = HeaderFormat.bytes(of: header)
        guard let again = try? HeaderFormat.header(from: written, at: Position(1)) else {
            throw Broken("a header is refused as it is written")
        }
        try hold(HeaderFormat.bytes(of: again) == written, "a header is written alike")
        return .accepted
    }

    private static let header = #"""
        {"agreement":"a","disclosed":"2024-03","instrument":{"effective":{"on":"2024"},"kind":"amendment",\#
        "title":"T"},"recordedAt":"2026-05-12T09:14:03.000001Z","recorder":"clerk","recording":"r.1",\#
        "sources":[{"grade":"secondary","id":"s","publisher":"P"}]}
        """#

    private static let entry = entry("")
    private static let signedEntry = entry(
        #"""
        "signature":{"bytes":"\#(String(repeating: "0a", count: 64))","key":\#
        "\#(TrustSamples.vkeys.first ?? "")"},
        """#)

    /// An entry with other members before its sources.
    private static func entry(_ more: String) -> String {
        #"""
        {"agreement":"a","disclosed":"2024-03","effective":{"on":"2024"},"filedUnder":"a","instrument":\#
        {"kind":"amendment","title":"T"},"kind":"term-removed","ordinal":1,"origin":"book.example",\#
        "payload":"sha256:\#(String(repeating: "0f", count: 32))","position":7,"recordedAt":\#
        "2026-05-12T09:14:03Z","recorder":"clerk","recording":"r.1","schema":1,\#(more)\#
        "sources":[{"grade":"secondary","id":"s","publisher":"P"}],"v":2,"version":3}
        """#
    }
}
