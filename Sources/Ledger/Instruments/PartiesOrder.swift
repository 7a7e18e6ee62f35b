package import Amendments

/// The order in which the parties agreed their instruments, for lists of them: numbered ones by their numbers,
/// others by the day on which they were signed, else disclosed, then as they were recorded.
package enum PartiesOrder {
    /// - Parameter items: in the order recorded, each of an instrument of one agreement.
    package static func sorted<Item>(
        _ items: [Item], by header: (Item) -> RecordingHeader
    ) -> [Item] {
        let order = InstrumentOrder(of: items.map(header))
        return items.map { (order.place(of: header($0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
