public import Ledger
import Notation

/// A redline as a JSON Patch (RFC 6902) between the state documents of its two ends.
public enum RedlinePatch {
    public static func render(_ redline: Redline) -> String {
        let patch = JSONPatch.diff(
            StateDocument.node(of: redline.before), StateDocument.node(of: redline.after))
        return CanonicalJSON.prettyText(of: patch.node)
    }
}
