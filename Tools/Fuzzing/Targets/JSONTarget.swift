import Notation

extension FuzzTarget {
    /// The strict JSON reader: what it reads has one canonical form, which reads back the same.
    static let json = FuzzTarget(
        "json",
        seeds: [
            #"{"a":[1,-2,{"b":"c\u00e9\ud83d\ude00\n"}],"d":null,"e":true,"f":false,"":9007199254740991}"#,
            "[]", "{}", "\"\"", "0", " [ 1 , 2 ] \r\n",
            #"{"é":1,"e\u0301":2,"\ud83d\ude00":3,"﹘":4}"#,
            #""\"\\\/\b\f\n\r\t\u001f""#,
        ],
        words: [
            "\"", "\\u", "\\", "{", "}", "[", "]", ":", ",", "true", "false", "null", "-", "1e1",
            "\\ud83d",
        ]
    ) { bytes throws(Broken) in
        guard let node = Fuzzing.parsedJSON(bytes) else { return .refused }
        let canonical = CanonicalJSON.bytes(of: node)
        guard let again = parsedJSON(canonical) else {
            throw Broken("what was read is written and refused: \(Fuzzing.canonical(node))")
        }
        let text = Fuzzing.canonical(again)
        try hold(
            CanonicalJSON.bytes(of: again) == canonical, "one canonical form, not also \(text)")
        guard let pretty = parsedJSON(CanonicalJSON.prettyText(of: node).utf8) else {
            throw Broken("what was read is refused when written for people: \(text)")
        }
        try holdSame(text, Fuzzing.canonical(pretty), "the same, written for people")
        try hold(pretty == node, "the same members in the same order: \(text)")
        return .accepted
    }
}
