import Foundation
import Testing
import Transparency
import Witness

/// A log before witnesses that keep to the protocol, err, or lie.
struct WitnessClientTests {
    private let log: NumberLog
    private let key: SigningKey

    init() throws {
        log = try NumberLog()
        key = try witnessKey()
    }

    private func cosign(
        _ size: Int, at url: String, asked: Lines = Lines(), timeout: Duration = withoutEnd
    ) async throws -> [NoteSignature] {
        try await WitnessClient(url: url, key: key.verifier, timeout: timeout)
            .cosign(try log.checkpoint(size)) { old in
                asked.add("\(old)")
                return log.proof(old, size)
            }
    }

    private func refusal(
        _ size: Int, at url: String, asked: Lines = Lines(), timeout: Duration = withoutEnd
    ) async throws -> WitnessRefusal {
        try #require(
            await #expect(throws: WitnessRefusal.self) {
                try await cosign(size, at: url, asked: asked, timeout: timeout)
            })
    }

    @Test(arguments: ["", "/"])
    func `it goes on from the size that the witness states`(slash: String) async throws {
        let cosigner = try Cosigner(
            key: key, logs: [log.key.verifier], memory: MemoryOfOneRun())
        let (asked, lines) = (Lines(), Lines())
        try await serving(cosigner, log: lines) { port, _ in
            let url = "http://127.0.0.1:\(port)" + slash
            for size in [3, 7, 7, 40] {
                let signatures = try await cosign(size, at: url, asked: asked)
                #expect(signatures.count == 1)
                let text = try log.checkpoint(size).note.text
                #expect(signatures.allSatisfy { key.verifier.isValid($0, of: text) })
            }
        }
        #expect(asked.all == ["3", "7", "7"])
        #expect(
            lines.all.map { $0.suffix(3) } == ["200", "409", "200", "409", "200", "409", "200"])
    }

    @Test func `a size above the log's own is reported and not followed`() async throws {
        try await scripted([.size("41\n")]) { url, requests in
            let asked = Lines()
            let refusal = try await refusal(40, at: url, asked: asked)
            #expect(refusal == .claimsMore(size: 41, of: 40))
            #expect(asked.all == [] && requests.all.count == 1)
        }
    }

    @Test func `a witness that states another size each time is asked twice and no more`()
        async throws
    {
        try await scripted([.size("3\n"), .size("4\n"), .size("5\n")]) { url, requests in
            let refusal = try await refusal(40, at: url)
            #expect(refusal == .refused(status: 409, detail: "4"))
            #expect(requests.all.count == 2)
        }
    }

    @Test(arguments: [
        "", "\n", "3", "3\n\n", "03\n", "+3\n", "-3\n", " 3\n", "3 \n", "3\r\n", "٣\n", "three\n",
        "99999999999999999999\n",
    ])
    func `what is no size is not read as one`(body: String) async throws {
        try await scripted([.size(body)]) { url, requests in
            let refusal = try await refusal(40, at: url)
            guard case .answerInvalid = refusal else {
                Issue.record("\(refusal)")
                return
            }
            #expect(requests.all.count == 1)
        }
    }

    @Test func `a conflict of another kind is not read as a size`() async throws {
        try await scripted([Script(status: 409, body: "3\n")]) { url, requests in
            let refusal = try await refusal(40, at: url)
            #expect(
                refusal
                    == .answerInvalid("status 409 of the type 'text/plain', not text/x.tlog.size"))
            #expect(requests.all.count == 1)
        }
    }

    enum Lie: String, CaseIterable {
        case otherKey, otherCheckpoint, otherName, noTime, nothing, junk, validAndForged, logKey
    }

    @Test(arguments: Lie.allCases)
    func `a cosignature is kept only if it is the witness's, of this checkpoint`(
        lie: Lie
    ) async throws {
        let text = try log.checkpoint(5).note.text
        let valid = try key.cosign(text, at: now)
        let body =
            switch lie {
            case .otherKey: try witnessKey("witness.example", 7).cosign(text, at: now).line
            case .otherCheckpoint:
                try key.cosign(try log.checkpoint(6).note.text, at: now).line
            case .otherName: try witnessKey("other.example", 2).cosign(text, at: now).line
            case .noTime: try withoutTime(text, valid)
            case .nothing: ""
            case .junk: "thank you\n"
            case .validAndForged:
                valid.line
                    + NoteSignature(
                        name: valid.name, keyID: valid.keyID,
                        bytes: valid.bytes.dropLast() + [valid.bytes[71] ^ 1]
                    ).line
            case .logKey: try log.key.sign(text).line
            }
        try await scripted([Script(status: 200, body: body)]) { url, _ in
            let refusal = try await refusal(5, at: url)
            guard case .answerInvalid = refusal else {
                Issue.record("\(refusal)")
                return
            }
        }
    }

    /// What the witness's key would make of the time 0, which the protocol forbids.
    private func withoutTime(_ text: String, _ valid: NoteSignature) throws -> String {
        let plain = try SigningKey(name: "x", seed: Array(repeating: 2, count: 32))
        let bytes = try plain.sign("cosignature/v1\ntime 0\n" + text).bytes
        return NoteSignature(
            name: valid.name, keyID: valid.keyID, bytes: Array(repeating: 0, count: 8) + bytes
        ).line
    }

    @Test func `lines of other keys are ignored`() async throws {
        let text = try log.checkpoint(5).note.text
        let valid = try key.cosign(text, at: now)
        let other = try witnessKey("other.example", 3).cosign(text, at: now)
        try await scripted([Script(status: 200, body: other.line + valid.line)]) { url, _ in
            let kept = try await cosign(5, at: url)
            #expect(kept == [valid])
        }
    }

    @Test func `an answer without end is cut off`() async throws {
        let endless = Script(status: 200, body: "", then: .endless)
        try await scripted([endless]) { url, _ in
            let refusal = try await refusal(5, at: url)
            #expect(refusal == .answerInvalid("it is longer than 65536 bytes"))
        }
    }

    @Test func `an answer that says that it is long is not waited for`() async throws {
        let long = Script(status: 200, body: "x", length: 65_537, then: .silence)
        try await scripted([long]) { url, _ in
            let refusal = try await refusal(5, at: url)
            #expect(refusal == .answerInvalid("it is longer than 65536 bytes"))
        }
    }

    @Test(arguments: [Script.Then.silence, .drip])
    func `an answer that does not come is not waited for`(then: Script.Then) async throws {
        try await scripted([Script(status: 200, body: "", then: then)]) { url, _ in
            let refusal = try await refusal(5, at: url, timeout: .milliseconds(300))
            guard case .unreachable = refusal else {
                Issue.record("\(refusal)")
                return
            }
        }
    }

    @Test func `no one leads it elsewhere`() async throws {
        let valid = try key.cosign(try log.checkpoint(5).note.text, at: now)
        try await scripted([Script(status: 200, body: valid.line)]) { other, followed in
            for status in [301, 302, 307, 308] {
                let script = Script(status: status, body: "", headers: "Location: \(other)\r\n")
                try await scripted([script]) { url, _ in
                    let refusal = try await refusal(5, at: url)
                    #expect(refusal == .refused(status: status, detail: ""))
                }
            }
            #expect(followed.all == [])
        }
    }

    @Test func `what a witness says does not steer the terminal`() async throws {
        let script = Script(status: 404, body: "no\u{1B}[2J\nsuch \u{7}\u{9B}log\n")
        try await scripted([script]) { url, _ in
            let refusal = try await refusal(5, at: url)
            #expect(refusal == .refused(status: 404, detail: "no [2J such    log"))
        }
    }

    @Test func `what does not speak TLS is reported as such, in words of ours`() async throws {
        let cosigner = try Cosigner(key: key, logs: [], memory: MemoryOfOneRun())
        let refusal = try await serving(cosigner) { port, _ in
            try await self.refusal(5, at: "https://127.0.0.1:\(port)")
        }
        #expect(
            refusal
                == .unreachable(
                    "no secure connection to it: its TLS, or its certificate, is not accepted"))
    }

    @Test func `a witness that is not there is reported as such`() async throws {
        let port = try await serving(
            try Cosigner(key: key, logs: [], memory: MemoryOfOneRun())
        ) { port, _ in port }
        let refusal = try await refusal(5, at: "http://127.0.0.1:\(port)")
        #expect(refusal == .unreachable("Connection refused"))
    }

    @Test(arguments: ["", "witness.example", "ftp://witness.example", "http://", "file:///etc/x"])
    func `what is no address of HTTP is refused`(url: String) throws {
        #expect(throws: WitnessRefusal.addressUnusable(url)) {
            try WitnessClient(url: url, key: key.verifier)
        }
    }
}

