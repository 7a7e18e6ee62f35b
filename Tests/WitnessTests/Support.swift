import Foundation
import Synchronization
import Testing
import Transparency
import Witness

let now: UInt64 = 1_700_000_000

/// Three years: where the other side is waited for, however slow the machine is.
let withoutEnd = Duration.seconds(100_000_000)

/// A log in memory whose leaves are numbers, and what it would send to a witness.
struct NumberLog: Sendable {
    let key: SigningKey
    /// Another start gives another history under the same name and key: a fork.
    var start = 0
    let largest = 64

    init(_ name: String = "example.com/log", start: Int = 0) throws {
        key = try SigningKey(name: name, seed: Array(repeating: 1, count: 32))
        self.start = start
    }

    private var tiles: TilesInMemory {
        TilesInMemory(leaves: (start..<start + largest).map { .leaf(Array("\($0)".utf8)) })
    }

    func checkpoint(_ size: Int) throws -> SignedCheckpoint {
        try SignedCheckpoint(
            Checkpoint(
                origin: key.verifier.name, size: size,
                root: MerkleTree.root(size: size, from: tiles)),
            signedBy: [key])
    }

    func proof(_ old: Int, _ new: Int) -> [TreeHash] {
        MerkleTree.consistencyProof(from: old, to: new, from: tiles)
    }

    func request(_ old: Int, _ new: Int) throws -> AddCheckpoint {
        AddCheckpoint(oldSize: old, proof: proof(old, new), checkpoint: try checkpoint(new))
    }
}

func witnessKey(_ name: String = "witness.example", _ seed: UInt8 = 2) throws -> SigningKey {
    try SigningKey(
        name: name, algorithm: .cosignatureV1, seed: Array(repeating: seed, count: 32))
}

/// Remembers while it lasts. A gate, where there is one, is passed before each decision.
final class MemoryOfOneRun: WitnessMemory {
    private let known = Mutex<[String: Checkpoint]>([:])
    private let gate: (@Sendable () async -> Void)?

    init(gate: (@Sendable () async -> Void)? = nil) { self.gate = gate }

    func decide(
        on request: AddCheckpoint, keys: [VerifierKey]
    ) async throws(WitnessMemoryError) -> WitnessDecision {
        await gate?()
        return known.withLock { known in
            let checkpoint = request.checkpoint.checkpoint
            let decision = WitnessDecision(
                on: request, known: known[checkpoint.origin], keys: keys)
            if case .cosign = decision { known[checkpoint.origin] = checkpoint }
            return decision
        }
    }
}

/// Opens once.
actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func pass() async {
        guard !isOpen else { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}

/// What was said, in order.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

/// Runs a witness on a free port while `body` runs, and stops it.
func serving<Answer>(
    _ cosigner: Cosigner, waitLimit: Duration = withoutEnd, log: Lines = Lines(),
    _ body: (UInt16, Task<Void, any Error>) async throws -> Answer
) async throws -> Answer {
    let server = try WitnessServer(
        cosigner, port: 0, waitLimit: waitLimit, seconds: { now }, log: { log.add($0) })
    let (ports, told) = AsyncStream<UInt16>.makeStream()
    let running = Task {
        defer { told.finish() }
        try await server.run { told.yield($0) }
    }
    let port = try #require(await ports.first { _ in true })
    do {
        let answer = try await body(port, running)
        running.cancel()
        try await running.value
        return answer
    } catch {
        running.cancel()
        throw error
    }
}

/// Blocks a thread of its own, and none of those that tasks share.
func onThread<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async -> Answer {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}

struct Refused: Error {
    let reason: String
}

/// A socket of the system, without anything of the module that is tested.
struct RawSocket: Sendable {
    let number: Int32

    static func tcp() -> RawSocket {
        RawSocket(number: socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
    }

    /// Calls bind, connect or getsockname with an address on this machine; states the port it has then.
    func with(
        port: UInt16, _ call: (Int32, UnsafeMutablePointer<sockaddr>, inout socklen_t) -> Int32
    ) throws -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = try withUnsafeMutableBytes(of: &address) { bytes in
            let start = try #require(bytes.baseAddress)
            return call(number, start.assumingMemoryBound(to: sockaddr.self), &size)
        }
        guard result == 0 else { throw Refused(reason: String(cString: strerror(errno))) }
        return UInt16(bigEndian: address.sin_port)
    }

    func read(atMost count: Int) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: count)
        let read = recv(number, &buffer, count, 0)
        return read > 0 ? Array(buffer.prefix(read)) : nil
    }

    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    func close() { _ = Foundation.close(number) }
}

/// A client that sends what it likes.
struct RawClient {
    private let socket = RawSocket.tcp()

    init(_ port: UInt16) async throws {
        _ = try socket.with(port: port) { connect($0, $1, $2) }
    }

    func send(_ text: String) async throws {
        _ = await onThread { [socket] in socket.write(Array(text.utf8)) }
    }

    /// Everything until the other side closes.
    func rest() async -> String {
        await onThread { [socket] in
            var bytes: [UInt8] = []
            while let more = socket.read(atMost: 4096) { bytes += more }
            socket.close()
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// One byte after the other, until the other side closes.
    func drip() async {
        await onThread { [socket] in
            while socket.write([0x41]) { usleep(10_000) }
        }
    }

    private func byte() async throws -> [UInt8] {
        let byte = await onThread { [socket] in socket.read(atMost: 1) }
        return try #require(byte)
    }

    /// One answer of a connection that stays open.
    func answer() async throws -> RawAnswer {
        var bytes: [UInt8] = []
        while true {
            bytes += try await byte()
            if let answer = RawAnswer(String(decoding: bytes, as: UTF8.self)),
                answer.body.utf8.count == answer.length
            {
                return answer
            }
        }
    }

    /// The next line, without its end.
    func line() async throws -> String {
        var bytes: [UInt8] = []
        while !bytes.suffix(2).elementsEqual([0x0D, 0x0A]) {
            bytes += try await byte()
        }
        return String(decoding: bytes.dropLast(2), as: UTF8.self)
    }

    func close() { socket.close() }

    /// One exchange on a connection of its own.
    static func exchange(_ port: UInt16, _ text: String) async throws -> RawAnswer {
        let client = try await RawClient(port)
        try await client.send(text)
        let rest = await client.rest()
        return try #require(RawAnswer(rest), "\(rest)")
    }

    /// A request for one exchange.
    static func post(
        _ body: String, path: String = "/add-checkpoint", method: String = "POST",
        headers: String = "Connection: close\r\n"
    ) -> String {
        "\(method) \(path) HTTP/1.1\r\nHost: witness\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }
}

struct RawAnswer {
    let status: Int
    let headers: [String: String]
    let body: String

    init?(_ text: String) {
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        guard let status = Int(lines[0].dropFirst(9).prefix(3)) else { return nil }
        self.status = status
        body = String(text[end.upperBound...])
        headers = lines.dropFirst().reduce(into: [:]) { headers, line in
            let parts = line.components(separatedBy: ": ")
            headers[parts[0].lowercased()] = parts.dropFirst().joined(separator: ": ")
        }
    }

    var length: Int? { headers["content-length"].flatMap { Int($0) } }
}
