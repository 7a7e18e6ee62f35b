import Amendments
import EventStore
import Terms
import Transparency

/// Goes over the recordings of a book, in order: who signed each, and whether with a key that is theirs.
///
/// Whose a key is, only a policy can say. Where it says nothing, a second key in one name is reported, because one
/// of the two may be someone else's.
struct RecorderAudit {
    private let policy: TrustPolicy?
    private(set) var counts = RecordingCounts()
    /// The first key in each name that the policy is silent about. Names are bytes: a text has several spellings.
    private var firstKeys: [[UInt8]: VerifierKey] = [:]
    private var findings: [Finding] = []
    private var places: [Finding.What: Int] = [:]

    /// The same thing wrong with many recordings is one fault, at the first of them.
    private struct Finding {
        struct What: Hashable {
            var kind: Fault.Kind
            var key: VerifierKey
            var words: String
        }

        var what: What
        var recording: RecordingKey
        var position: Int
        var count: Int
    }

    init(_ policy: TrustPolicy?) { self.policy = policy }

    /// Takes a whole recording.
    ///
    /// - Parameter signature: of it, where there is one, and whether it is the recorder's key's.
    mutating func note(
        _ header: RecordingHeader, _ signature: (key: VerifierKey, isValid: Bool)?, at position: Int
    ) {
        guard let (key, isValid) = signature else {
            counts.unsigned += 1
            return
        }
        // What is no signature says nothing of its key, and is a fault already.
        let verdict = isValid ? policy?.judge(recorder: key, at: header.recordedAt) ?? .silent : nil
        if verdict == .pinned { counts.pinned += 1 } else { counts.unpinned += 1 }
        let refusal = verdict?.refusal(of: key) ?? ""
        switch verdict {
        case nil, .pinned: break
        case .silent:
            let first = firstKeys[Array(key.name.utf8)]
            if first == nil { firstKeys[Array(key.name.utf8)] = key }
            guard let first, first != key else { return }
            report(
                .recorderKeySecond, key,
                "with a second key of that name; recordings before it have \(first.label)",
                header.key, position)
        case .outOfTime: report(.recorderKeyOutOfTime, key, refusal, header.key, position)
        case .otherKey: report(.recorderKeyUnpinned, key, refusal, header.key, position)
        }
    }

    private mutating func report(
        _ kind: Fault.Kind, _ key: VerifierKey, _ words: String, _ recording: RecordingKey,
        _ position: Int
    ) {
        let what = Finding.What(kind: kind, key: key, words: words)
        if let place = places[what] {
            findings[place].count += 1
        } else {
            places[what] = findings.count
            findings.append(
                Finding(what: what, recording: recording, position: position, count: 1))
        }
    }

    /// What was found, each at the first recording of it.
    var faults: [Fault] {
        findings.map { finding in
            let others =
                finding.count == 1
                ? "" : "; so are \(finding.count - 1) later \(finding.count == 2 ? "one" : "ones")"
            return Fault(
                finding.what.kind, at: Position(finding.position),
                "'\(finding.recording)' is signed by \(finding.what.key.label), "
                    + "\(finding.what.words)\(others)")
        }
    }
}

/// How many recordings of a book are signed, and by whom.
public struct RecordingCounts: Hashable, Sendable {
    /// With a key that the policy pins for that time.
    public var pinned = 0
    /// With any other key, or not as their recorder's signature has to be.
    public var unpinned = 0
    public var unsigned = 0

    public init() {}

    public var signed: Int { pinned + unpinned }
    public var total: Int { signed + unsigned }
}
