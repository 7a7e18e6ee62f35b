import Amendments
import Audit
import EventStore
import Ledger
import Notation
import Terms
import Transparency

extension TreeConformanceCheck {
    func entriesNameTheBook() async throws {
        try require(!store.origin.isEmpty, "the origin is empty")
        try await fill(3)
        for row in try await rows() {
            let place = try contents(row).place
            try require(place.origin == store.origin, "an entry is of '\(place.origin)'")
        }
        let checkpoint = try await store.checkpoint(at: nil)
        try require(checkpoint.origin == store.origin, "a checkpoint is of another book")
    }

    func leavesAreHashes() async throws {
        try await fill(5)
        let rows = try await rows()
        try require(rows.count == 5, "\(rows.count) rows")
        for row in rows {
            try require(
                row.leaf == TreeHash.leaf(row.entry).bytes, "the leaf of #\(row.position) differs")
        }
    }

    func rowsAreAllThatIsStored() async throws {
        try await fill(3)
        _ = try await redact()
        let rows = try await rows()
        try require(rows.map(\.position) == Array(1...6), "positions \(rows.map(\.position))")
        for row in rows {
            let contents = try contents(row)
            try require(
                row.columns == StoredRow.Columns(of: contents), "columns of #\(row.position)")
            let recording = try found(row.recording, "recording of #\(row.position)")
            let header = HeaderFormat.bytes(of: contents.header)
            try require(
                recording.key == contents.header.key.text && recording.header == header
                    && recording.first == row.position - contents.place.ordinal + 1
                    && recording.recordedAt == contents.header.recordedAt.microseconds,
                "the recording of #\(row.position) is another: \(recording)")
            let stored = try found(
                try await store.stored(at: Position(row.position)), "event at #\(row.position)")
            try require(stored.entry == row.entry, "two entries at #\(row.position)")
            switch stored.payload {
            case .present(let bytes, let salt):
                try require(
                    row.payload == bytes && row.salt == salt && row.remains == nil,
                    "the payload of #\(row.position) differs")
            case .redacted(let remains):
                try require(row.remains == remains, "the remains of #\(row.position) differ")
            }
        }
    }

    func rowsComeInPages() async throws {
        try await fill(5)
        for (after, limit, expected) in [
            (0, 2, [1, 2]), (2, 2, [3, 4]), (4, 9, [5]), (5, 9, []), (9, 9, []), (0, 0, []),
        ] {
            let rows = try await store.rows(after: after, limit: limit)
            try require(
                rows.map(\.position) == expected, "\(limit) after \(after): \(rows.count) rows")
        }
    }

    /// Over two complete subtrees of 256, and a part of the next.
    func rootsAreThoseOfTheLeaves() async throws {
        try await fill(523)
        var tree = CompactTree()
        let empty = try await store.checkpoint(at: 0)
        try require(empty.root == .empty && empty.size == 0, "the empty tree is \(empty)")
        for leaf in try await leaves() {
            tree.append(leaf)
            let checkpoint = try await store.checkpoint(at: tree.size)
            try require(
                checkpoint.root == tree.root && checkpoint.size == tree.size,
                "the root at \(tree.size) differs")
        }
        let head = try await store.checkpoint(at: nil)
        try require(head.size == 523 && head.root == tree.root, "the head is \(head.size)")
    }

    func inclusionIsProved() async throws {
        try await fill(300)
        let leaves = try await leaves()
        for size in [1, 2, 3, 255, 256, 257, 300] {
            let root = try await store.checkpoint(at: size).root
            for index in Set([0, size / 3, size / 2, size - 1]) {
                let proof = try await store.inclusionProof(of: Position(index + 1), in: size)
                try MerkleProof.verifyInclusion(
                    of: leaves[index], index: index, size: size, proof: proof, root: root)
            }
        }
    }

    func consistencyIsProved() async throws {
        try await fill(300)
        let sizes = [0, 1, 2, 3, 128, 255, 256, 257, 300]
        for old in sizes {
            for new in sizes where new >= old {
                let proof = try await store.consistencyProof(from: old, to: new)
                try MerkleProof.verifyConsistency(
                    from: old, try await store.checkpoint(at: old).root, to: new,
                    try await store.checkpoint(at: new).root, proof: proof)
            }
        }
    }

    func sizesBeyondTheHead() async throws {
        try await fill(4)
        let isBeyond: (DeedbookError) -> Bool = {
            if case .beyondHead = $0 { true } else { false }
        }
        for size in [5, -1, .max] {
            try await requireError("size \(size)", isBeyond) {
                _ = try await store.checkpoint(at: size)
            }
            try await requireError("from 1 to \(size)", isBeyond) {
                _ = try await store.consistencyProof(from: 1, to: size)
            }
            try await requireError("1 in \(size)", isBeyond) {
                _ = try await store.inclusionProof(of: Position(1), in: size)
            }
        }
        for (position, size) in [(4, 3), (0, 3), (-1, 3), (1, 0), (.max, 4)] {
            try await requireError("\(position) in \(size)", isBeyond) {
                _ = try await store.inclusionProof(of: Position(position), in: size)
            }
        }
        for (old, new) in [(3, 2), (-1, 2)] {
            try await requireError("from \(old) to \(new)", isBeyond) {
                _ = try await store.consistencyProof(from: old, to: new)
            }
        }
    }

    func soundBooksHaveNoFaults() async throws {
        var faults = await store.structuralFaults()
        try require(faults.isEmpty, "an empty book: \(faults)")
        try await fill(260)
        _ = try await redact()
        try await store.keep(try await signed(at: nil))
        faults = await store.structuralFaults()
        try require(faults.isEmpty, "\(faults)")
        let report = try await Auditor(store).audit()
        try require(report.faults.isEmpty, "the audit finds \(report.faults)")
    }
}
