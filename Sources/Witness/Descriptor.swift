@preconcurrency import Dispatch
import Foundation
import Synchronization

/// A socket that tasks wait for: it never blocks a thread, and it is closed once, after the system has stopped
/// watching it, so that its number cannot mean another socket to anybody here.
final class Descriptor: Sendable {
    private struct State {
        var waiting: CheckedContinuation<Bool, Never>?
        var isClosed = false
    }

    private let number: Int32
    private let state = Mutex(State())
    private let ending = Ending()
    // Safety: sources take calls from any thread; it is resumed and suspended only under the lock of `state`.
    private nonisolated(unsafe) let source: any DispatchSourceRead

    /// Takes over a socket that is open.
    init(_ number: Int32) {
        self.number = number
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
        // A source starts suspended, and is so whenever nobody waits.
        source = DispatchSource.makeReadSource(
            fileDescriptor: number, queue: DispatchQueue.global())
        source.setEventHandler { [weak self] in self?.wake(true) }
        source.setCancelHandler { [ending] in
            _ = Foundation.close(number)
            ending.end()
        }
    }

    deinit { close() }

    /// Closes it; a task that waits is told that nothing comes.
    func close() {
        state.withLock { state in
            guard !state.isClosed else { return }
            state.isClosed = true
            // One that is suspended would never be cancelled.
            if let waiting = state.waiting {
                waiting.resume(returning: false)
            } else {
                source.resume()
            }
            state.waiting = nil
            source.cancel()
        }
    }

    /// Closes one that is open, and returns when the system has it closed.
    func closed() async {
        await withCheckedContinuation { continuation in
            ending.set(continuation)
            close()
        }
    }

    /// Some bytes, or nil where no more come or the task is cancelled.
    func read(atMost count: Int) async -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: min(count, 16 << 10))
        while !Task.isCancelled {
            let read = recv(number, &buffer, buffer.count, 0)
            if read > 0 { return Array(buffer.prefix(read)) }
            guard read < 0, isPassing(errno) else { return nil }
            guard errno == EINTR ? true : await isReadable() else { return nil }
        }
        return nil
    }

    /// Writes what is short enough for the system to take at once; who does not read it loses it.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                send(number, $0.baseAddress, $0.count, Self.withoutSignal)
            }
            guard sent > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(sent, 0))
        }
    }

    /// Tells the other side that nothing more comes; what it sends can still be read.
    func finish() { shutdown(number, Int32(SHUT_WR)) }

    /// The next client, or nil where the task is cancelled.
    func accept() async throws(SocketFailure) -> Descriptor? {
        while !Task.isCancelled {
            let client = Foundation.accept(number, nil, nil)
            if client >= 0 { return Descriptor(client) }
            guard isPassing(errno) else { throw SocketFailure("accept") }
            guard errno == EINTR ? true : await isReadable() else { return nil }
        }
        return nil
    }

    private func isPassing(_ code: Int32) -> Bool {
        code == EAGAIN || code == EWOULDBLOCK || code == EINTR
    }

    /// Waits until there is something to read; false where the task is cancelled or this is closed.
    private func isReadable() async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isWaiting = state.withLock { state in
                    guard !state.isClosed, !Task.isCancelled else { return false }
                    state.waiting = continuation
                    source.resume()
                    return true
                }
                if !isWaiting { continuation.resume(returning: false) }
            }
        } onCancel: {
            wake(false)
        }
    }

    private func wake(_ answer: Bool) {
        let waiting = state.withLock { state in
            guard let waiting = state.waiting else {
                return nil as CheckedContinuation<Bool, Never>?
            }
            state.waiting = nil
            source.suspend()
            return waiting
        }
        waiting?.resume(returning: answer)
    }

    #if os(Linux)
        private static let withoutSignal = Int32(MSG_NOSIGNAL)
    #else
        private static let withoutSignal: Int32 = 0
    #endif
}

extension Descriptor {
    /// Throws unless it is an IPv4 address.
    @discardableResult
    static func checkAddress(_ host: String) throws(SocketFailure) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
            throw SocketFailure(description: "'\(host)' is no IPv4 address such as 127.0.0.1")
        }
        return address
    }

    /// Listens on an IPv4 address.
    ///
    /// - Parameter port: 0 for any that is free.
    /// - Returns: the socket, and the port that it has.
    static func listening(
        on host: String, port: UInt16
    ) throws(SocketFailure) -> (socket: Descriptor, port: UInt16) {
        var address = try checkAddress(host)
        address.sin_port = port.bigEndian
        #if os(Linux)
            let number = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let number = Foundation.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard number >= 0 else { throw SocketFailure("socket") }
        let descriptor = Descriptor(number)
        var isOn: Int32 = 1
        setsockopt(
            number, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
                return false
            }
            return bind(number, address, size) == 0 && listen(number, 128) == 0
                && getsockname(number, address, &size) == 0
        }
        guard isListening else { throw SocketFailure("\(host):\(port)") }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }
}

/// Who waits for a socket to be closed.
private final class Ending: Sendable {
    private let waiting = Mutex<CheckedContinuation<Void, Never>?>(nil)

    func set(_ continuation: CheckedContinuation<Void, Never>) {
        waiting.withLock { $0 = continuation }
    }

    func end() {
        let waiting = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        waiting?.resume()
    }
}

/// What the system says against a socket.
struct SocketFailure: Error, CustomStringConvertible {
    let description: String
}

extension SocketFailure {
    /// With the reason the system gave last.
    init(_ what: String) { self.init(description: "\(what): \(String(cString: strerror(errno)))") }
}
