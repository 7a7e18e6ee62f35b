/// Addresses of sources that may be followed: http and https, with nothing in them that ends a link.
enum SafeLink {
    /// The address with every other character than those of RFC 3986 percent-encoded; nil for another
    /// scheme.
    static func target(of url: String) -> String? {
        let scheme = url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https", url.dropFirst(scheme.count).hasPrefix("://")
        else { return nil }
        return url.utf8.map { byte in
            allowed.contains(byte)
                ? String(Unicode.Scalar(byte))
                : "%" + hexadecimal(byte >> 4) + hexadecimal(byte & 15)
        }.joined()
    }

    private static let allowed = Set(
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
            + "-._~:/?#[]@!$&()*+,;=%").utf8)

    private static func hexadecimal(_ digit: UInt8) -> String {
        String(digit, radix: 16, uppercase: true)
    }
}
