import FlyingFox
import FlyingSocks
import Foundation
public import Transparency

/// A witness over HTTP: `POST /add-checkpoint` and nothing else (c2sp.org/tlog-witness).
///
/// It listens on the loopback address unless another is given; there is no authentication beyond the
/// signature on the checkpoint, and a public witness stands behind a server that speaks TLS.
public struct WitnessServer: Sendable {
    /// The longest body that is read, in bytes.
    public static let bodyLimit = 1 << 20

    private let cosigner: Cosigner
    private let server: HTTPServer

    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - seconds: tells the time, since 1970.
    ///   - log: told one line for each request.
    public init(
        _ cosigner: Cosigner, host: String = "127.0.0.1", port: UInt16,
        seconds: @escaping @Sendable () -> UInt64,
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        self.cosigner = cosigner
        let witness = Handler(cosigner: cosigner, seconds: seconds, log: log)
        server = HTTPServer(
            address: try sockaddr_in.inet(ip4: host, port: port), logger: .disabled,
            handler: witness)
    }

    /// Serves until its task is cancelled.
    ///
    /// - Parameter ready: told the port once requests are taken.
    public func run(ready: @escaping @Sendable (UInt16) -> Void = { _ in }) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            try await server.waitUntilListening()
            switch await server.listeningAddress {
            case .ip4(_, let port), .ip6(_, let port): ready(port)
            case .unix, nil: ready(0)
            }
            try await group.waitForAll()
        }
    }

    private struct Handler: HTTPHandler {
        let cosigner: Cosigner
        let seconds: @Sendable () -> UInt64
        let log: @Sendable (String) -> Void

        func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
            let reply = try await reply(to: request)
            log("\(request.method.rawValue) \(request.path) \(reply.status)")
            return HTTPResponse(
                statusCode: HTTPStatusCode(reply.status, phrase: Self.phrases[reply.status] ?? ""),
                headers: [.contentType: reply.contentType], body: Data(reply.body.utf8))
        }

        private func reply(to request: HTTPRequest) async throws -> WitnessReply {
            guard request.path == "/add-checkpoint" else { return .told(404, "no such path") }
            guard request.method == .POST else { return .told(405, "only POST") }
            if let count = request.bodySequence.count, count > WitnessServer.bodyLimit {
                return .told(413, "at most \(WitnessServer.bodyLimit) bytes")
            }
            var body: [UInt8] = []
            for try await part in request.bodySequence {
                body += part
                guard body.count <= WitnessServer.bodyLimit else {
                    return .told(413, "at most \(WitnessServer.bodyLimit) bytes")
                }
            }
            return await cosigner.answer(body, at: seconds())
        }

        private static let phrases = [
            200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
            405: "Method Not Allowed", 409: "Conflict", 413: "Content Too Large",
            422: "Unprocessable Entity", 500: "Internal Server Error",
        ]
    }
}
