/// The difference between two texts by words, as a lawyer redlines them.
///
/// What is kept and what is deleted, put together, give the first text; what is kept and what is
/// inserted give the second.
public struct WordDiff: Hashable, Sendable {
    /// A run of text that one or both texts have.
    public enum Segment: Hashable, Sendable {
        case kept(String)
        case deleted(String)
        case inserted(String)
    }

    public let segments: [Segment]

    public init(from before: String, to after: String) {
        let (old, new) = (Self.tokens(of: before), Self.tokens(of: after))
        let prefix = zip(old, new).prefix { $0 == $1 }.count
        let room = min(old.count, new.count) - prefix
        let suffix = zip(old.reversed(), new.reversed()).prefix(room).prefix { $0 == $1 }.count
        let middle = Self.edits(
            from: old[prefix..<(old.count - suffix)], to: new[prefix..<(new.count - suffix)])
        let all = old[..<prefix].map(Segment.kept) + middle + old.suffix(suffix).map(Segment.kept)
        segments = Self.merged(Self.withoutLoneSpaces(all))
    }

    /// Whether enough is kept for a redline by words to read better than both texts whole.
    public var isWorthShowing: Bool {
        var (kept, changed) = (0, 0)
        for segment in segments {
            switch segment {
            case .kept(let text): kept += text.filter { !$0.isWhitespace }.count
            case .deleted(let text), .inserted(let text):
                changed += text.filter { !$0.isWhitespace }.count
            }
        }
        return kept * 2 >= changed
    }

    /// Words, single marks of punctuation, and runs of white space.
    static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var last: Sort?
        for character in text {
            let sort = Sort(character)
            if sort == last, sort != .mark {
                tokens[tokens.count - 1].append(character)
            } else {
                tokens.append(String(character))
            }
            last = sort
        }
        return tokens
    }

    private enum Sort {
        case word, space, mark

        init(_ character: Character) {
            if character.isWhitespace {
                self = .space
            } else if character.isLetter || character.isNumber || "-'’_".contains(character) {
                self = .word
            } else {
                self = .mark
            }
        }
    }

    /// The most pairs of words compared; beyond it both texts are told whole.
    private static let limit = 4_000_000

    private static func edits(
        from old: ArraySlice<String>, to new: ArraySlice<String>
    ) -> [Segment] {
        guard old.count * new.count <= limit else {
            return old.map(Segment.deleted) + new.map(Segment.inserted)
        }
        let (old, new) = (Array(old), Array(new))
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var segments: [Segment] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, removed.contains(i) {
                segments.append(.deleted(old[i]))
                i += 1
            } else if j < new.count, inserted.contains(j) {
                segments.append(.inserted(new[j]))
                j += 1
            } else {
                segments.append(.kept(old[i]))
                i += 1
                j += 1
            }
        }
        return segments
    }

    /// A space kept between two changes joins them: `[-a b-]` reads better than `[-a-] [-b-]`.
    private static func withoutLoneSpaces(_ segments: [Segment]) -> [Segment] {
        segments.indices.flatMap { index -> [Segment] in
            guard case .kept(let text) = segments[index], text.allSatisfy(\.isWhitespace),
                index > 0, index + 1 < segments.count, segments[index - 1].isChange,
                segments[index + 1].isChange
            else { return [segments[index]] }
            return [.deleted(text), .inserted(text)]
        }
    }

    /// Neighbours of one sort in one run, deletions before insertions between two kept runs.
    private static func merged(_ segments: [Segment]) -> [Segment] {
        var merged: [Segment] = []
        var (deleted, inserted) = ("", "")
        func flush() {
            if !deleted.isEmpty { merged.append(.deleted(deleted)) }
            if !inserted.isEmpty { merged.append(.inserted(inserted)) }
            (deleted, inserted) = ("", "")
        }
        for segment in segments {
            switch segment {
            case .deleted(let text): deleted += text
            case .inserted(let text): inserted += text
            case .kept(let text):
                flush()
                if case .kept(let before)? = merged.last {
                    merged[merged.count - 1] = .kept(before + text)
                } else {
                    merged.append(.kept(text))
                }
            }
        }
        flush()
        return merged
    }
}

extension WordDiff.Segment {
    fileprivate var isChange: Bool {
        switch self {
        case .kept: false
        case .deleted, .inserted: true
        }
    }
}

extension WordDiff {
    /// The redline in one text, `[-deleted-]` and `{+inserted+}`.
    var styled: StyledText {
        segments.reduce(into: "") { text, segment in
            switch segment {
            case .kept(let kept): text += StyledText(kept)
            case .deleted(let deleted): text += StyledText("[-\(deleted)-]", .deleted)
            case .inserted(let inserted): text += StyledText("{+\(inserted)+}", .inserted)
            }
        }
    }
}
