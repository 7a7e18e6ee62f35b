import Foundation
import Synchronization
import Transparency

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request over HTTP and its answer, which is cut off where it is too long.
final class Transfer: NSObject, URLSessionDataDelegate {
    /// The longest answer, in bytes.
    static let limit = 64 << 10

    private struct State {
        var body: [UInt8] = []
        var isTooLong = false
        var waiting: CheckedContinuation<Result<WitnessReply, WitnessRefusal>, Never>?
    }
    private let state = Mutex(State())

    /// Posts a body. Cancelling the task that waits ends the request.
    ///
    /// - Parameter timeout: how long the system waits while nothing comes; its own minute otherwise.
    static func send(
        _ body: Data, to url: URL, timeout: Duration
    ) async -> Result<WitnessReply, WitnessRefusal> {
        let transfer = Transfer()
        let session = URLSession(
            configuration: .ephemeral, delegate: transfer, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        var message = URLRequest(url: url)
        message.httpMethod = "POST"
        message.timeoutInterval = timeout / .seconds(1)
        message.setValue("text/plain", forHTTPHeaderField: "Content-Type")
        message.httpBody = body
        let task = session.dataTask(with: message)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.state.withLock { $0.waiting = continuation }
                task.resume()
            }
        } onCancel: {
            task.cancel()
        }
    }

    func urlSession(
        _: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        let isTooLong = response.expectedContentLength > Int64(Self.limit)
        if isTooLong { state.withLock { $0.isTooLong = true } }
        completionHandler(isTooLong ? .cancel : .allow)
    }

    func urlSession(_: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLong = state.withLock { state in
            state.isTooLong = state.isTooLong || state.body.count + data.count > Self.limit
            if !state.isTooLong { state.body += data }
            return state.isTooLong
        }
        if isTooLong { dataTask.cancel() }
    }

    /// A witness is where the policy says, and nowhere else.
    func urlSession(
        _: URLSession, task: URLSessionTask, willPerformHTTPRedirection _: HTTPURLResponse,
        newRequest _: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(
        _: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
        let (body, isTooLong, waiting) = state.withLock { state in
            defer { state.waiting = nil }
            return (state.body, state.isTooLong, state.waiting)
        }
        waiting?.resume(
            returning: Self.result(body, isTooLong, task.response as? HTTPURLResponse, error))
    }

    private static func result(
        _ body: [UInt8], _ isTooLong: Bool, _ response: HTTPURLResponse?, _ error: (any Error)?
    ) -> Result<WitnessReply, WitnessRefusal> {
        if isTooLong { return .failure(.answerInvalid("it is longer than \(limit) bytes")) }
        if let error { return .failure(.unreachable(error.localizedDescription)) }
        guard let response else { return .failure(.answerInvalid("it is not of HTTP")) }
        return .success(
            WitnessReply(
                status: response.statusCode,
                contentType: response.value(forHTTPHeaderField: "Content-Type") ?? "",
                body: String(decoding: body, as: UTF8.self)))
    }
}
