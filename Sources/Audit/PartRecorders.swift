import Amendments
import EventStore
import Terms
import Transparency

/// Goes over the events of a part, in order: who signed their recordings, as far as the part shows it.
///
/// A recorder signs a whole recording, of which a part may have less: then only the whole book shows whether the
/// signature is good. Whose its key is, is asked all the same: where it is not the recorder's the book is wrong,
/// whichever key made the signature.
struct PartRecorders {
    private var audit: RecorderAudit
    private var open: Signed?
    private var forged: [Fault] = []
    /// How many signatures are shown to be good.
    private(set) var shown = 0
    /// How many only the whole book can show.
    private(set) var unshown = 0

    /// A signed recording of which all events so far are there.
    private struct Signed {
        var signature: RecorderSignature
        var first: EntryContents
        var entries: [EntryContents]
    }

    init(_ policy: TrustPolicy?) { audit = RecorderAudit(policy) }

    var faults: [Fault] { forged + audit.faults }

    mutating func note(_ contents: EntryContents) {
        if let last = open?.entries.last, contents.follows(last) {
            open?.entries.append(contents)
            return
        }
        close(before: contents.place.ordinal == 1 ? contents.place.position.number : nil)
        open = contents.signature.map {
            Signed(signature: $0, first: contents, entries: [contents])
        }
    }

    /// To be called after the last event.
    ///
    /// - Parameter size: how many events the book has.
    mutating func finish(at size: Int) { close(before: size + 1) }

    /// - Parameter next: where another recording begins, or the book ends; nil where that is not known.
    private mutating func close(before next: Int?) {
        guard let (signature, first, entries) = open.map({ ($0.signature, $0.first, $0.entries) })
        else { return }
        open = nil
        let (header, position) = (first.header, first.place.position)
        let isWhole = next == position.number + entries.count
        if signature.isValid(for: entries) {
            shown += 1
        } else if isWhole {
            forged.append(
                Fault(
                    .recorderSignatureInvalid, at: position,
                    "the signature of \(signature.key.label) is not of '\(header.key)'"))
            return
        } else {
            unshown += 1
        }
        audit.note(header, (signature.key, isValid: true), at: position.number)
    }
}

extension EntryContents {
    /// Whether it is the next event of the same recording.
    fileprivate func follows(_ last: EntryContents) -> Bool {
        header == last.header && place.ordinal == last.place.ordinal + 1
            && place.position.number == last.place.position.number + 1
    }
}
