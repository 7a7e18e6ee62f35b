import Foundation

extension ExportChange {
    /// Of a whole book with two checkpoints, with a policy and the last checkpoint from outside.
    ///
    /// Line 1 is the checkpoint of #19, line 2 that of #20.
    static let signed = [
        ExportChange("an event and its digest are changed") {
            $0.replace(20, "payload", "Order 12", "Order 13")
            try $0.reseal(20)
        },
        ExportChange("it is an older export of the same book") { $0.lines = $0.before },
        ExportChange("the keeper's signature is changed") {
            $0.alter(checkpoint: 2, after: "\u{2014} memory ", by: 20)
        },
        ExportChange("the keeper's signature is taken away") {
            $0.dropSignature(of: "memory", line: 2)
        },
        ExportChange("the keeper's signature is taken away from an older checkpoint") {
            $0.dropSignature(of: "memory", line: 1)
        },
        ExportChange("the time of a cosignature is changed") {
            $0.replace(checkpoint: 2, "ERxSVAAAAABn7bqk", "ERxSVAAAAABn7bql")
        },
        ExportChange("the cosignature is taken away") {
            $0.dropSignature(of: "lumen.example", line: 2)
        },
        ExportChange("a checkpoint has another size") {
            $0.replace(checkpoint: 1, "\n19\n", "\n18\n")
        },
        ExportChange("a size has a zero in front") {
            $0.replace(checkpoint: 1, "\n19\n", "\n019\n")
        },
        ExportChange("a checkpoint has another root") { $0.alter(checkpoint: 1, after: "\n19\n") },
        ExportChange("a checkpoint is of another book") {
            $0.replace(checkpoint: 1, "memory\n", "memoir\n")
        },
        ExportChange("a checkpoint has a line more") {
            $0.replace(checkpoint: 2, "\n\n", "\nextension\n\n")
        },
        ExportChange("a checkpoint has no signature") {
            $0.dropSignature(of: "memory", line: 1)
            $0.dropSignature(of: "lumen.example", line: 1)
        },
        ExportChange("the larger checkpoint stands before the smaller") { $0.lines.swapAt(1, 2) },
        ExportChange("a checkpoint stands there twice") { $0.lines.insert($0.lines[2], at: 2) },
        ExportChange("a checkpoint stands after the events") {
            $0.lines.append($0.lines.remove(at: 2))
        },
    ]

    /// Of a part, with a policy and the last checkpoint from outside. Line 1 is its checkpoint.
    static let part = [
        ExportChange("an event is left out in the middle") { $0.remove(5) },
        ExportChange("two events change places") { $0.swap(12, 13) },
        ExportChange("a hash of a proof is changed") { $0.alter(line: 6, after: #""proof":[""#) },
        ExportChange("a proof has a hash more") {
            $0.replace(
                line: 6, #""proof":["#,
                #""proof":["\#(String(repeating: "A", count: 43))=","#)
        },
        ExportChange("a proof has a hash less") {
            $0.lines[6].replace(/"proof":\["[^"]*",/, with: #""proof":["#)
        },
        ExportChange("an event has no proof") {
            $0.lines[6].replace(/"proof":\[[^\]]*\],/, with: "")
        },
        ExportChange("an event is changed, with its digest") {
            $0.replace(12, "payload", "undisclosed", "none")
            try $0.reseal(12)
        },
        ExportChange("a payload is changed") { $0.replace(12, "payload", "cap", "cup") },
        ExportChange("a salt is changed") { $0.replace(12, "salt", "0", "1") },
        ExportChange("there is no checkpoint") { $0.lines.remove(at: 1) },
        ExportChange("there are two checkpoints") { $0.lines.insert($0.lines[1], at: 1) },
        ExportChange("the checkpoint stands after the events") {
            $0.lines.append($0.lines.remove(at: 1))
        },
        ExportChange("the checkpoint is an older one") { $0.lines[1] = $0.before[1] },
        ExportChange("the cosignature is taken away") {
            $0.dropSignature(of: "lumen.example", line: 1)
        },
        ExportChange("the head has another size") { $0.replace(line: 0, "20", "19") },
        ExportChange("the head is of another agreement") {
            $0.replace(line: 0, "tern-mill", "tern-hill")
        },
        ExportChange("the head is of another book") { $0.replace(line: 0, "memory", "memoir") },
        ExportChange("what is left of a redacted event is changed") {
            $0.replace(11, "remains", "exclusivity", "exclusion")
        },
        ExportChange("another redaction is named than took it out") {
            $0.replace(line: 12, #""redactedBy":20"#, #""redactedBy":19"#)
        },
        ExportChange("the redaction is cut off") { $0.remove(20) },
    ]

    /// Of a proof file, with a policy.
    static let proof =
        [
            ExportChange("it is of another format") { $0.replace(line: 0, "@v1", "@v2") },
            ExportChange("it is of another leaf") { $0.replace(line: 2, "index 11", "index 12") },
            ExportChange("the index has a zero in front") {
                $0.replace(line: 2, "index 11", "index 011")
            },
            ExportChange("there is no index") { $0.lines.remove(at: 2) },
            ExportChange("a hash is changed") { $0.alter(line: 3) },
            ExportChange("there is a hash more") { $0.lines.insert($0.lines[3], at: 3) },
            ExportChange("there is a hash less") { $0.lines.remove(at: 3) },
            ExportChange("two hashes change places") { $0.lines.swapAt(3, 4) },
            ExportChange("the entry is another one of the book") {
                let entry = try ChangedExport.member("entry", of: $0.before[12])
                $0.lines[1] = "extra \(Data(entry.utf8).base64EncodedString())"
            },
            ExportChange("the entry is no base64") { $0.replace(line: 1, "extra ", "extra !") },
            ExportChange("the entry is missing") { $0.lines.remove(at: 1) },
        ] + checkpointAtTheEnd

    static let consistency =
        [
            ExportChange("it goes on from another size") {
                $0.replace(line: 0, "old 19", "old 18")
            },
            ExportChange("the size has a zero in front") {
                $0.replace(line: 0, "old 19", "old 019")
            },
            ExportChange("there is no size") { $0.lines.remove(at: 0) },
            ExportChange("a hash is changed") { $0.alter(line: 1) },
            ExportChange("there is a hash more") { $0.lines.insert($0.lines[1], at: 1) },
            ExportChange("there is a hash less") { $0.lines.remove(at: 1) },
            ExportChange("two hashes change places") { $0.lines.swapAt(1, 2) },
        ] + checkpointAtTheEnd

    /// Of whatever proof.
    private static let checkpointAtTheEnd = [
        ExportChange("the keeper's signature is changed") {
            $0.alter(line: $0.lines.count - 2, after: "\u{2014} memory ", by: 20)
        },
        ExportChange("the keeper's signature is missing") {
            $0.lines.remove(at: $0.lines.count - 2)
        },
        ExportChange("the cosignature is missing") { $0.lines.removeLast() },
        ExportChange("the checkpoint has another root") {
            $0.alter(line: $0.lines.count - 4)
        },
        ExportChange("the checkpoint is of another book") {
            $0.replace(line: $0.lines.count - 6, "memory", "memoir")
        },
        ExportChange("there is no empty line before the signatures") {
            $0.lines.remove(at: $0.lines.count - 3)
        },
        ExportChange("something stands after the signatures") { $0.lines.append("and more") },
    ]
}
