public import Transparency

/// A witness over HTTP: `POST /add-checkpoint` and nothing else (c2sp.org/tlog-witness).
///
/// It listens on the loopback address unless another is given; there is no authentication beyond the
/// signature on the checkpoint, and a public witness stands behind a server that speaks TLS.
/// Whatever a client sends costs it a bounded share of memory, time and connections.
public struct WitnessServer: Sendable {
    /// The longest body that is read, in bytes; a longer one is answered with 413.
    public static let bodyLimit = 1 << 20
    /// How many clients are served at a time; one more is answered with 503.
    public static let connectionLimit = 64

    private let cosigner: Cosigner
    private let host: String
    private let port: UInt16
    private let patience: Duration
    private let seconds: @Sendable () -> UInt64
    private let log: @Sendable (String) -> Void

    /// - Parameters:
    ///   - host: an IPv4 address; another text is an error.
    ///   - port: 0 for any that is free.
    ///   - patience: how long a request may take to come in; then the connection is closed.
    ///   - seconds: tells the time, since 1970.
    ///   - log: told one line for each request: method, path and status, all printable ASCII.
    public init(
        _ cosigner: Cosigner, host: String = "127.0.0.1", port: UInt16,
        patience: Duration = .seconds(10), seconds: @escaping @Sendable () -> UInt64,
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        try Descriptor.checkAddress(host)
        self.cosigner = cosigner
        self.host = host
        self.port = port
        self.patience = patience
        self.seconds = seconds
        self.log = log
    }

    /// Serves on an IPv4 address until its task is cancelled; then it takes no more requests, and returns when those that have
    /// come in whole are answered and the port is free.
    ///
    /// - Parameter ready: told the port once requests are taken.
    public func run(ready: @escaping @Sendable (UInt16) -> Void = { _ in }) async throws {
        let (listening, port) = try Descriptor.listening(on: host, port: port)
        ready(port)
        do {
            try await takeConnections(on: listening)
            await listening.closed()
        } catch {
            await listening.closed()
            throw error
        }
    }

    private func takeConnections(on listening: Descriptor) async throws {
        let places = Places(Self.connectionLimit)
        try await withThrowingDiscardingTaskGroup { group in
            var failures = 0
            while !Task.isCancelled {
                do throws(SocketFailure) {
                    guard let socket = try await listening.accept() else { break }
                    failures = 0
                    // In the order in which they came.
                    let hasPlace = await places.take()
                    group.addTask {
                        guard hasPlace else { return await refuse(socket) }
                        await serve(socket)
                        await places.give()
                    }
                } catch {
                    // A client that went at once, or no descriptors for now; both pass.
                    failures += 1
                    guard failures < 1200 else { throw error }
                    try? await Task.sleep(for: .milliseconds(50))
                }
            }
        }
    }

    private func serve(_ socket: Descriptor) async {
        defer { socket.close() }
        var connection = Connection(socket, patience: patience, answer: answer, log: log)
        await connection.serve()
    }

    private func refuse(_ socket: Descriptor) async {
        defer { socket.close() }
        log("- 503 more than \(Self.connectionLimit) clients")
        await Connection(socket, patience: .seconds(1), answer: answer, log: log).refuse(
            .told(503, "at most \(Self.connectionLimit) clients at a time"))
    }

    @Sendable private func answer(_ head: RequestHead, _ body: [UInt8]) async -> WitnessReply {
        guard head.target == "/add-checkpoint" else { return .told(404, "no such path") }
        guard head.method == "POST" else { return .told(405, "only POST") }
        return await cosigner.answer(body, at: seconds())
    }

    /// How many more clients may be served.
    private actor Places {
        private var free: Int

        init(_ count: Int) { free = count }

        func take() -> Bool {
            guard free > 0 else { return false }
            free -= 1
            return true
        }

        func give() { free += 1 }
    }
}
