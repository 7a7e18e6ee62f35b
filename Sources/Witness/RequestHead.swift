/// The request line and the headers of a message (RFC 9112), as far as a witness needs them.
///
/// Strict, because whatever two readers understand differently can be used between them: lines end in CR LF,
/// names of headers are tokens, a length is given once, and chunks are not read (RFC 9112 §6.3 allows 411).
struct RequestHead: Hashable, Sendable {
    /// Letters only, so that a log can show it.
    let method: String
    /// Printable ASCII only, so that a log can show it.
    let target: String
    /// Of the body, in bytes.
    let length: Int
    /// Whether the client may send another request on this connection.
    var staysOpen: Bool
    /// Whether the client waits for leave to send the body (RFC 9110 §10.1.1).
    let expectsContinue: Bool

    /// A request that is answered without looking at its body.
    struct Refusal: Error, Hashable, Sendable {
        let status: Int
        let detail: String
    }

    /// - Parameter bytes: without the empty line at the end.
    init(parsing bytes: some Collection<UInt8>) throws(Refusal) {
        var lines = try Self.lines(of: bytes)[...]
        let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, (1...16).contains(words[0].utf8.count),
            words[0].utf8.allSatisfy({ (0x41...0x5A).contains($0) }), !words[1].isEmpty,
            words[1].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw Refusal(status: 400, detail: "no request line") }
        guard words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else {
            throw Refusal(status: 505, detail: "HTTP/1.1 is spoken here")
        }
        var headers = Headers()
        for line in lines { try headers.add(line) }
        method = String(words[0])
        target = String(words[1])
        length = headers.length ?? 0
        staysOpen = words[2] == "HTTP/1.1" && !headers.closes
        expectsContinue = headers.expectsContinue
    }

    private static func lines(of bytes: some Collection<UInt8>) throws(Refusal) -> [Substring] {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let isPlain = bytes.allSatisfy {
            (0x20...0x7E).contains($0) || [0x09, 0x0D, 0x0A].contains($0)
        }
        guard isPlain, lines.allSatisfy({ !$0.utf8.contains(0x0D) && !$0.utf8.contains(0x0A) })
        else { throw Refusal(status: 400, detail: "lines end in CR LF, and are ASCII") }
        return lines
    }

    private struct Headers {
        var length: Int?
        var closes = false
        var expectsContinue = false

        mutating func add(_ line: Substring) throws(Refusal) {
            guard let colon = line.firstIndex(of: ":"), colon != line.startIndex,
                line[..<colon].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
            else { throw Refusal(status: 400, detail: "no header: expected 'name: value'") }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            let end = value.lastIndex { $0 != " " && $0 != "\t" }
            try take(line[..<colon].lowercased(), end.map { value[...$0] } ?? "")
        }

        private mutating func take(_ name: String, _ value: Substring) throws(Refusal) {
            switch name {
            case "content-length":
                guard length == nil, (1...10).contains(value.utf8.count),
                    value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(value)
                else { throw Refusal(status: 400, detail: "no length: '\(value)'") }
                length = number
            case "transfer-encoding":
                throw Refusal(status: 411, detail: "give the Content-Length")
            case "connection":
                closes = closes || value.lowercased().contains("close")
            case "expect":
                guard value.lowercased() == "100-continue" else {
                    throw Refusal(status: 417, detail: "no such expectation: '\(value)'")
                }
                expectsContinue = true
            case _: break
            }
        }
    }
}
