extension StyledText {
    /// The text in lines of at most `width` columns (the first of `firstWidth`), broken at spaces.
    ///
    /// Nothing is ever cut: a word longer than a line goes on in the next. Line feeds break too.
    func wrapped(width: Int, firstWidth: Int? = nil) -> [StyledText] {
        var lines = LineFiller(firstWidth: max(1, firstWidth ?? width), otherWidth: max(1, width))
        for paragraph in paragraphs {
            lines.beginLine()
            for word in paragraph { lines.add(word) }
        }
        return lines.finished
    }

    /// The words of each line as written.
    private var paragraphs: [[Word]] {
        var paragraphs: [[Word]] = [[]]
        var word = Word()
        func closeWord() {
            if !word.text.isEmpty { paragraphs[paragraphs.count - 1].append(word) }
            word = Word()
        }
        for span in spans {
            for character in span.text {
                if character == "\n" {
                    closeWord()
                    paragraphs.append([])
                } else if character == " " {
                    if !word.text.isEmpty { closeWord() }
                    word.space.append(Span(text: " ", role: span.role))
                } else {
                    word.text.append(Span(text: String(character), role: span.role))
                }
            }
        }
        closeWord()
        return paragraphs
    }

    private struct Word {
        var space: StyledText = ""
        var text: StyledText = ""
    }

    /// Fills lines with words, one after the other.
    private struct LineFiller {
        let firstWidth: Int
        let otherWidth: Int
        private var lines: [StyledText] = []

        init(firstWidth: Int, otherWidth: Int) {
            self.firstWidth = firstWidth
            self.otherWidth = otherWidth
        }

        private var width: Int { lines.count > 1 ? otherWidth : firstWidth }

        var finished: [StyledText] { lines.isEmpty ? [""] : lines }

        mutating func beginLine() { lines.append("") }

        mutating func add(_ word: Word) {
            let last = lines.count - 1
            let isFirst = lines[last].isEmpty
            let needed = lines[last].width + word.space.width + word.text.width
            if needed <= width {
                lines[last] += isFirst ? word.text : word.space + word.text
            } else {
                if !isFirst { beginLine() }
                breakUp(word.text)
            }
        }

        /// Goes on in the next line, after a hyphen, a point or a slash where there is one in reach.
        private mutating func breakUp(_ text: StyledText) {
            for chunk in text.chunks {
                let taken = lines[lines.count - 1].width
                if taken > 0, taken + chunk.width > width { beginLine() }
                for span in chunk.spans {
                    for character in span.text { add(character, span.role) }
                }
            }
        }

        private mutating func add(_ character: Character, _ role: Role) {
            let taken = lines[lines.count - 1].width
            if taken > 0, taken + DisplayWidth.of(character) > width { beginLine() }
            lines[lines.count - 1].append(Span(text: String(character), role: role))
        }
    }

    /// The text in parts that end where a long word may be broken.
    private var chunks: [StyledText] {
        var chunks: [StyledText] = [""]
        for span in spans {
            for character in span.text {
                chunks[chunks.count - 1].append(Span(text: String(character), role: span.role))
                if "-./".contains(character) { chunks.append("") }
            }
        }
        return chunks.filter { !$0.isEmpty }
    }
}
