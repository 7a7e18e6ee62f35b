extension GoldenCase {
    static let signing = [
        GoldenCase("book", "keygen --out mine.key"),
        GoldenCase("recorder", "keygen ana --out mine.key", on: .none),
        GoldenCase("witness", "keygen lumen.example/w --witness --out mine.key", on: .none),
        GoldenCase("json", "keygen lumen.example/w --witness --out mine.key --format json"),
        GoldenCase("file-exists", "keygen ana --out ana.key", on: .none),
        GoldenCase("no-folder", "keygen ana --out nowhere/ana.key", on: .none),
        GoldenCase("bad-name", "keygen ana+ben --out mine.key", on: .none),
        GoldenCase("no-book", "keygen --out mine.key", on: .none),
        GoldenCase("nameless-witness", "keygen --witness --out mine.key"),
        GoldenCase("signed", "record FIXTURES/tern --sign-with ana.key", on: .none),
        GoldenCase("sign-as", "record FIXTURES/tern --sign-with ana.key --recorder ben", on: .none),
        GoldenCase("open-key", "record FIXTURES/tern --sign-with open.key", on: .none),
        GoldenCase("no-key", "record FIXTURES/tern --sign-with ben.key", on: .none),
        GoldenCase("public-key", "record FIXTURES/tern --sign-with public.key", on: .none),
        GoldenCase("damaged-key", "record FIXTURES/tern --sign-with damaged.key", on: .none),
        GoldenCase("two-keys", "record FIXTURES/tern --sign-with two.key", on: .none),
        GoldenCase("witness-key", "record FIXTURES/tern --sign-with witness.key", on: .none),
        GoldenCase("signed", "log", on: .none, before: signed),
        GoldenCase("signed-json", "log --format json", on: .none, before: signed),
        GoldenCase("signed", "show 2025-03-01-amendment-1", on: .none, before: signed),
        GoldenCase(
            "signed", "why tern-mill royalty.paper.cap --on 2025-04-03", on: .none, before: signed),
        GoldenCase("redaction", "record FIXTURES/redaction --recorder ben"),
        GoldenCase("redacted", "show 2025-03-01-amendment-1", before: redacted),
        GoldenCase("redacted-json", "show 2025-03-01-amendment-1 --format json", before: redacted),
    ]

    private static let signed = ["record FIXTURES/tern --sign-with ana.key"]
    private static let redacted = ["record FIXTURES/redaction --recorder ben"]
}
