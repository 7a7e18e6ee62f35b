import Transparency

/// One connection of a client: requests one after the other, each within limits of bytes and of time.
struct Connection: Sendable {
    let socket: Descriptor
    /// How long a whole request may take to come in, and how long to wait for the next.
    let patience: Duration
    let answer: @Sendable (RequestHead, _ body: [UInt8]) async -> WitnessReply
    let log: @Sendable (String) -> Void

    /// What was read and belongs to no request yet.
    private var rest: [UInt8] = []

    init(
        _ socket: Descriptor, patience: Duration,
        answer: @escaping @Sendable (RequestHead, _ body: [UInt8]) async -> WitnessReply,
        log: @escaping @Sendable (String) -> Void
    ) {
        self.socket = socket
        self.patience = patience
        self.answer = answer
        self.log = log
    }

    /// Serves until the client goes, errs, or is too slow; the caller closes the socket.
    mutating func serve() async {
        while !Task.isCancelled {
            let head: RequestHead
            let body: [UInt8]
            switch await next() {
            case .nothing: return
            case .refused(let refusal, let unread):
                log("- \(refusal.status) \(refusal.detail)")
                return await refuse(.told(refusal.status, refusal.detail), unread: unread)
            case .request(let read, let content): (head, body) = (read, content)
            }
            let reply = await decided(head, body)
            log("\(head.method) \(head.target) \(reply.status)")
            send(reply, withBody: head.method != "HEAD", closing: !head.staysOpen)
            guard head.staysOpen else { return }
        }
    }

    /// Says no, and lets the client finish what it sends: closing before would take the answer from it.
    func refuse(_ reply: WitnessReply, unread: Int = WitnessServer.bodyLimit) async {
        send(reply, closing: true)
        socket.finish()
        await discard(unread)
    }

    /// A request that is here is decided to its end, also where the server is being stopped.
    private func decided(_ head: RequestHead, _ body: [UInt8]) async -> WitnessReply {
        await Task { [answer] in await answer(head, body) }.value
    }

    // MARK: Reading

    private mutating func next() async -> Incoming {
        let (reader, started) = (Reader(socket: socket), rest)
        let read = await within(patience) { await reader.read(after: started) }
        guard let read else { return .nothing }
        rest = read.rest
        return read.incoming
    }

    private func discard(_ count: Int) async {
        let socket = socket
        _ = await within(patience) { () -> Bool? in
            var left = count
            while left > 0, let bytes = await socket.read(atMost: 4096) { left -= bytes.count }
            return true
        }
    }

    // MARK: Writing

    private func send(_ reply: WitnessReply, withBody: Bool = true, closing: Bool) {
        let body = Array(reply.body.utf8)
        var head = "HTTP/1.1 \(reply.status) \(Self.phrases[reply.status] ?? "Other")\r\n"
        head += "Content-Type: \(reply.contentType)\r\nContent-Length: \(body.count)\r\n"
        if reply.status == 405 { head += "Allow: POST\r\n" }
        if closing { head += "Connection: close\r\n" }
        socket.write(Array((head + "\r\n").utf8) + (withBody ? body : []))
    }

    private static let phrases = [
        200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed", 409: "Conflict", 411: "Length Required",
        413: "Content Too Large", 417: "Expectation Failed", 422: "Unprocessable Content",
        431: "Request Header Fields Too Large", 500: "Internal Server Error",
        503: "Service Unavailable", 505: "HTTP Version Not Supported",
    ]
}

/// What came in on a connection.
private enum Incoming: Sendable {
    case nothing
    /// How many bytes of body the client may still send.
    case refused(RequestHead.Refusal, unread: Int)
    case request(RequestHead, body: [UInt8])
}

private struct Reader: Sendable {
    /// The longest request line with all headers, in bytes.
    static let headLimit = 16 << 10

    struct Result: Sendable {
        let incoming: Incoming
        /// What came after it.
        var rest: [UInt8] = []
    }

    let socket: Descriptor

    func read(after started: [UInt8]) async -> Result? {
        var bytes = started
        do throws(RequestHead.Refusal) {
            var end = Self.headEnd(in: bytes)
            while end == nil, bytes.count <= Self.headLimit {
                guard let more = await socket.read(atMost: 4096) else { return nil }
                bytes += more
                end = Self.headEnd(in: bytes)
            }
            guard let end, end <= Self.headLimit else {
                let refusal = RequestHead.Refusal(
                    status: 431, detail: "at most \(Self.headLimit) bytes of headers")
                return Result(incoming: .refused(refusal, unread: 1 << 20))
            }
            let head = try RequestHead(parsing: bytes[..<end])
            bytes.removeFirst(end + 4)
            guard head.length <= WitnessServer.bodyLimit else {
                let refusal = RequestHead.Refusal(
                    status: 413, detail: "at most \(WitnessServer.bodyLimit) bytes")
                return Result(
                    incoming: .refused(
                        refusal, unread: min(head.length, 8 << 20) - bytes.count))
            }
            if head.expectsContinue, bytes.isEmpty, head.length > 0 {
                socket.write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
            }
            while bytes.count < head.length {
                guard let more = await socket.read(atMost: head.length - bytes.count) else {
                    return nil
                }
                bytes += more
            }
            return Result(
                incoming: .request(head, body: Array(bytes.prefix(head.length))),
                rest: Array(bytes.dropFirst(head.length)))
        } catch {
            return Result(incoming: .refused(error, unread: 1 << 20))
        }
    }

    /// Where CR LF CR LF begins.
    private static func headEnd(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...bytes.count - 4).first { start in
            bytes[start] == 0x0D && bytes[start + 1] == 0x0A && bytes[start + 2] == 0x0D
                && bytes[start + 3] == 0x0A
        }
    }
}

/// What `work` gives, or nil where it takes longer than that.
func within<Answer: Sendable>(
    _ patience: Duration, _ work: @escaping @Sendable () async -> Answer?
) async -> Answer? {
    await withTaskGroup(of: Answer?.self) { group in
        group.addTask { await work() }
        group.addTask {
            try? await Task.sleep(for: patience)
            return nil
        }
        defer { group.cancelAll() }
        return await group.next() ?? nil
    }
}
