import Foundation
import StoreSQLite
import Testing
import Transparency
import Witness

/// A log, two witnesses with memories on the disk, and someone who believes both of them together.
struct QuorumTests {
    private let log: NumberLog
    private let keys: [SigningKey]
    private let policy: TrustPolicy
    private let folder: URL

    init() throws {
        log = try NumberLog()
        keys = [try witnessKey("first.example", 2), try witnessKey("second.example", 3)]
        policy = try TrustPolicy(
            parsing: """
                log \(log.key.verifier)
                witness first \(keys[0].verifier)
                witness second \(keys[1].verifier)
                group both 2 first second
                quorum both

                """)
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("witnesses-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func cosigner(_ index: Int, memory name: String? = nil) throws -> Cosigner {
        let path = folder.appendingPathComponent(name ?? "\(index).witness").path
        if !FileManager.default.fileExists(atPath: path) { try SQLiteWitnessMemory.make(at: path) }
        return try Cosigner(
            key: keys[index], logs: [log.key.verifier],
            memory: try SQLiteWitnessMemory(path: path))
    }

    @Test func `two witnesses make the quorum of two, one of them does not`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try await serving(try cosigner(0)) { first, _ in
            try await serving(try cosigner(1)) { second, _ in
                for size in [3, 17, 64] {
                    var signed = try log.checkpoint(size)
                    #expect(!policy.judge(signed).isAccepted)
                    for (port, key) in zip([first, second], keys) {
                        #expect(!policy.judge(signed).isQuorumMet)
                        let client = try WitnessClient(
                            url: "http://127.0.0.1:\(port)", key: key.verifier,
                            timeout: withoutEnd)
                        let signatures = try await client.cosign(signed) { log.proof($0, size) }
                        for signature in signatures { signed.add(signature) }
                    }
                    let verdict = policy.judge(
                        try SignedCheckpoint(parsing: Array(signed.encoded.utf8)))
                    #expect(verdict.isAccepted)
                    #expect(verdict.witnesses.map(\.name) == ["first", "second"])
                    #expect(verdict.witnesses.map(\.time) == [now, now])
                }
            }
        }
    }

    @Test func `one witness that signs twice is not two`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var signed = try log.checkpoint(5)
        signed.add(try keys[0].cosign(signed.note.text, at: now))
        signed.add(try keys[0].cosign(signed.note.text, at: now + 1))
        #expect(!policy.judge(signed).isQuorumMet)
    }

    @Test func `requests and answers go as files too`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var signed = try log.checkpoint(9)
        for index in keys.indices {
            let request = folder.appendingPathComponent("request")
            try Data(try log.request(0, 9).encoded.utf8).write(to: request)
            let reply = try await cosigner(index).answer(
                [UInt8](try Data(contentsOf: request)), at: now)
            let answer = folder.appendingPathComponent("answer")
            try Data(reply.body.utf8).write(to: answer)
            let body = String(decoding: try Data(contentsOf: answer), as: UTF8.self)
            for signature in try WitnessReply.cosignatures(in: body) { signed.add(signature) }
        }
        #expect(policy.judge(signed).isAccepted)
    }

    /// Why a memory is never reset: what it would have refused is cosigned. A second witness is what helps.
    @Test func `a witness that lost its memory believes a fork, one that did not does not`()
        async throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let seen = Array(try log.request(0, 40).encoded.utf8)
        for index in keys.indices {
            #expect(try await cosigner(index).answer(seen, at: now).status == 200)
        }
        let fork = Array(try NumberLog(start: 100).request(0, 40).encoded.utf8)
        let resent = Array(try NumberLog(start: 100).request(40, 40).encoded.utf8)
        let forgetful = try cosigner(0, memory: "new.witness")
        let reply = await forgetful.answer(fork, at: now)
        #expect(reply.status == 200)
        #expect(try await cosigner(1).answer(fork, at: now).status == 409)
        #expect(try await cosigner(1).answer(resent, at: now).status == 422)
        var signed = try NumberLog(start: 100).checkpoint(40)
        for signature in try WitnessReply.cosignatures(in: reply.body) { signed.add(signature) }
        #expect(!policy.judge(signed).isAccepted)
    }

    /// Unicode has two spellings of é, which `==` takes for one; a witness and a policy must not.
    @Test func `a name in another spelling is another log`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (composed, decomposed) = ("caf\u{E9}.example/log", "cafe\u{301}.example/log")
        let key = try SigningKey(name: composed, seed: Array(repeating: 5, count: 32))
        let text = Checkpoint(origin: decomposed, size: 1, root: .leaf([])).text
        let signed = try SignedCheckpoint(
            note: try SignedNote(text: text, signatures: [try key.sign(text)]))
        let cosigner = try Cosigner(
            key: keys[0], logs: [key.verifier], memory: MemoryOfOneRun())
        let request = AddCheckpoint(oldSize: 0, proof: [], checkpoint: signed)
        #expect(await cosigner.answer(Array(request.encoded.utf8), at: now).status == 404)
        let policy = try TrustPolicy(parsing: "log \(key.verifier)\nquorum none\n")
        #expect(!policy.judge(signed).isAccepted)
    }

    @Test func `a witness whose clock is not set signs nothing`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let reply = try await cosigner(0).answer(
            Array(try log.request(0, 5).encoded.utf8), at: 0)
        #expect(reply.status == 500 && !reply.body.contains("\u{2014}"))
    }
}
