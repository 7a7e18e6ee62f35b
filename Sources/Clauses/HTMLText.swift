/// The text of an HTML page as people read it, for contracts as they are filed: paragraphs, nothing of the layout.
///
/// Each block (paragraph, heading, item, row) begins a paragraph; cells of a row stand in one; the items of a numbered list
/// have their numbers. What is struck out or hidden is no text of this version, and is counted. What stands above the line
/// is never run together with the figure before it. Styles are read where they stand in a tag or belong to a class of the
/// page; scripts are not read.
public struct HTMLText: Hashable, Sendable {
    /// The paragraphs with an empty line between them, and a form feed where a page ends.
    public var text: String
    /// How many places with text in them are struck out.
    public var struck: Int
    /// How many places with text in them no browser shows.
    public var hidden: Int

    public init(_ html: String) {
        var reader = Reader(html.unicodeScalars)
        reader.read()
        text = reader.paragraphs.joined(separator: "\n\n")
        struck = reader.places[.struck] ?? 0
        hidden = reader.places[.hidden] ?? 0
    }

    /// Whether a text is a page of HTML: it names the page itself early, or begins with a tag, after spaces, and names a
    /// paragraph, a part or a list early. A contract in plain text may speak of `<p>`.
    public static func isHTML(_ text: String) -> Bool {
        let head = text.prefix(1_000).lowercased()
        func names(_ tags: [String]) -> Bool { tags.contains { head.contains($0) } }
        if names(["<html", "<!doctype html", "<body"]) { return true }
        let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return start.first == "<" && names(["<p>", "<p ", "<div", "<ol>", "<ol "])
    }
}

extension HTMLText {
    /// Elements whose content is no text of the page.
    private static let unread: Set<String> = ["script", "style", "template", "title"]
    private static let pageEnd = "\u{0C}"

    private struct Reader {
        private let scalars: String.UnicodeScalarView
        private var place: String.UnicodeScalarView.Index
        private(set) var paragraphs: [String] = []
        private var words = ""
        /// The number of the item whose first words are to come.
        private var number: String?
        private var elements = HTMLElements()
        private var isFilingHead = false
        private var styles = HTMLStyles()
        /// What stands above or below the line, up to here.
        private var script: (kind: HTMLScript, text: String)?
        private(set) var places: [HTMLOmission: Int] = [:]
        /// Whether there was text in what is left out here.
        private var leavesWords = false

        init(_ scalars: String.UnicodeScalarView) {
            self.scalars = scalars
            place = scalars.startIndex
        }

        mutating func read() {
            while place < scalars.endIndex {
                switch scalars[place] {
                case "<": readMarkup()
                case "&": add(readReference())
                case let scalar:
                    add(String(scalar))
                    scalars.formIndex(after: &place)
                }
            }
            endParagraph()
            if leavesWords, let omission = elements.omission { places[omission, default: 0] += 1 }
            if paragraphs.last == HTMLText.pageEnd { paragraphs.removeLast() }
        }

        private mutating func add(_ text: String) {
            if elements.omission != nil {
                leavesWords = leavesWords || !text.allSatisfy(\.isWhitespace)
            } else if script != nil {
                script?.text += text
            } else {
                words += text
            }
        }

        private mutating func endScript() {
            guard let (kind, text) = script else { return }
            words += kind.written(text, after: words.last)
            script = nil
        }

        private mutating func endParagraph() {
            endScript()
            let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            words = ""
            guard !text.isEmpty else { return }
            paragraphs.append(number.map { "\($0) \(text)" } ?? text)
            number = nil
        }

        private mutating func endPage() {
            endParagraph()
            guard let last = paragraphs.last, last != HTMLText.pageEnd else { return }
            paragraphs.append(HTMLText.pageEnd)
        }

        /// A tag, a comment or a declaration; a `<` that begins none of them is text.
        private mutating func readMarkup() {
            let rest = scalars[place...]
            if rest.starts(with: "<!--".unicodeScalars) {
                skipComment()
                return
            }
            let after = scalars.index(after: place)
            guard after < scalars.endIndex, Self.beginsTag(scalars[after]) else {
                add("<")
                place = after
                return
            }
            let text = readTag()
            let tag = HTMLTag(text, styles)
            if HTMLText.unread.contains(tag.name), !tag.isEnd, !text.hasSuffix("/") {
                let start = place
                skip(through: "</\(tag.name)")
                if tag.name == "style" { styles.read(String(scalars[start..<place])) }
                skip(through: ">")
            } else if !text.hasPrefix("!"), !text.hasPrefix("?") {
                // A self-closed element that HTML does not have, as XBRL writes it, has no content.
                read(tag, isClosed: text.hasSuffix("/") && tag.name.contains(":"))
            }
        }

        private mutating func read(_ tag: HTMLTag, isClosed: Bool) {
            if HTMLElements.blocks.contains(tag.name) { endParagraph() }
            readFiling(tag)
            if ["br", "td", "th"].contains(tag.name) { add(" ") }
            if !tag.isEnd, tag.breaksBefore { endPage() }
            let before = elements.omission
            var endsPage = false
            if !tag.isEnd { endsPage = elements.begin(tag) }
            if tag.isEnd || isClosed { endsPage = elements.end(tag.name) || endsPage }
            readNumber(tag)
            if let before, before != elements.omission {
                if leavesWords { places[before, default: 0] += 1 }
                leavesWords = false
            }
            if script?.kind != elements.script {
                endScript()
                script = elements.script.map { ($0, "") }
            }
            if endsPage { endPage() }
        }

