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
    /// Whether enough is kept for a redline by words to read better than both texts whole.
    ///
    /// That an amount or a date became another counts for nothing: it does not make another text of it.
    public let isWorthShowing: Bool

    public init(from before: String, to after: String) {
        let (old, new) = (RedlineTokens.of(before), RedlineTokens.of(after))
        let prefix = zip(old, new).prefix { $0 == $1 }.count
        let room = min(old.count, new.count) - prefix
        let suffix = zip(old.reversed(), new.reversed()).prefix(room).prefix { $0 == $1 }.count
        let middle = Self.edits(
            from: old[prefix..<(old.count - suffix)], to: new[prefix..<(new.count - suffix)])
        let all = old[..<prefix].map(Segment.kept) + middle + old.suffix(suffix).map(Segment.kept)
        segments = Self.merged(Self.withoutLoneSpaces(all))
        isWorthShowing = Self.isMostlyKept(all)
    }

    /// One text whole for the other.
    init(replacing before: String, by after: String) {
        segments = Self.merged([.deleted(before), .inserted(after)])
        isWorthShowing = true
    }

    private static func isMostlyKept(_ parts: [Segment]) -> Bool {
        func letters(_ text: String) -> Int { text.count { !$0.isWhitespace } }
        var (kept, changed) = (0, 0)
        for part in parts {
            switch part {
            case .kept(let text): kept += letters(text)
            case .deleted(let text), .inserted(let text):
                if !RedlineTokens.isAmount(text) { changed += letters(text) }
            }
        }
        return kept * 2 >= changed
    }

    /// The words of both in the order of a redline, as few of them changed as there need be, or nearly.
    private static func edits(
        from old: ArraySlice<String>, to new: ArraySlice<String>
    ) -> [Segment] {
        let (old, new) = (Array(old), Array(new))
        let kept = CommonSequence(old, new).pairs
        var segments: [Segment] = []
        var (i, j) = (0, 0)
        for pair in kept + [(old.count, new.count)] {
            segments += old[i..<pair.0].map(Segment.deleted) + new[j..<pair.1].map(Segment.inserted)
            if pair.0 < old.count { segments.append(.kept(old[pair.0])) }
            (i, j) = (pair.0 + 1, pair.1 + 1)
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
