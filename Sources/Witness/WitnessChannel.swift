import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// A connection of HTTP/1 with a gate behind the parser.
struct WitnessChannel: ServerChildChannel {
    private let http: HTTP1Channel
    private let gate: @Sendable () -> RequestGate

    /// - Parameter gate: makes one for each connection.
    init(
        responder: @escaping HTTPChannelHandler.Responder,
        gate: @escaping @Sendable () -> RequestGate
    ) {
        http = HTTP1Channel(
            responder: responder,
            configuration: .init(
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: RequestGate.headLimit,
                    maxHeaderListSize: RequestGate.headLimit)))
        self.gate = gate
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        http.setup(channel: channel, logger: logger).flatMapThrowing { [gate] value in
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(gate(), position: .after(parser))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}