        /// Before the text of a document, a filing says what file it is (EDGAR's submissions in one file).
        private mutating func readFiling(_ tag: HTMLTag) {
            if tag.name == "document" { isFilingHead = !tag.isEnd }
            guard isFilingHead, tag.name == "text" else { return }
            isFilingHead = false
            paragraphs = []
        }

        /// The number of an item goes before its first words; a list that stands there instead is under it.
        private mutating func readNumber(_ tag: HTMLTag) {
            guard ["li", "ol", "ul"].contains(tag.name) else { return }
            if tag.name == "li" {
                let isShown = !tag.isEnd && elements.omission != .hidden
                number = isShown ? elements.nextNumber(tag) : nil
            } else {
                if !tag.isEnd, let number { paragraphs.append(number) }
                number = nil
            }
        }

        private static func beginsTag(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "/" || scalar == "!" || scalar == "?" || scalar.properties.isAlphabetic
        }

        /// What stands between `<` and `>`; a `>` in quotes belongs to it.
        private mutating func readTag() -> String {
            var tag = String.UnicodeScalarView()
            var quote: Unicode.Scalar?
            scalars.formIndex(after: &place)
            while place < scalars.endIndex {
                let scalar = scalars[place]
                scalars.formIndex(after: &place)
                if scalar == quote {
                    quote = nil
                } else if quote == nil, scalar == ">" {
                    break
                } else if quote == nil, scalar == "\"" || scalar == "'",
                    tag.last == "=" || tag.last == " "
                {
                    quote = scalar
                }
                tag.append(scalar)
            }
            return String(tag)
        }

        /// Goes on after `-->` or `--!>`, which browsers take for the same; to the end where there is none.
        private mutating func skipComment() {
            repeat {
                skip(through: "--")
                while place < scalars.endIndex, scalars[place] == "-" {
                    scalars.formIndex(after: &place)
                }
            } while !takeCommentEnd() && place < scalars.endIndex
        }

        private mutating func takeCommentEnd() -> Bool {
            guard
                let end = [">", "!>"].first(where: {
                    scalars[place...].starts(with: $0.unicodeScalars)
                })
            else { return false }
            place = scalars.index(place, offsetBy: end.unicodeScalars.count)
            return true
        }

        /// Goes on after the next such text, in any case; to the end where there is none.
        private mutating func skip(through end: String) {
            let end = Array(end.lowercased().unicodeScalars)
            while place < scalars.endIndex {
                let found = scalars[place...].prefix(end.count).elementsEqual(end) {
                    $0 == $1 || $0.properties.lowercaseMapping == String($1)
                }
                guard !found else {
                    place = scalars.index(place, offsetBy: end.count)
                    return
                }
                scalars.formIndex(after: &place)
            }
        }

        /// A character reference; what is none, or is not known, stays as it is written.
        private mutating func readReference() -> String {
            let name = scalars[scalars.index(after: place)...].prefix(32)
                .prefix { $0 == "#" || ("0"..."9").contains($0) || $0.properties.isAlphabetic }
            guard !name.isEmpty, let text = HTMLReferences.text(of: String(name)) else {
                scalars.formIndex(after: &place)
                return "&"
            }
            place = name.endIndex
            if place < scalars.endIndex, scalars[place] == ";" { scalars.formIndex(after: &place) }
            return text
        }
    }
}

/// What character references stand for: numbers, and the names that contracts use.
enum HTMLReferences {
    static func text(of name: String) -> String? {
        guard name.hasPrefix("#") else { return names[name] }
        let digits = name.dropFirst()
        let number =
            digits.hasPrefix("x") || digits.hasPrefix("X")
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number, number > 0 else { return nil }
        if let scalar = windows[number] { return String(scalar) }
        return Unicode.Scalar(number).map { String($0) }
    }

    /// Numbers from 128 to 159 mean what Windows-1252 has there (HTML Standard, 13.2.5.80).
    private static let windows: [UInt32: Unicode.Scalar] = [
        128: "€", 130: "‚", 131: "ƒ", 132: "„", 133: "…", 134: "†", 135: "‡", 136: "ˆ", 137: "‰",
        138: "Š", 139: "‹", 140: "Œ", 142: "Ž", 145: "‘", 146: "’", 147: "“", 148: "”", 149: "•",
        150: "–", 151: "—", 152: "˜", 153: "™", 154: "š", 155: "›", 156: "œ", 158: "ž", 159: "Ÿ",
    ]

    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
        "ensp": " ", "emsp": " ", "thinsp": " ", "sect": "§", "para": "¶", "copy": "©",
        "reg": "®", "trade": "™", "deg": "°", "middot": "·", "bull": "•", "hellip": "…",
        "ndash": "–", "mdash": "—", "shy": "", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
        "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "dagger": "†",
        "Dagger": "‡", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "times": "×",
        "divide": "÷", "plusmn": "±", "frac12": "½", "frac14": "¼", "frac34": "¾", "le": "≤",
        "ge": "≥", "ne": "≠", "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã",
        "auml": "ä", "aring": "å", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê",
        "iacute": "í", "ntilde": "ñ", "oacute": "ó", "ocirc": "ô", "ouml": "ö", "oslash": "ø",
        "uacute": "ú", "uuml": "ü", "szlig": "ß", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
        "Eacute": "É",
    ]
}
