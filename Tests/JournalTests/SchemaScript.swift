import Testing

/// What the schema tests ask of Python.
enum SchemaScript {
    /// Loads the schemas, checks them, and reads YAML as an editor does: JSON has no dates.
    static let head = #"""
        import json, pathlib, re, sys
        try:
            import yaml
            from jsonschema import Draft202012Validator
        except ImportError as error:
            sys.exit(f"Python lacks jsonschema or PyYAML ({error}): Tools/test installs it")

        class Loader(yaml.BaseLoader):
            """The core schema of YAML 1.2."""

        for tag, pattern, first in [
            ("null", "~|null|Null|NULL|", "~nN"), ("bool", "true|false", "tf"),
            ("int", "[-+]?[0-9]+", "-+0123456789"),
            ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
        ]:
            tag = f"tag:yaml.org,2002:{tag}"
            Loader.add_implicit_resolver(tag, re.compile(f"^({pattern})$"), list(first) + [""])
            Loader.add_constructor(tag, lambda loader, node: typed(node.value))

        def typed(text):
            if text in ("", "~", "null", "Null", "NULL"):
                return None
            if text in ("true", "false"):
                return text == "true"
            try:
                return int(text)
            except ValueError:
                return float(text)

        def validator(name):
            schema = json.loads((pathlib.Path(sys.argv[1]) / name).read_text("utf-8"))
            Draft202012Validator.check_schema(schema)
            return Draft202012Validator(schema)

        of_json = validator("recording.schema.json")
        of_yaml = validator("recording.yaml.schema.json")

        """#

    /// Validates every file of the record in YAML, and the same recordings as JSON Lines.
    static let record = """
        errors, files, lines = [], 0, 0
        for path in sorted(pathlib.Path(sys.argv[2]).glob("*/*.yaml")):
            files += 1
            for error in of_yaml.iter_errors(yaml.load(path.read_text("utf-8"), Loader)):
                errors.append(f"{path.name} {error.json_path}: {error.message[:300]}")
        for line in pathlib.Path(sys.argv[3]).read_text("utf-8").splitlines():
            lines += 1
            recording = json.loads(line)
            for error in of_json.iter_errors(recording):
                errors.append(f"{recording['recording']} {error.json_path}: {error.message[:300]}")
        if errors:
            sys.exit("\\n".join(errors[:20]))
        print(f"{files} files and {lines} lines are valid")
        """

    /// Says for each of the texts which schema takes it.
    static let refusals = """
        for text in json.load(open(sys.argv[2], encoding="utf-8")):
            recording = yaml.load(text, Loader)
            print(of_yaml.is_valid(recording), of_json.is_valid(recording))
        """

    struct Refused: Sendable, CustomTestStringConvertible {
        let name: String
        let event: String
        /// The book reports it, not the reader: it is about a term's fields.
        let isReportedByBook: Bool

        init(_ name: String, _ event: String, isReportedByBook: Bool = false) {
            self.name = name
            self.event = event
            self.isReportedByBook = isReportedByBook
        }

        var testDescription: String { name }
    }

    /// The event of `recordingText`, which the rows replace.
    static let goodEvent =
        #"event-rescinded: { event: "2020-01-01-charter#1", reason: entered twice }"#

    static let refused: [Refused] = [
        .init("an unknown kind of event", "term-frozen: { term: a }"),
        .init("two kinds in one event", "term-resumed: { term: a }\n    term-removed: { term: a }"),
        .init("no kind", "{}"),
        .init("an unknown member", "term-resumed: { term: a, colour: red }"),
        .init("a missing member", "term-moved: { term: a }"),
        .init("a list for a text", "term-resumed: { term: [a] }"),
        .init("an id in capitals", "term-resumed: { term: Fee }"),
        .init("an unknown bound", "term-resumed: { term: a, effective: { after: 2026 } }"),
        .init("two bounds", "term-resumed: { term: a, effective: { on: 2026-01-01, from: 2026 } }"),
        .init("a date that is none", "term-resumed: { term: a, effective: { on: 27 April } }"),
        .init("an empty first-of", "term-resumed: { term: a, effective: { first-of: [] } }"),
        .init("a reference that is none", "event-rescinded: { event: charter, reason: r }"),
        .init(
            "a wrong event inside a correction",
            "event-corrected: { event: \"a#1\", replacement: { term-moved: { term: a } }, reason: r }"
        ),
        .init("an unknown kind of term", "term-added: { term: a, kind: wish, set: {} }"),
        .init(
            "a field that the kind has not",
            "term-added: { term: a, kind: governing-law, set: { law: Portugal, rate: 4% of x } }",
            isReportedByBook: true),
        .init(
            "a field that the kind needs",
            "term-added: { term: a, kind: fee, set: { payer: a } }", isReportedByBook: true),
        .init(
            "a value of another type",
            "term-added: { term: a, kind: fee, set: { payer: a, payee: b, amount: much } }",
            isReportedByBook: true),
        .init(
            "a wrong field in a restated term",
            "agreement-restated: { terms: [{ term: a, kind: other, set: { rate: 1% of x } }] }",
            isReportedByBook: true),
    ]
}
