import Effort
import Notation

/// A tree of every kind of node that JSON has.
func randomNode(depth: Int, _ random: inout Seeded) -> Node {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: .integer(Int.random(in: -(1 << 53) + 1..<1 << 53, using: &random))
    case 1: .boolean(Bool.random(using: &random))
    case 2: Node(.null)
    case 3, 4: .string(randomText(&random))
    case 5:
        .list(
            (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                randomNode(depth: depth - 1, &random)
            })
    case _:
        .object(
            (0..<Int.random(in: 0..<4, using: &random)).map { index in
                ("\(["a", "z-", "B.", ""][index])\(index)", randomNode(depth: depth - 1, &random))
            })
    }
}

private func randomText(_ random: inout Seeded) -> String {
    let pieces = [
        "no", "\"", "\\", "\n", "\u{1F}", " ", "é", "e\u{301}", "😂", "\u{2028}", "{", "a", "0", "/",
    ]
    let count = Int.random(in: 0..<6, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
}

extension Node {
    /// The same tree with the members of every object in the order of their names.
    var sorted: Node {
        switch content {
        case .object(let members):
            Node(
                .object(
                    members.map { Member($0.name, $0.value.sorted) }.sorted { $0.name < $1.name }))
        case .list(let items): .list(items.map(\.sorted))
        case .plain, .string, .integer, .boolean, .null: self
        }
    }
}
