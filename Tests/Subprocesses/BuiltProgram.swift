public import Foundation

/// A program of this package that was not built with the tests.
public struct NotBuilt: Error, CustomStringConvertible {
    public let description: String
}

/// A program of this package, where the build put it: beside the tests.
public func builtProgram(_ name: String) throws -> URL {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let places = ([own] + beside).map { $0.appendingPathComponent(name) }
    guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else { throw NotBuilt(description: "\(name) is not beside the tests: \(places.map(\.path))") }
    return found
}
