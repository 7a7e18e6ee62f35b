import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Transparency

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One request over HTTP and its answer, which is cut off where it is too long.
enum Transfer {
    /// The longest answer, in bytes.
    static let limit = 64 << 10

    /// Posts a text. Cancelling the task that waits ends the request.
    ///
    /// - Parameter timeout: for the connection; the whole is the caller's to end.
    static func post(
        _ text: String, to url: String, timeout: Duration
    ) async -> Result<WitnessReply, WitnessRefusal> {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "text/plain")
        request.body = .bytes(ByteBuffer(string: text))
        do {
            let reply = try await HTTPClient.withHTTPClient(
                configuration: configuration(timeout)
            ) { client in
                let response = try await client.execute(request, deadline: .distantFuture)
                return WitnessReply(
                    status: Int(response.status.code),
                    contentType: response.headers.first(name: "Content-Type") ?? "",
                    body: String(buffer: try await response.body.collect(upTo: limit)))
            }
            return .success(reply)
        } catch {
            return .failure(refusal(error))
        }
    }

    /// A witness is where the policy says, and nowhere else; it is asked once.
    private static func configuration(_ timeout: Duration) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.timeout.connect = TimeAmount(timeout)
        return configuration
    }

    private static func refusal(_ error: any Error) -> WitnessRefusal {
        switch error {
        case is NIOTooManyBytesError: .answerInvalid("it is longer than \(limit) bytes")
        case is HTTPParserError: .answerInvalid("it is not of HTTP")
        case _: .unreachable(reason(error))
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as IOError: String(cString: strerror(error.errnoCode))
        case let error as NIOConnectionError:
            error.connectionErrors.first.map { reason($0.error) }
                ?? "no address is known for \(error.host)"
        case let error as HTTPClientError: error.shortDescription
        // Their own words name places in the sources of BoringSSL.
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            "no secure connection to it: its TLS, or its certificate, is not accepted"
        case _: "\(error)"
        }
    }
}
