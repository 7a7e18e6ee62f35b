/// The text of an HTML page as people read it, for contracts as they are filed: paragraphs, nothing of the layout.
///
/// It reads tags and character references and nothing else: no styles and no scripts. So what a page hides by style is
/// read, too. Each block (paragraph, heading, item, row) begins a paragraph; cells of a row stand in one. A number alone
/// before the rule that ends a page is the page's, and is left out.
public enum HTMLText {
    /// - Returns: the paragraphs with an empty line between them.
    public static func plain(_ html: String) -> String {
        var reader = Reader(html.unicodeScalars)
        return reader.read()
    }

    /// Whether a text is a page of HTML: it begins with a tag, after spaces, or names one early.
    public static func isHTML(_ text: String) -> Bool {
        let head = text.prefix(1_000).lowercased()
        return ["<html", "<!doctype html", "<body", "<p>", "<p ", "<div"].contains {
            head.contains($0)
        }
    }
}

extension HTMLText {
    /// Elements that begin and end a paragraph.
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li",
        "main", "nav", "ol", "p", "page", "pre", "section", "table", "tbody", "text", "tfoot",
        "thead", "tr", "ul",
    ]
    /// Elements whose content is no text of the page.
    private static let unread: Set<String> = ["script", "style", "template", "title"]

    private struct Reader {
        private let scalars: String.UnicodeScalarView
        private var place: String.UnicodeScalarView.Index
        private var paragraphs: [String] = []
        private var words = ""

        init(_ scalars: String.UnicodeScalarView) {
            self.scalars = scalars
            place = scalars.startIndex
        }

        mutating func read() -> String {
            while place < scalars.endIndex {
                switch scalars[place] {
                case "<": readMarkup()
                case "&": words += readReference()
                case let scalar:
                    words.unicodeScalars.append(scalar)
                    scalars.formIndex(after: &place)
                }
            }
            endParagraph()
            return paragraphs.joined(separator: "\n\n")
        }

        private mutating func endParagraph() {
            let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !text.isEmpty { paragraphs.append(text) }
            words = ""
        }

        /// Such as `12`, `- 12 -` and `A-3`.
        private mutating func dropPageNumber() {
            guard let last = paragraphs.last, last.count <= 8, last.contains(where: \.isNumber),
                last.count(where: \.isLetter) <= 1,
                last.allSatisfy({ $0.isNumber || $0.isLetter || " -–—".contains($0) })
            else { return }
            paragraphs.removeLast()
        }

        /// A tag, a comment or a declaration; a `<` that begins none of them is text.
        private mutating func readMarkup() {
            let rest = scalars[place...]
            if rest.starts(with: "<!--".unicodeScalars) {
                skip(through: "-->")
                return
            }
            let after = scalars.index(after: place)
            guard after < scalars.endIndex, Self.beginsTag(scalars[after]) else {
                words += "<"
                place = after
                return
            }
            let tag = readTag()
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
            if HTMLText.unread.contains(name), !tag.hasPrefix("/"), !tag.hasSuffix("/") {
                skip(through: "</\(name)")
                skip(through: ">")
            } else if HTMLText.blocks.contains(name) {
                endParagraph()
                if ["hr", "page"].contains(name) { dropPageNumber() }
            } else if ["br", "td", "th"].contains(name) {
                words += " "
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
