import Audit
import EventStore
import Notation
import Transparency

/// What a reader holds a book to before they believe an answer from it: checkpoints that were kept, a policy, and
/// what they saw of it themselves the last time.
struct BookGrounds {
    let path: String
    let environment: CommandEnvironment
    private(set) var policy: TrustPolicy?
    private(set) var kept: [(file: String, checkpoint: SignedCheckpoint)] = []
    /// Whether the book is taken as it is now, whatever was seen of it before.
    private let acceptsRollback: Bool

    /// - Parameter files: each holds a policy or a signed checkpoint.
    init(
        _ path: String, files: [String], acceptsRollback: Bool, in environment: CommandEnvironment
    ) throws(DeedbookError) {
        self.path = path
        self.environment = environment
        self.acceptsRollback = acceptsRollback
        for file in files {
            // A checkpoint has signatures, which begin with a dash; no line of a policy does.
            let bytes = try environment.files.read(file, "checkpoint or policy").bytes
            if String(decoding: bytes, as: UTF8.self).contains("\n\u{2014} ") {
                kept.append((file, try CheckpointFile.parsed(bytes, from: file)))
            } else if policy == nil {
                let read = try PolicyFile.parsed(bytes, from: file)
                guard !read.logs.isEmpty else { throw Self.logless(file, path) }
                policy = read
            } else {
                throw DeedbookError(
                    .usage, "\(file) is a second policy", hint: "put all whom you believe into one")
            }
        }
    }

    /// A policy that believes no one who signs a book: an audit would not check a signature by it, and every other
    /// command would refuse the book.
    private static func logless(_ file: String, _ book: String) -> DeedbookError {
        DeedbookError(
            .forged,
            "the book \(book) is not signed by a log of the policy: \(file) has none",
            hint: "put the key of the book's keeper into it: log VKEY; deedbook keygen prints it")
    }

    /// Throws unless the book is one to be believed, and remembers it as it is.
    func check(_ store: any TamperEvidentStore) async throws {
        try await remember(store) { now in
            for (file, checkpoint) in kept {
                try await check(store, now, against: checkpoint, file)
            }
            if let policy { try await judge(store, now, by: policy) }
        }
    }

    /// Throws where a book is to be made and there is something that it would have to continue.
    func checkNew() throws {
        guard kept.isEmpty, policy == nil else {
            throw DeedbookError(
                .missing, "there is no book at \(path) to be held to what --trust names",
                hint: "a new book continues nothing: leave --trust out, or find the book")
        }
        guard let seen = try seen(), seen.size > 0 else { return }
        try environment.errors.say(
            "note: the book that you read at \(path) before is not there any more (\(Self.words(of: seen))); "
                + "this is a new one")
    }

    /// Throws where the book does not continue what this reader saw of it, and remembers it as it is now.
    ///
    /// What is remembered is read first: another command may record, and remember what it recorded, meanwhile. Where
    /// one remembered something in between, all is looked at again, so that an older head never takes the place of a
    /// later one.
    ///
    /// - Parameters:
    ///   - isNew: whether the book was made just now: what is remembered is of one that was there before.
    ///   - audited: a head that was read before, which the book must continue as well.
    ///   - judge: throws where the book of a head is not to be believed for another reason.
    func remember(
        _ store: any TamperEvidentStore, isNew: Bool = false, audited: Checkpoint? = nil,
        judge: (_ now: Checkpoint) async throws -> Void = { _ in }
    ) async throws {
        while true {
            let takesAny = isNew || acceptsRollback
            let recalled = takesAny ? environment.recalled(of: path) : try recalled()
            let now = try await store.checkpoint(at: nil)
            try await judge(now)
            let seen = takesAny ? nil : try parsed(recalled)
            for old in [seen, audited].compactMap(\.self) {
                try await check(store, now, against: old)
            }
            if seen == now { return }
            if try environment.remember(now, of: path, insteadOf: recalled) { return }
        }
    }
}

// What an audit is given.
extension BookGrounds {
    /// What every command holds the book to, with what is given to the audit alone.
    ///
    /// - Parameters:
    ///   - against: the file of a checkpoint that was kept.
    ///   - from: that of a checkpoint up to which the book was audited before.
    ///   - seen: the head of the book when it was last read here.
    func audit(
        _ trust: TrustOptions, against: String?, from: String? = nil, seen: Checkpoint? = nil
    ) throws -> AuditGrounds {
        func checkpoint(_ path: String?) throws -> SignedCheckpoint? {
            try path.map { path in try CheckpointFile.read(path, in: environment) }
        }
        let saved = try checkpoint(against)
        guard kept.count + (saved == nil ? 0 : 1) <= 1 else {
            throw DeedbookError(
                .usage, "more than one checkpoint is given with --against and --trust",
                hint: "give the newest: what it covers, older ones do, too")
        }
        guard trust.policy == nil || policy == nil else {
            throw DeedbookError(
                .usage, "a policy is given with --policy and another with --trust",
                hint: "put all whom you believe into one")
        }
        return AuditGrounds(
            keys: try trust.keys(in: environment),
            policy: try trust.policy(in: environment) ?? policy,
            saved: saved ?? kept.first?.checkpoint, trusted: try checkpoint(from), seen: seen)
    }
}