/// What a witness that is none answers.
struct Script: Sendable {
    enum Then: Sendable { case close, endless, silence, drip }

    var status: Int
    var body: String
    var type = "text/plain"
    var headers = ""
    /// As the answer says; where it does not, the connection's end is its end.
    var length: Int?
    var then = Then.close

    static func size(_ body: String) -> Script {
        Script(status: 409, body: body, type: "text/x.tlog.size")
    }

    /// On a thread of its own: it may take as long as the client lets it.
    func play(on socket: RawSocket) {
        let length = length ?? (then == .close ? body.utf8.count : nil)
        socket.write(
            Array(
                ("HTTP/1.1 \(status) X\r\nContent-Type: \(type)\r\n"
                    + (length.map { "Content-Length: \($0)\r\n" } ?? "")
                    + "Connection: close\r\n\(headers)\r\n\(body)").utf8))
        switch then {
        case .close: break
        case .endless:
            let bytes = [UInt8](repeating: 0x41, count: 4096)
            while socket.write(bytes) {}
        case .silence: _ = socket.read(atMost: 1)
        case .drip:
            while socket.write([0x41]) { usleep(20_000) }
        }
    }
}

/// Runs a server that plays one script a connection while `body` runs; gives it the requests that came.
func scripted(
    _ scripts: [Script], _ body: (_ url: String, _ requests: Lines) async throws -> Void
) async throws {
    let listening = RawSocket.tcp()
    _ = try listening.with(port: 0) { bind($0, $1, $2) }
    try #require(listen(listening.number, 16) == 0)
    let port = try listening.with(port: 0) { getsockname($0, $1, &$2) }
    let requests = Lines()
    async let playing: Void = onThread {
        for script in scripts {
            let number = accept(listening.number, nil, nil)
            guard number >= 0 else { break }
            let client = RawSocket(number: number)
            requests.add(request(on: client))
            script.play(on: client)
            client.close()
        }
    }
    let result: Result<Void, any Error>
    do {
        try await body("http://127.0.0.1:\(port)/w", requests)
        result = .success(())
    } catch {
        result = .failure(error)
    }
    // Wakes one that still waits for a client.
    shutdown(listening.number, Int32(SHUT_RDWR))
    await playing
    listening.close()
    try result.get()
}

private func request(on socket: RawSocket) -> String {
    var text = ""
    while !text.contains("\u{2014} ") || !text.hasSuffix("\n"), let more = socket.read(atMost: 4096)
    {
        text += String(decoding: more, as: UTF8.self)
    }
    return text
}
