import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
public import Transparency

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

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
    private let waitLimit: Duration
    private let seconds: @Sendable () -> UInt64
    private let log: @Sendable (String) -> Void

    /// - Parameters:
    ///   - host: an IPv4 address; another text is an error.
    ///   - port: 0 for any that is free.
    ///   - waitLimit: how long a request may take to come in; then the connection is closed.
    ///   - seconds: states the time, since 1970.
    ///   - log: called with one line for each request: method, path and status, all printable ASCII, and after a
    ///     status of 500 why, which may be any text.
    public init(
        _ cosigner: Cosigner, host: String = "127.0.0.1", port: UInt16,
        waitLimit: Duration = .seconds(10), seconds: @escaping @Sendable () -> UInt64,
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(WitnessServerFailure) {
        guard case .v4 = try? SocketAddress(ipAddress: host, port: 0) else {
            throw WitnessServerFailure("'\(host)' is no IPv4 address such as 127.0.0.1")
        }
        self.cosigner = cosigner
        self.host = host
        self.port = port
        self.waitLimit = waitLimit
        self.seconds = seconds
        self.log = log
    }

    /// Serves until its task is cancelled; then it takes no more requests, and returns when those that have
    /// come in whole are answered and the port is free.
    ///
    /// - Parameter ready: called with the port once requests are taken.
    public func run(
        ready: @escaping @Sendable (UInt16) -> Void = { _ in }
    ) async throws(WitnessServerFailure) {
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname(host, port: Int(port))),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { ready(UInt16(port)) }
            },
            // One loop, so that clients get their places in the order in which they came.
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton.next(),
            logger: Logger(label: "witness") { _ in SwiftLogNoOpLogHandler() })
        // Not cancelled itself: a request that is here is decided to its end.
        let serving = Task { try await server.run() }
        do {
            try await withTaskCancellationHandler {
                try await serving.value
            } onCancel: {
                Task { try await server.shutdownGracefully() }
            }
        } catch Server<WitnessChannel>.Error.serverShutdown {
            // Cancelled before it began.
        } catch let error as IOError {
            throw WitnessServerFailure(
                "\(host):\(port): \(String(cString: strerror(error.errnoCode)))")
        } catch {
            throw WitnessServerFailure("\(host):\(port): \(error)")
        }
    }

    private var channel: WitnessChannel {
        let places = Places(Self.connectionLimit)
        return WitnessChannel(responder: answer) {
            RequestGate(waitLimit: TimeAmount(waitLimit), places: places, log: log)
        }
    }

    @concurrent @Sendable private func answer(
        _ request: Request, _ writer: consuming ResponseWriter, _: any Channel
    ) async throws {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        let reply = await reply(to: request.head, Array(buffer: body))
        let cause = reply.cause.map { " \($0)" } ?? ""
        log("\(request.method.rawValue) \(request.head.path ?? "") \(reply.status)\(cause)")
        var response = Response(
            status: .init(code: reply.status), headers: [.contentType: reply.contentType],
            body: .init(byteBuffer: ByteBuffer(string: reply.body)))
        if reply.status == 405 { response.headers[.allow] = "POST" }
        if request.headers[.connection] == "close" { response.headers[.connection] = "close" }
        if request.method == .head { response = response.createHeadResponse() }
        try await writer.write(response: response.head, body: response.body)
    }

    private func reply(to head: HTTPRequest, _ body: [UInt8]) async -> WitnessReply {
        guard head.path == "/add-checkpoint" else { return .told(404, "no such path") }
        guard head.method == .post else { return .told(405, "only POST") }
        return await cosigner.answer(body, at: seconds())
    }
}

/// Why a witness cannot serve where it should.
public struct WitnessServerFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
