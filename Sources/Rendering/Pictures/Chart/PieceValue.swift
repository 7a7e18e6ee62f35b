import Notation
import Terms

/// Values as pieces keep them.
enum PieceValue {
    /// Returns nil for what the field could not have written.
    static func read(_ json: String, by schema: FieldSchema) -> ValueState? {
        guard let node = try? JSONReader.read(json) else { return nil }
        var problems = Problems()
        return schema.codec.decode(node, &problems)
    }
}
