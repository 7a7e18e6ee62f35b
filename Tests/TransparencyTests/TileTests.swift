import Testing
import Transparency

/// The files of a log that is served, as c2sp.org/tlog-tiles has them.
struct TileTests {
    private static func paths(_ size: Int, older: [Int] = []) -> [String] {
        Tile.all(ofSize: size, older: older).map(\.path)
    }

    @Test func `an index is written in groups of three digits`() {
        #expect(Tile(.hashes(level: 0), index: 1_234_067).path == "tile/0/x001/x234/067")
        #expect(Tile(.hashes(level: 2), index: 999, width: 255).path == "tile/2/999.p/255")
        #expect(Tile(.entries, index: 1_000).path == "tile/entries/x001/000")
        #expect(Tile(.entries, index: 0, width: 1).path == "tile/entries/000.p/1")
    }

    @Test func `the example of the specification has the tiles that it says`() {
        let paths = Self.paths(70_000)
        let level = { (level: String) in paths.filter { $0.hasPrefix("tile/\(level)/") } }
        #expect(level("0").count == 274 && level("0").last == "tile/0/273.p/112")
        #expect(level("1") == ["tile/1/000", "tile/1/001.p/17"])
        #expect(level("2") == ["tile/2/000.p/1"])
        #expect(level("3").isEmpty)
        #expect(level("entries").count == 274 && level("entries").last == "tile/entries/273.p/112")
        #expect(Self.paths(256) == ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"])
        #expect(Self.paths(0).isEmpty)
    }

    /// "Logs MUST serve partial tiles corresponding to tree sizes for which a checkpoint was produced", until the full
    /// one is there.
    @Test func `a partial tile of an older checkpoint stays until it is full`() {
        #expect(
            Self.paths(9, older: [3, 0, 9, 3, 40]) == [
                "tile/0/000.p/3", "tile/0/000.p/9", "tile/entries/000.p/3", "tile/entries/000.p/9",
            ])
        #expect(
            Self.paths(600, older: [100, 300, 513, 512]) == [
                "tile/0/000", "tile/0/001", "tile/0/002.p/1", "tile/0/002.p/88", "tile/1/000.p/1",
                "tile/1/000.p/2", "tile/entries/000", "tile/entries/001", "tile/entries/002.p/1",
                "tile/entries/002.p/88",
            ])
    }

    @Test(arguments: [1, 255, 256, 257, 511, 65_535, 65_536, 65_537])
    func `the tiles of a tree have each of its hashes once`(size: Int) {
        let tiles = Tile.all(ofSize: size)
        #expect(Set(tiles).count == tiles.count)
        for level in 0...3 {
            let found = tiles.filter { $0.content == .hashes(level: level) }.flatMap(\.range)
            #expect(found == Array(0..<size >> (8 * level)))
        }
        #expect(tiles.filter { $0.content == .entries }.flatMap(\.range) == Array(0..<size))
    }

    @Test func `a bundle is read back, up to the largest entry`() {
        let entries: [[UInt8]] = [[], [7], Array(repeating: 1, count: 65_535), [0, 0]]
        let bundle = Tile.bytes(ofEntries: entries)
        #expect(bundle.count == 8 + 65_538 && Array(bundle.prefix(5)) == [0, 0, 0, 1, 7])
        #expect(Tile.entries(in: bundle) == entries)
        #expect(Tile.entries(in: []) == [])
    }

    @Test(arguments: [[0], [0, 1], [0, 2, 7], [0, 0, 255, 255, 1]] as [[UInt8]])
    func `a bundle whose lengths do not add up is none`(bytes: [UInt8]) {
        #expect(Tile.entries(in: bytes) == nil)
    }
}