// What was kept elsewhere.
extension BookGrounds {
    private func check(
        _ store: any TamperEvidentStore, _ now: Checkpoint, against signed: SignedCheckpoint,
        _ file: String
    ) async throws(DeedbookError) {
        let old = signed.checkpoint
        if let policy, policy.judge(signed).signers.isEmpty {
            throw DeedbookError(
                .forged, "\(file) is not signed by a log of the policy",
                hint: "give the checkpoint that the book's keeper signed")
        }
        let detail: String
        switch try await store.continuation(of: old, now: now) {
        case .continued: return
        case .foreign: detail = "that is of '\(old.origin)', this book is '\(now.origin)'"
        case .shortened: detail = "it has only \(now.size) events"
        case .forked(let root):
            detail = "its first \(old.size) events have the root \(root.base64)"
        }
        throw .rolledBack(old: old, new: now, detail: detail)
    }

    /// The newest checkpoint of the book must be one that the policy accepts, and state the truth.
    private func judge(
        _ store: any TamperEvidentStore, _ now: Checkpoint, by policy: TrustPolicy
    ) async throws(DeedbookError) {
        guard let newest = try await store.checkpoints().last else {
            throw DeedbookError(
                .forged, "the book \(path) has no checkpoint that the policy could accept",
                hint: "its keeper makes one with: deedbook checkpoint --key FILE")
        }
        let verdict = policy.judge(newest)
        let size = newest.checkpoint.size
        guard !verdict.signers.isEmpty, verdict.forgeries.isEmpty else {
            throw DeedbookError(
                .forged,
                "the checkpoint of #\(size) in \(path) is not signed by a log of the policy",
                hint: "see what is wrong with: deedbook verify --policy FILE")
        }
        guard verdict.isQuorumMet else {
            throw DeedbookError(
                .forged,
                "the checkpoint of #\(size) in \(path) lacks witnesses: the policy asks for "
                    + verdict.quorum.description,
                hint: "its keeper asks them with: deedbook checkpoint --witness URL")
        }
        guard try await store.continuation(of: newest.checkpoint, now: now) == .continued else {
            throw .rolledBack(
                old: newest.checkpoint, new: now, detail: "the book itself keeps that checkpoint")
        }
    }
}

// What this reader saw themselves.
extension BookGrounds {
    /// The head of the book when it was last read here; nil where it never was, where nothing is remembered, or where
    /// that does not matter.
    func seen() throws -> Checkpoint? {
        acceptsRollback ? nil : try parsed(recalled())
    }

    private func recalled() throws(DeedbookError) -> [UInt8]? {
        do throws(FileFailure) { return try environment.memory.recall(path) } catch {
            throw error.reading("of the book \(path)", "remembered head")
        }
    }

    private func parsed(_ recalled: [UInt8]?) throws(DeedbookError) -> Checkpoint? {
        guard let recalled else { return nil }
        do { return try Checkpoint(parsing: String(decoding: recalled, as: UTF8.self)) } catch {
            let place = environment.memory.place(path).map { " (\($0))" } ?? ""
            throw DeedbookError(
                .invalid, "what is remembered of the book \(path)\(place) cannot be read: \(error)",
                hint: "remember it anew: --accept-rollback")
        }
    }

    private func check(
        _ store: any TamperEvidentStore, _ now: Checkpoint, against seen: Checkpoint
    ) async throws(DeedbookError) {
        let current: Checkpoint
        switch try await store.continuation(of: seen, now: now) {
        case .continued: return
        case .foreign, .shortened: current = now
        case .forked(let root):
            current = Checkpoint(origin: now.origin, size: seen.size, root: root)
        }
        throw DeedbookError(
            .rolledBack,
            "the book \(path) is not the one that you read before, or not all of it\n"
                + "  read before: \(Self.words(of: seen))\n"
                + "  the book now: \(Self.words(of: current))",
            hint:
                "keep the file, and find out who changed it; to go on from what is there now, say "
                + "--accept-rollback")
    }

    private static func words(of head: Checkpoint) -> String {
        "\(head.size) events, root \(head.root.base64), of \(head.origin)"
    }
}
