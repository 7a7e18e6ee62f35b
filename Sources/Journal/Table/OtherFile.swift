import Algorithms
import Notation

/// A file that is given in the place of a table in text, as its bytes show, whatever its name.
enum OtherFile: CaseIterable {
    case excel, openDocument, numbers, archive, oldExcel, pdf, markup, rtf

    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
            self = Self.archived(bytes)
            return
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldExcel
            return
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let start = text.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }.prefix(8)
        if start.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if start.starts(with: "{\\rtf".utf8) {
            self = .rtf
        } else if start.starts(with: "<".utf8),
            start.dropFirst().first.map({
                "!?".utf8.contains($0) || UnicodeScalar($0).properties.isAlphabetic
            })
                ?? false
        {
            self = .markup
        } else {
            return nil
        }
    }

    /// What an archive is by the names of its parts, which stand in it as they are.
    private static func archived(_ bytes: [UInt8]) -> OtherFile {
        // The names stand before each part, and all of them at the end.
        let ends = [bytes.prefix(1 << 16), bytes.suffix(1 << 16)]
        func has(_ name: String) -> Bool {
            ends.contains { $0.firstRange(of: Array(name.utf8)) != nil }
        }
        if has("vnd.oasis.opendocument") { return .openDocument }
        if has("xl/workbook") { return .excel }
        if has("Index/Document.iwa") || has("Index.zip") { return .numbers }
        return .archive
    }

    var words: String {
        switch self {
        case .excel: "a workbook of Excel (XLSX)"
        case .openDocument: "a workbook of LibreOffice (ODS)"
        case .numbers: "a workbook of Numbers"
        case .archive: "an archive (ZIP), or a workbook (XLSX, ODS or Numbers)"
        case .oldExcel: "a workbook of an old Excel (XLS)"
        case .pdf: "a PDF"
        case .markup: "HTML or XML, as some programs save a workbook under the name .xls"
        case .rtf: "a document of a word processor (RTF)"
        }
    }
}
