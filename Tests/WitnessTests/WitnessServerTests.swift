import Foundation
import Testing
import Transparency
import Witness

/// A witness on a real socket, with clients that keep to the protocol and others.
struct WitnessServerTests {
    private let log: NumberLog
    private let key: SigningKey

    init() throws {
        log = try NumberLog()
        key = try witnessKey()
    }

    private func cosigner(
        _ memory: any WitnessMemory = MemoryOfOneRun()
    ) throws -> Cosigner { try Cosigner(key: key, logs: [log.key.verifier], memory: memory) }

    @Test func `a dialogue has the statuses of the protocol`() async throws {
        let lines = Lines()
        try await serving(try cosigner(), log: lines) { port, _ in
            func ask(_ request: AddCheckpoint) async throws -> RawAnswer {
                try await RawClient.exchange(port, RawClient.post(request.encoded))
            }
            var answer = try await ask(try log.request(0, 5))
            #expect(answer.status == 200)
            let signature = try #require(WitnessReply.cosignatures(in: answer.body).first)
            #expect(key.verifier.isValid(signature, of: try log.checkpoint(5).note.text))
            #expect(try log.checkpoint(5).cosignatureTime(signature) == now)

            answer = try await ask(try log.request(5, 5))
            #expect(answer.status == 200)

            answer = try await ask(try log.request(0, 9))
            #expect(answer.status == 409 && answer.body == "5\n")
            #expect(answer.headers["content-type"] == "text/x.tlog.size")

            let fork = try NumberLog(start: 100)
            #expect(try await ask(try fork.request(5, 9)).status == 422)
            #expect(try await ask(try fork.request(5, 5)).status == 422)
            #expect(try await ask(try NumberLog("example.com/other").request(0, 5)).status == 404)
            let unsigned = AddCheckpoint(
                oldSize: 5, proof: log.proof(5, 9),
                checkpoint: try SignedCheckpoint(
                    try log.checkpoint(9).checkpoint,
                    signedBy: [SigningKey(name: "x", seed: Array(repeating: 9, count: 32))]))
            #expect(try await ask(unsigned).status == 403)
            #expect(try await ask(try log.request(5, 9)).status == 200)
        }
        #expect(
            lines.all
                == [200, 200, 409, 422, 422, 404, 403, 200].map { "POST /add-checkpoint \($0)" })
    }

    /// What is sent, with `N` for a request that would be cosigned, and the status of the answer.
    @Test(arguments: [
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 5\r\n\r\nold 0", 400),
        ("POST /add-checkpoint HTTP/1.1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 404),
        ("POST /add-checkpoint/ HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 404),
        ("POST /add-checkpoint?x HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 404),
        ("POST //add-checkpoint HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 404),
        ("POST /%61dd-checkpoint HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 404),
        ("POST /sign-subtree HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 404),
        ("GET /add-checkpoint HTTP/1.1\r\n\r\n", 405),
        ("PUT /add-checkpoint HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 405),
        ("post /add-checkpoint HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n", 413),
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 9999999999\r\n\r\n", 413),
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: +1\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 0x1\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 1\r\ncontent-length: 2\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        ("POST /add-checkpoint HTTP/1.1\r\nExpect: a miracle\r\nContent-Length: 1\r\n\r\n", 417),
        ("POST /add-checkpoint HTTP/1.1\r\nContent-Length : 0\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\n Content-Length: 0\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\nno header\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\nContent-Length: 0\r\n\r\n", 505),
        ("POST /add-checkpoint HTTP/1.1\r\nX: a\rb\r\n\r\n", 400),
        ("POST /add-checkpoint HTTP/1.1\r\nX: \u{1B}[2J\r\n\r\n", 400),
        ("POST /\u{1B}[2J HTTP/1.1\r\n\r\n", 400),
        ("POST /é HTTP/1.1\r\n\r\n", 400),
        ("POST  /add-checkpoint HTTP/1.1\r\n\r\n", 400),
        ("POST /add-checkpoint\r\n\r\n", 505),
        ("POST /add-checkpoint HTTP/2.0\r\n\r\n", 505),
        ("hello\r\n\r\n", 400),
    ])
    func `what is not a request to it gets a status, and is not cosigned`(
        text: String, status: Int
    ) async throws {
        try await serving(try cosigner()) { port, _ in
            let client = try await RawClient(port)
            try await client.send(text)
            #expect(try await client.answer().status == status)
            client.close()
            let after = try await RawClient.exchange(
                port, RawClient.post(try log.request(0, 3).encoded))
            #expect(after.status == 200)
        }
    }

    @Test func `a body of a mebibyte and a byte is refused whole, one of a mebibyte is read`()
        async throws
    {
        try await serving(try cosigner()) { port, _ in
            let line = String(repeating: "x", count: 1 << 20)
            let read = try await RawClient.exchange(port, RawClient.post(line))
            #expect(read.status == 400)
            let refused = try await RawClient.exchange(port, RawClient.post(line + "x"))
            #expect(refused.status == 413)
        }
    }

    @Test func `headers without end are cut off`() async throws {
        try await serving(try cosigner()) { port, _ in
            let client = try await RawClient(port)
            try await client.send("POST /add-checkpoint HTTP/1.1\r\n")
            for _ in 0..<20 {
                try? await client.send("X-More: \(String(repeating: "x", count: 1000))\r\n")
            }
            #expect(RawAnswer(await client.rest())?.status == 431)
        }
    }

    @Test(arguments: [
        "", "\r\n\r\n", "POST /add", RawClient.post("old 0\n").replacing(": 6", with: ": 60"),
    ])
    func `who does not go on is left`(begun: String) async throws {
        let lines = Lines()
        try await serving(try cosigner(), waitLimit: .milliseconds(100), log: lines) { port, _ in
            let client = try await RawClient(port)
            try await client.send(begun)
            #expect(await client.rest() == "")
        }
        #expect(lines.all == [])
    }

    @Test(arguments: ["POST /", RawClient.post("old 0\n").replacing(": 6", with: ": 1048576")])
    func `who goes on byte by byte is left all the same`(begun: String) async throws {
        let lines = Lines()
        try await serving(try cosigner(), waitLimit: .milliseconds(300), log: lines) { port, _ in
            let client = try await RawClient(port)
            try await client.send(begun)
            await client.drip()
            client.close()
        }
        #expect(lines.all == [])
    }

    @Test func `one client too many learns so, until another goes`() async throws {
        try await serving(try cosigner()) { port, _ in
            var idle: [RawClient] = []
            for _ in 0..<WitnessServer.connectionLimit { idle.append(try await RawClient(port)) }
            let text = RawClient.post(try log.request(0, 3).encoded)
            #expect(try await RawClient.exchange(port, text).status == 503)
            idle.removeFirst().close()
            var status = 503
            while status == 503 { status = try await RawClient.exchange(port, text).status }
            #expect(status == 200)
            for client in idle { client.close() }
        }
    }

    @Test func `a connection serves requests one after the other, also sent at once`() async throws
    {
        try await serving(try cosigner()) { port, _ in
            let client = try await RawClient(port)
            try await client.send(RawClient.post(try log.request(0, 3).encoded, headers: ""))
            #expect(try await client.answer().status == 200)
            let second = RawClient.post(try log.request(0, 5).encoded, headers: "")
            let third = RawClient.post(try log.request(3, 5).encoded, headers: "")
            try await client.send(second + third)
            let (conflict, cosigned) = (try await client.answer(), try await client.answer())
            #expect(conflict.status == 409 && conflict.body == "3\n")
            #expect(cosigned.status == 200)
            client.close()
        }
    }

    @Test func `what is no request is reported after the answer to what came before it`()
        async throws
    {
        let gate = Gate()
        let memory = MemoryOfOneRun(gate: { await gate.pass() })
        let lines = Lines()
        try await serving(try cosigner(memory), log: lines) { port, _ in
            let client = try await RawClient(port)
            let text = RawClient.post(try log.request(0, 3).encoded, headers: "")
            try await client.send(text + "hello\r\n\r\n")
            await gate.open()
            #expect(try await client.answer().status == 200)
            #expect(RawAnswer(await client.rest())?.status == 400)
        }
        #expect(lines.all.map { $0.prefix(6) } == ["POST /", "- 400 "])
    }

    @Test(arguments: [
        "HTTP/1.0\r\n", "HTTP/1.1\r\nConnection: Close\r\n", "HTTP/1.1\r\nConnection: x, close\r\n",
        "HTTP/1.1\r\nConnection: upgrade\r\nUpgrade: h2c\r\n",
    ])
    func `a connection that is not to stay is closed after the answer`(rest: String) async throws {
        try await serving(try cosigner()) { port, _ in
            let text = RawClient.post(try log.request(0, 3).encoded, headers: "")
            let answer = try await RawClient.exchange(
                port, text.replacing("HTTP/1.1\r\n", with: rest))
            #expect(answer.status == 200 && answer.headers["connection"] == "close")
        }
    }

    @Test func `a client that asks for leave to send its body gets it`() async throws {
        try await serving(try cosigner()) { port, _ in
            let client = try await RawClient(port)
            let text = RawClient.post(
                try log.request(0, 3).encoded,
                headers: "Expect: 100-continue\r\nConnection: close\r\n")
            let end = try #require(text.range(of: "\r\n\r\n")).upperBound
            try await client.send(String(text[..<end]))
            // The body follows only when leave is given; without it the test would run out of time.
            while try await client.line() != "HTTP/1.1 100 Continue" {}
            #expect(try await client.line() == "")
            try await client.send(String(text[end...]))
            #expect(RawAnswer(await client.rest())?.status == 200)
        }
    }

    @Test func `HEAD has no body, and a method that is not served learns which is`() async throws {
        try await serving(try cosigner()) { port, _ in
            let answer = try await RawClient.exchange(
                port, "HEAD /add-checkpoint HTTP/1.1\r\nConnection: close\r\n\r\n")
            #expect(answer.status == 405 && answer.body == "")
            #expect(answer.headers["allow"] == "POST")
        }
    }

    @Test func `a request that has come in is answered although the server is being stopped`()
        async throws
    {
        let (arrived, gate) = (Gate(), Gate())
        let memory = MemoryOfOneRun(gate: {
            await arrived.open()
            await gate.pass()
        })
        try await serving(try cosigner(memory)) { port, running in
            let client = try await RawClient(port)
            try await client.send(RawClient.post(try log.request(0, 3).encoded))
            let idle = try await RawClient(port)
            await arrived.pass()
            running.cancel()
            #expect(await idle.rest() == "")
            await gate.open()
            #expect(RawAnswer(await client.rest())?.status == 200)
            try await running.value
            await #expect(throws: Refused.self) { try await RawClient(port) }
        }
    }

    @Test func `who stops before it serves does not serve`() async throws {
        for _ in 0..<20 {
            let server = try WitnessServer(try cosigner(), port: 0, seconds: { now })
            let running = Task { try await server.run() }
            running.cancel()
            try await running.value
        }
    }

    @Test func `a port that is taken is an error`() async throws {
        try await serving(try cosigner()) { port, _ in
            let second = try WitnessServer(try cosigner(), port: port, seconds: { now })
            let failure = await #expect(throws: WitnessServerFailure.self) {
                try await second.run()
            }
            #expect(failure?.description == "127.0.0.1:\(port): Address already in use")
        }
    }

    @Test(arguments: ["", "localhost", "127.0.0.1 ", "256.0.0.1", "::1"])
    func `what is no IPv4 address is refused`(host: String) throws {
        #expect(throws: WitnessServerFailure.self) {
            try WitnessServer(try cosigner(), host: host, port: 0, seconds: { now })
        }
    }

    @Test func `of two that come together one is cosigned, the other learns what was`() async throws
    {
        try await serving(try cosigner()) { port, _ in
            var known = 0
            for _ in 0..<15 {
                let texts = [
                    RawClient.post(try log.request(known, known + 1).encoded),
                    RawClient.post(try log.request(known, known + 3).encoded),
                ]
                let clients = [try await RawClient(port), try await RawClient(port)]
                for (client, text) in zip(clients, texts) {
                    try await client.send(String(text.dropLast()))
                }
                // Both are whole but for the last byte.
                async let first = finished(clients[0])
                async let second = finished(clients[1])
                let answers = [try await first, try await second]
                #expect(answers.map(\.status).sorted() == [200, 409])
                known += answers[0].status == 200 ? 1 : 3
                #expect(answers.first { $0.status == 409 }?.body == "\(known)\n")
            }
        }
    }

    private func finished(_ client: RawClient) async throws -> RawAnswer {
        try await client.send("\n")
        return try #require(RawAnswer(await client.rest()))
    }
}
