import NIOHTTP1

/// A request that is answered without looking at its body.
///
/// Strict, because whatever two readers understand differently can be used between them: a length is given as a
/// number, and chunks are not read (RFC 9112 §6.3 allows 411). The rest of that strictness is the parser's.
struct RequestRefusal: Hashable, Sendable {
    let status: Int
    /// Printable ASCII.
    let detail: String

    static let tooManyClients = RequestRefusal(
        status: 503, detail: "at most \(WitnessServer.connectionLimit) clients at a time")

    private init(status: Int, detail: String) {
        self.status = status
        self.detail = detail
    }

    /// Nil where the body is to be read.
    init?(of head: HTTPRequestHead) {
        if head.headers.contains(name: "Transfer-Encoding") {
            self.init(status: 411, detail: "give the Content-Length")
        } else if head.headers["Expect"].contains(where: { $0.lowercased() != "100-continue" }) {
            self.init(status: 417, detail: "only 100-continue can be expected")
        } else if let length = head.headers.first(name: "Content-Length").flatMap({ Int($0) }),
            length > WitnessServer.bodyLimit
        {
            self.init(status: 413, detail: "at most \(WitnessServer.bodyLimit) bytes")
        } else {
            return nil
        }
    }

    /// Nil where no one is there who could be answered.
    init?(of error: any Error) {
        switch error as? HTTPParserError {
        case nil, .invalidEOFState, .closedConnection: return nil
        case .headerOverflow:
            self.init(status: 431, detail: "at most \(RequestGate.headLimit) bytes of headers")
        case .invalidVersion: self.init(status: 505, detail: "HTTP/1.1 is spoken here")
        case .some(let error): self.init(status: 400, detail: "no request of HTTP/1.1: \(error)")
        }
    }
}
