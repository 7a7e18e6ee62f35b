import NIOCore
import NIOHTTP1
import Transparency

/// Lets through the whole requests of one connection, and answers for itself whatever is none.
///
/// What is behind it sees a request only when all of it is here. So a client that is slow, or wrong, or one too
/// many costs a bounded buffer and a bounded time, and a server that is being stopped waits for no one.
final class RequestGate: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// The longest headers, in bytes.
    static let headLimit = 16 << 10

    /// How long a whole request may take to come in, and how long to wait for the next.
    private let waitLimit: TimeAmount
    private let places: Places
    private let log: @Sendable (String) -> Void

    private var hasPlace = false
    /// What has come in of the next request; its body is never longer than its head says.
    private var request: (head: HTTPRequestHead, body: ByteBuffer)?
    /// How many requests were let through that are not answered yet.
    private var unanswered = 0
    /// Whether nothing more is taken.
    private var isClosed = false
    /// Said when what came before it is answered.
    private var refusal: RequestRefusal?
    private var deadline: Scheduled<Void>?

    init(waitLimit: TimeAmount, places: Places, log: @escaping @Sendable (String) -> Void) {
        self.waitLimit = waitLimit
        self.places = places
        self.log = log
    }

    // MARK: The connection

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        hasPlace = places.take()
        if hasPlace {
            wait(waitLimit, context)
        } else {
            refuse(.tooManyClients, context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        if hasPlace { places.give() }
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { isClosed = true }
        context.fireUserInboundEventTriggered(event)
    }

    private func wait(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
            close(context)
        }
    }

    private func close(_ context: ChannelHandlerContext) {
        isClosed = true
        context.close(promise: nil)
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosed else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let bytes): request?.body.writeImmutableBuffer(bytes)
        case .end: letThrough(context)
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        if let refusal = RequestRefusal(of: head) { return refuse(refusal, context) }
        request = (head, ByteBuffer())
        guard head.headers.contains(name: "Expect") else { return }
        let leave = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(leave)), promise: nil)
    }

    private func letThrough(_ context: ChannelHandlerContext) {
        guard let (begun, body) = request else { return }
        var head = begun
        request = nil
        deadline?.cancel()
        unanswered += 1
        if !head.isKeepAlive || head.headers.contains(name: "Upgrade") {
            head.headers.replaceOrAdd(name: "Connection", value: "close")
            isClosed = true
        }
        context.fireChannelRead(wrapInboundOut(.head(head)))
        if body.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(.body(body))) }
        context.fireChannelRead(wrapInboundOut(.end(nil)))
    }

    /// What the parser does not understand, or that the client has gone.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isClosed else { return }
        if let refusal = RequestRefusal(of: error) {
            refuse(refusal, context)
        } else {
            close(context)
        }
    }

    // MARK: Answers

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        context.write(data, promise: promise)
        guard case .end = unwrapOutboundIn(data) else { return }
        unanswered -= 1
        guard unanswered == 0 else { return }
        wait(waitLimit, context)
        sayRefusal(context)
    }

    private func refuse(_ refusal: RequestRefusal, _ context: ChannelHandlerContext) {
        isClosed = true
        self.refusal = refusal
        if unanswered == 0 { sayRefusal(context) }
    }

    /// Says no, and lets the client finish what it sends: closing before would take the answer from it.
    private func sayRefusal(_ context: ChannelHandlerContext) {
        guard let refusal else { return }
        self.refusal = nil
        log("- \(refusal.status) \(refusal.detail)")
        let reply = WitnessReply.told(refusal.status, refusal.detail)
        let body = ByteBuffer(string: reply.body)
        let head = HTTPResponseHead(
            version: .http1_1, status: .init(statusCode: reply.status),
            headers: [
                "Content-Type": reply.contentType, "Content-Length": "\(body.readableBytes)",
                "Connection": "close",
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
        wait(hasPlace ? waitLimit : min(waitLimit, .seconds(1)), context)
    }
}
