/// Where the members of a canonical JSON object stand among its bytes, found without reading what they hold.
///
/// Of bytes that are not canonical it finds nothing, or something that was not meant: it is for bytes that are
/// compared with others afterwards.
package struct CanonicalMembers: Sendable {
    private let bytes: [UInt8]
    private var places: [Place] = []

    private struct Place: Sendable {
        /// With its quotes.
        var name: Range<Int>
        var value: Range<Int>
    }

    /// - Returns: nil where they are not the bytes of an object.
    package init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.count > 2, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}")
        else { return nil }
        var index = 1
        while index < bytes.count - 1 {
            guard let name = end(of: index), name < bytes.count, bytes[name] == UInt8(ascii: ":"),
                let value = end(of: name + 1)
            else { return nil }
            places.append(Place(name: index..<name, value: name + 1..<value))
            index = value + 1
        }
    }

    /// The members from one through another, as they are written; nil where one of them is not there.
    package func members(_ first: String, through last: String) -> ArraySlice<UInt8>? {
        guard let start = place(of: first)?.name.lowerBound,
            let end = place(of: last)?.value.upperBound, start < end
        else { return nil }
        return bytes[start..<end]
    }

    /// A member's value, as it is written.
    package func value(of name: String) -> ArraySlice<UInt8>? {
        place(of: name).map { bytes[$0.value] }
    }

    private func place(of name: String) -> Place? {
        places.first {
            bytes[$0.name].dropFirst().dropLast().elementsEqual(name.utf8)
        }
    }

    /// Where the name or value that begins there is over: at the next comma, colon or bracket outside it.
    private func end(of start: Int) -> Int? {
        var (depth, index) = (0, start)
        var isInText = false
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\\") where isInText: index += 1
            case UInt8(ascii: "\""): isInText.toggle()
            case _ where isInText: break
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return index }
                depth -= 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                if depth == 0 { return index }
            case _: break
            }
            index += 1
        }
        return nil
    }
}
