import Amendments
package import EventStore
import Ledger
import Notation
package import Terms

// What people call agreements and recordings, and which one of the book they mean.
//
// With `Book+TermNames` the one place where that is decided, for every reader. An id that the book has is that one,
// whatever else begins like it; then an id but for case and marks; then the one id that begins so, or is of such a
// pattern; then a title. Where several are meant equally well they are listed, and none is chosen.
extension Book {
    /// The agreement that is meant.
    ///
    /// Ids are looked for in their order and no further than they may match; titles are read only where no id matches.
    ///
    /// - Throws: `ambiguousName`; `unknownAgreement` for an id, else `unknownName`.
    func agreement(named name: String) async throws(DeedbookError) -> AgreementID {
        let pattern = NamePattern(name)
        for id in [AgreementID(name), pattern.id()].compactMap(\.self)
        where try await store.version(of: id) > 0 {
            return id
        }
        let found = try await agreements(matching: pattern)
        if let one = try pattern.one(of: found, .agreement) { return one }
        if let titled = try await agreement(titled: pattern) { return titled }
        let known = try await agreements(at: nil)
        if let id = AgreementID(name) { throw .unknownAgreement(id, known: known) }
        throw .unknownName(
            name, .agreement, nearest: Spelling.nearest(to: name, among: known.map(\.text)))
    }

    /// Those whose ids match, as many as are listed.
    private func agreements(
        matching pattern: NamePattern
    ) async throws(DeedbookError) -> [AgreementID] {
        try await pattern.matches(
            in: { last, limit throws(DeedbookError) in
                try await store.agreements(after: last, limit: limit).map(\.id)
            },
            has: { id throws(DeedbookError) in try await store.version(of: id) > 0 })
    }

    /// The one agreement of that title, else of a title that begins so.
    private func agreement(titled name: NamePattern) async throws(DeedbookError) -> AgreementID? {
        let asked = NameWords(name.text)
        guard !asked.isEmpty, !name.isGlob else { return nil }
        var same: [AgreementID] = []
        var beginning: [AgreementID] = []
        for head in try await agreementHeads() {
            let state = try await state(of: head.id, from: [.agreementRecorded])
            let title = NameWords(state.title ?? "")
            if title == asked { same.append(head.id) }
            if asked.begins(title) { beginning.append(head.id) }
        }
        return try name.one(of: same.isEmpty ? beginning : same, .agreement)
    }

    /// The key of the recording that is meant.
    ///
    /// Keys are looked for by the store's index where it has one; titles of instruments, for which every recording is
    /// read, only where no key matches.
    ///
    /// - Throws: `ambiguousName`; `unknownRecording` for a key, else `unknownName`.
    func recording(named name: String) async throws(DeedbookError) -> RecordingKey {
        let pattern = NamePattern(name)
        for key in [RecordingKey(name), pattern.id()].compactMap(\.self)
        where try await !store.recording(key).isEmpty {
            return key
        }
        let found: [RecordingKey]
        if let store = store as? any KeyedStore {
            found = try await pattern.matches(
                in: { last, limit throws(DeedbookError) in
                    try await store.recordingKeys(after: last, limit: limit)
                },
                has: { key throws(DeedbookError) in try await !store.recording(key).isEmpty })
        } else {
            found = try await headers().map(\.key).filter { pattern.matches($0.text) }
        }
        if let one = try pattern.one(of: found, .recording) { return one }
        if let titled = try await recording(titled: pattern) { return titled }
        // It is not there, and what is nearest is said.
        if let key = RecordingKey(name) { return try await recording(key).header.key }
        throw .unknownName(name, .recording, nearest: [])
    }

    private func recording(titled name: NamePattern) async throws(DeedbookError) -> RecordingKey? {
        let asked = NameWords(name.text)
        guard !asked.isEmpty, !name.isGlob else { return nil }
        let headers = try await headers()
        let same = headers.filter { NameWords($0.instrument.title) == asked }
        let beginning = headers.filter { asked.begins(NameWords($0.instrument.title)) }
        return try name.one(of: (same.isEmpty ? beginning : same).map(\.key), .recording)
    }

    /// Every recording of the book.
    func headers() async throws(DeedbookError) -> [RecordingHeader] {
        try await log().recordings.map(\.header)
    }
}

extension NamePattern {
    /// How many of several are listed, with one more that says that there are others.
    private static let mostListed = 6
    private static let atOnce = 50

    /// Those ids that match of a list in the order of ids, as many as are listed.
    ///
    /// - Parameters:
    ///   - page: so many of the ids after one, in their order; nil: from the first.
    ///   - has: whether an id is among them.
    package func matches<Kind>(
        in page: (Identifier<Kind>?, Int) async throws(DeedbookError) -> [Identifier<Kind>],
        has: (Identifier<Kind>) async throws(DeedbookError) -> Bool
    ) async throws(DeedbookError) -> [Identifier<Kind>] {
        // Whatever begins with it follows at once after the id that it is without a mark at its end.
        let trimmed = String(head.reversed().drop { "-.".contains($0) }.reversed())
        var last = Identifier<Kind>(trimmed)
        guard last != nil || trimmed.isEmpty, !text.isEmpty else { return [] }
        var found: [Identifier<Kind>] = []
        if let last, matches(last.text), try await has(last) { found.append(last) }
        while found.count <= Self.mostListed {
            let ids = try await page(last, Self.atOnce)
            found += ids.filter { matches($0.text) }
            guard let end = ids.last, end.text.hasPrefix(trimmed) else { break }
            last = end
        }
        return found
    }

    /// The only one that is meant; nil for none.
    ///
    /// - Throws: `ambiguousName` for several.
    func one<Kind>(
        of found: [Identifier<Kind>], _ named: DeedbookError.Named
    ) throws(DeedbookError) -> Identifier<Kind>? {
        guard found.count > 1 else { return found.first }
        let listed = found.prefix(Self.mostListed).map(\.text)
        throw .ambiguousName(text, named, of: listed + (found.count > listed.count ? ["…"] : []))
    }
}
