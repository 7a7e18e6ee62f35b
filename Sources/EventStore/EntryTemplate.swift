import Amendments
import Notation
import Terms
package import Transparency

/// The entries of one recording's events, written from the bytes of its header: what they share is copied, so that a
/// reader can compare each with the one that is stored.
///
/// It writes what `EntryContents` writes, but no signature and no remains.
package struct EntryTemplate {
    private let origin: [UInt8]
    private let filedUnder: ArraySlice<UInt8>
    private let disclosed: ArraySlice<UInt8>
    private let instrument: ArraySlice<UInt8>
    private let recorded: ArraySlice<UInt8>
    private let sources: ArraySlice<UInt8>

    /// - Parameter header: as `HeaderFormat` writes it.
    /// - Returns: nil where they are the bytes of no header.
    package init?(_ header: [UInt8], in origin: String) {
        guard let members = CanonicalMembers(header),
            let filedUnder = members.value(of: "agreement"),
            let disclosed = members.members("disclosed", through: "disclosed"),
            let instrument = members.members("instrument", through: "instrument"),
            let recorded = members.members("recordedAt", through: "recording"),
            let sources = members.members("sources", through: "sources")
        else { return nil }
        self.origin = CanonicalJSON.bytes(of: .string(origin))
        self.filedUnder = filedUnder
        self.disclosed = disclosed
        self.instrument = instrument
        self.recorded = recorded
        self.sources = sources
    }

    /// - Parameter effective: canonical JSON.
    package func entry(
        of row: StoredRow, effective: [UInt8], payload: TreeHash
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(row.entry.count)
        bytes += "{\"agreement\":\"".utf8
        bytes += row.columns.agreement.utf8
        bytes += "\",".utf8
        bytes += disclosed
        bytes += ",\"effective\":".utf8
        bytes += effective
        bytes += ",\"filedUnder\":".utf8
        bytes += filedUnder
        bytes += ",".utf8
        bytes += instrument
        bytes += ",\"kind\":\"".utf8
        bytes += row.columns.kind.utf8
        bytes += "\",\"ordinal\":".utf8
        bytes += String(row.columns.ordinal).utf8
        bytes += ",\"origin\":".utf8
        bytes += origin
        bytes += ",\"payload\":\"sha256:".utf8
        bytes += payload.hexadecimal.utf8
        bytes += "\",\"position\":".utf8
        bytes += String(row.position).utf8
        bytes += ",".utf8
        bytes += recorded
        bytes += ",\"schema\":".utf8
        bytes += String(row.columns.schema).utf8
        bytes += ",".utf8
        bytes += sources
        bytes += ",\"v\":\(Entry.format),\"version\":".utf8
        bytes += String(row.columns.version).utf8
        bytes += "}".utf8
        return bytes
    }
}
