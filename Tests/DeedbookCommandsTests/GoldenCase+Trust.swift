extension GoldenCase {
    static let trust =
        signing + checkpoints + audits + proofs + consistencies + leaves + notes + served + files
        + witnesses

    private static let signed = ["record FIXTURES/tern --sign-with ana.key"]
    private static let redacted = ["record FIXTURES/redaction --recorder ben"]
    private static let sealed = ["checkpoint --key book.key --out last.checkpoint"]
    private static let cosigned = [
        "checkpoint --key book.key --policy trust.policy --witness http://lumen.example"
    ]
    private static let begun = ["witness init m"]
    private static let requested = begun + ["checkpoint --key book.key --witness request.txt"]
    private static let answered =
        requested + [
            "witness cosign request.txt --key lumen.key --memory m --log book.pub --out answer.txt"
        ]

    private static let signing = [
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
        GoldenCase("witness-key", "record FIXTURES/tern --sign-with lumen.key", on: .none),
        GoldenCase("signed", "log --full", on: .none, before: signed),
        GoldenCase("signed-json", "log --format json", on: .none, before: signed),
        GoldenCase("signed", "show 2025-03-01-amendment-1 --events", on: .none, before: signed),
        GoldenCase(
            "signed", "why tern-mill royalty.paper.cap --on 2025-04-03 --full", on: .none,
            before: signed),
        GoldenCase("redaction", "record FIXTURES/redaction --recorder ben"),
        GoldenCase("redacted", "show 2025-03-01-amendment-1 --events", before: redacted),
        GoldenCase("redacted-json", "show 2025-03-01-amendment-1 --format json", before: redacted),
    ]

    private static let checkpoints = [
        GoldenCase("unsigned", "checkpoint"),
        GoldenCase("unsigned-json", "checkpoint --format json"),
        GoldenCase("signed", "checkpoint --key book.key --out last.checkpoint"),
        GoldenCase("json", "checkpoint --key book.key --format json"),
        GoldenCase("two-keys", "checkpoint --key book.key --key new.key"),
        GoldenCase("foreign-key", "checkpoint --key foreign.key"),
        GoldenCase("witness-key", "checkpoint --key lumen.key"),
        GoldenCase("list", "checkpoint --list", before: sealed + redacted + cosigned),
        GoldenCase("list-json", "checkpoint --list --format json", before: cosigned),
        GoldenCase("list-none", "checkpoint --list"),
        GoldenCase(
            "witness",
            "checkpoint --key book.key --policy trust.policy --witness http://lumen.example"
        ),
        GoldenCase(
            "witness-again",
            "checkpoint --key book.key --policy trust.policy --witness http://lumen.example/",
            before: cosigned + redacted),
        GoldenCase(
            "witness-refuses",
            "checkpoint --key book.key --policy trust.policy --witness http://acme.example"),
        GoldenCase(
            "witness-unknown",
            "checkpoint --key book.key --policy trust.policy --witness http://absent.example"),
        GoldenCase(
            "witness-without-policy", "checkpoint --key book.key --witness http://l.example"),
        GoldenCase("request", "checkpoint --key book.key --witness request.txt"),
        GoldenCase(
            "request-after",
            "checkpoint --key book.key --policy trust.policy --witness request.txt",
            before: cosigned + redacted),
        GoldenCase("request-beyond", "checkpoint --witness r.txt --witness-has 99", before: sealed),
        GoldenCase("request-unsigned", "checkpoint --witness request.txt"),
        GoldenCase(
            "cosigned", "checkpoint --policy trust.policy --cosigned answer.txt", before: answered),
        GoldenCase(
            "cosigned-other", "checkpoint --policy keyless.policy --cosigned answer.txt --out out",
            before: answered),
        GoldenCase(
            "cosigned-size", "checkpoint --policy trust.policy --cosigned size.txt", before: sealed),
        GoldenCase(
            "cosigned-garbled", "checkpoint --policy trust.policy --cosigned notes.txt",
            before: sealed),
        GoldenCase("out-taken", "checkpoint --key book.key --out notes.txt"),
        GoldenCase("out-foreign", "checkpoint --key book.key --out foreign.checkpoint"),
        GoldenCase("out-longer", "checkpoint --key book.key --out longer.checkpoint"),
        GoldenCase("out-forked", "checkpoint --key book.key --out forked.checkpoint"),
        GoldenCase("list-and-key", "checkpoint --list --key book.key"),
    ]

    private static let audits = [
        GoldenCase("alone", "verify --full"),
        GoldenCase("signed", "verify --key book.pub --full", before: sealed),
        GoldenCase(
            "everything",
            "verify --policy trust.policy --against last.checkpoint --save last.checkpoint --full",
            before: sealed + redacted + cosigned),
        GoldenCase("json", "verify --policy trust.policy --format json", before: cosigned),
        GoldenCase(
            "from", "verify --key book.pub --from last.checkpoint --full", before: sealed + redacted
        ),
        GoldenCase("from-longer", "verify --from longer.checkpoint --full"),
        GoldenCase("from-foreign", "verify --from foreign.checkpoint --full"),
        GoldenCase("from-forked", "verify --from forked.checkpoint --full"),
        GoldenCase("recorders", "verify --full", on: .none, before: signed),
        GoldenCase(
            "recorders-pinned", "verify --policy recorders.policy --full", on: .none, before: signed
        ),
        GoldenCase("altered", "verify --full", on: .altered),
        GoldenCase("altered-json", "verify --format json", on: .altered),
        GoldenCase(
            "altered-save", "verify --key book.pub --save kept.checkpoint --full", on: .altered,
            before: sealed),
        GoldenCase("earlier", "verify --full", on: .earlier),
        GoldenCase("earlier-json", "verify --format json", on: .earlier),
        GoldenCase("earlier-rebuilt", "verify --full", on: .earlier, before: ["rebuild"]),
        GoldenCase("no-quorum", "verify --policy both.policy --full", before: cosigned),
        GoldenCase("wrong-key", "verify --key ana.pub --full", before: sealed),
        GoldenCase("shortened", "verify --against longer.checkpoint --full", before: sealed),
        GoldenCase("forked", "verify --against forked.checkpoint --full", before: sealed),
        GoldenCase(
            "forked-json", "verify --against forked.checkpoint --format json", before: sealed),
        GoldenCase("foreign", "verify --against foreign.checkpoint --full"),
        GoldenCase("forged", "verify --key book.pub --against forged.checkpoint --full"),
        GoldenCase("nothing-to-save", "verify --save kept.checkpoint --full"),
        GoldenCase("save-back", "verify --save longer.checkpoint --full", before: sealed),
        GoldenCase("save-foreign", "verify --save foreign.checkpoint --full", before: sealed),
        GoldenCase("save-notes", "verify --save notes.txt", before: sealed),
        GoldenCase("bad-policy", "verify --policy bad.policy"),
        GoldenCase("no-policy", "verify --policy no.policy"),
        GoldenCase("trust-no-log", "verify --trust keyless.policy", before: sealed),
        GoldenCase("garbled-checkpoint", "verify --against garbled.checkpoint"),
        GoldenCase("damaged-key", "verify --key damaged.pub"),
        GoldenCase("witness-key", "verify --key lumen.pub"),
        GoldenCase("private-key", "verify --key book.key"),
        GoldenCase("garbled-key", "verify --key memory+12345678+AAAA"),
    ]

    private static let proven = cosigned + ["prove inclusion 12 --out 12.tlog-proof"]

    private static let proofs = [
        GoldenCase("inclusion", "prove inclusion #12 --out 12.tlog-proof", before: cosigned),
        GoldenCase("inclusion-output", "prove inclusion 12", before: cosigned),
        GoldenCase("inclusion-json", "prove inclusion 12 --format json", before: cosigned),
        GoldenCase("inclusion-unsigned", "prove inclusion 12"),
        GoldenCase("inclusion-later", "prove inclusion 20", before: sealed + redacted),
        GoldenCase("inclusion-beyond", "prove inclusion 99", before: sealed),
        GoldenCase("inclusion-nothing", "prove inclusion last"),
        GoldenCase("inclusion-exists", "prove inclusion 12 --out notes.txt", before: sealed),
        GoldenCase(
            "consistency", "prove consistency last.checkpoint --out since.proof",
            before: sealed + redacted + cosigned),
        GoldenCase(
            "consistency-output", "prove consistency last.checkpoint",
            before: sealed + redacted + cosigned),
        GoldenCase(
            "consistency-json", "prove consistency last.checkpoint --format json", before: sealed),
        GoldenCase("consistency-foreign", "prove consistency foreign.checkpoint", before: sealed),
        GoldenCase("consistency-forked", "prove consistency forked.checkpoint", before: sealed),
        GoldenCase("consistency-longer", "prove consistency longer.checkpoint", before: sealed),
        GoldenCase("good", "verify-proof 12.tlog-proof --policy trust.policy", before: proven),
        GoldenCase(
            "json", "verify-proof 12.tlog-proof --policy trust.policy --format json", before: proven
        ),
        GoldenCase("no-quorum", "verify-proof 12.tlog-proof --policy both.policy", before: proven),
        GoldenCase("no-log", "verify-proof 12.tlog-proof --policy keyless.policy", before: proven),
        GoldenCase(
            "other-entry",
            "verify-proof 12.tlog-proof --policy trust.policy --entry entry-11.json",
            before: proven),
        GoldenCase(
            "no-entry", "verify-proof 12.tlog-proof --policy trust.policy --entry notes.txt",
            before: proven),
        GoldenCase("garbled", "verify-proof notes.txt --policy trust.policy", on: .none),
        GoldenCase("no-file", "verify-proof 12.tlog-proof --policy trust.policy", on: .none),
        GoldenCase("no-policy", "verify-proof 12.tlog-proof", before: proven),
        GoldenCase(
            "other-recorder", "verify-proof 1.tlog-proof --policy other-recorder.policy", on: .none,
            before: signed + sealed + ["prove inclusion 1 --out 1.tlog-proof"]),
    ]

    private static let continued =
        sealed + redacted + cosigned + [
            "prove consistency last.checkpoint --out since.proof",
            "checkpoint --key book.key --out new.checkpoint",
        ]

    private static func consistency(_ name: String, _ line: String) -> GoldenCase {
        GoldenCase("consistency\(name)", "verify-proof since.proof \(line)", before: continued)
    }

    private static let consistencies = [
        consistency("", "--against last.checkpoint --policy trust.policy"),
        consistency("-json", "--against last.checkpoint --key book.pub --format json"),
        consistency("-no-quorum", "--against last.checkpoint --policy both.policy"),
        consistency("-other-key", "--against last.checkpoint --key ana.pub"),
        consistency("-older", "--against forked.checkpoint --policy trust.policy"),
        consistency("-forged", "--against forged.checkpoint --policy trust.policy"),
        consistency(
            "-reversed", "--against new.checkpoint --checkpoint last.checkpoint --key book.pub"),
        consistency(
            "-other-newer",
            "--against last.checkpoint --checkpoint longer.checkpoint --key book.pub"),
        consistency("-alone", "--policy trust.policy"),
        consistency("-newer-alone", "--checkpoint last.checkpoint --policy trust.policy"),
        GoldenCase(
            "consistency-of-event",
            "verify-proof 12.tlog-proof --against new.checkpoint --policy trust.policy",
            before: continued + ["prove inclusion 12 --out 12.tlog-proof"]),
    ]

    private static func leaf(_ name: String, _ line: String, of proof: String = "tessera")
        -> GoldenCase
    {
        GoldenCase(name, "verify-proof \(proof).tlog-proof \(line)", on: .none)
    }

    private static let leaves = [
        leaf("leaf", "--leaf five.leaf --policy tessera.policy"),
        leaf("leaf-json", "--leaf five.leaf --policy tessera.policy --format json"),
        leaf("leaf-key", "--leaf five.leaf --key tessera.pub"),
        leaf("leaf-cosigned", "--leaf five.leaf --policy witnessed.policy", of: "cosigned"),
        leaf("leaf-no-quorum", "--leaf five.leaf --policy witnessed.policy"),
        leaf("leaf-other", "--leaf eight.leaf --policy tessera.policy"),
        leaf("leaf-other-key", "--leaf five.leaf --key book.pub"),
        leaf("leaf-other-origin", "--leaf five.leaf --key tessera.pub --origin example.com/log"),
        leaf("leaf-extended", "--leaf five.leaf --key extended.pub", of: "extended"),
        leaf("leaf-missing", "--policy tessera.policy"),
        leaf("leaf-no-file", "--leaf six.leaf --policy tessera.policy"),
        leaf("leaf-and-entry", "--leaf five.leaf --entry five.leaf --key tessera.pub"),
        leaf("policy-and-key", "--leaf five.leaf --key tessera.pub --policy tessera.policy"),
        leaf("witness-key", "--leaf five.leaf --key lumen.pub", of: "cosigned"),
        GoldenCase(
            "leaf-of-book", "verify-proof 12.tlog-proof --leaf entry-11.json --key book.pub",
            before: proven),
    ]

    private static let notes = [
        GoldenCase("note", "verify-proof example.note --key example.pub", on: .none),
        GoldenCase(
            "note-json", "verify-proof example.note --key example.pub --format json", on: .none),
        GoldenCase("note-other-key", "verify-proof example.note --key book.pub", on: .none),
        GoldenCase("note-altered", "verify-proof altered.note --key example.pub", on: .none),
        GoldenCase("note-policy", "verify-proof example.note --policy trust.policy", on: .none),
        GoldenCase(
            "note-leaf", "verify-proof example.note --leaf five.leaf --key example.pub", on: .none),
        GoldenCase("sums", "verify-proof sums.note --key sums.pub", on: .none),
        GoldenCase("sums-policy", "verify-proof sums.note --policy sums.policy", on: .none),
        GoldenCase(
            "sums-origin",
            "verify-proof sums.note --policy sums.policy --origin 'go.sum database tree'",
            on: .none),
        GoldenCase(
            "checkpoint", "verify-proof last.checkpoint --policy trust.policy", before: sealed),
    ]

    private static let tiled = sealed + ["tiles public"]

    private static let served = [
        GoldenCase("again", "tiles public/", before: tiled),
        GoldenCase("json", "tiles public --format json", before: tiled),
        GoldenCase("unsigned", "tiles public"),
        GoldenCase("foreign", "tiles foreign", before: sealed),
        GoldenCase("longer", "tiles longer", before: sealed),
        GoldenCase("forked", "tiles forked", before: sealed),
        GoldenCase("no-book", "tiles public", on: .none),
    ]

    private static let files = [
        GoldenCase("book", "backup copy.deedbook"),
        GoldenCase("json", "backup copy.deedbook --format json"),
        GoldenCase("exists", "backup ./book.deedbook"),
        GoldenCase("whole", "export --out book.jsonl", before: redacted + cosigned),
        GoldenCase(
            "part", "export --agreement tern-mill --out part.jsonl", before: sealed + redacted),
        GoldenCase("part-unsigned", "export --agreement tern-mill --out part.jsonl"),
        GoldenCase("unknown-agreement", "export --agreement tern-milk", before: sealed),
        GoldenCase("exists", "export --out notes.txt"),
        GoldenCase(
            "whole", "import book.jsonl --book new.deedbook --key book.pub",
            before: cosigned + ["export --out book.jsonl"]),
        GoldenCase(
            "shortened", "import book.jsonl --book new.deedbook --against longer.checkpoint",
            before: cosigned + ["export --out book.jsonl"]),
        GoldenCase(
            "part", "import part.jsonl --book new.deedbook",
            before: sealed + ["export --agreement tern-mill --out part.jsonl"]),
        GoldenCase(
            "check-part", "import part.jsonl --check --key book.pub",
            before: sealed + redacted + [
                "checkpoint --key book.key", "export --agreement tern-mill --out part.jsonl",
            ]),
        GoldenCase(
            "check-part-by-stranger", "import part.jsonl --check --key ana.pub",
            before: sealed + ["export --agreement tern-mill --out part.jsonl"]),
        GoldenCase(
            "check-whole", "import book.jsonl --check --key book.pub",
            before: cosigned + ["export --out book.jsonl"]),
        GoldenCase(
            "json", "import book.jsonl --book new.deedbook --key book.pub --format json",
            before: cosigned + ["export --out book.jsonl"]),
        GoldenCase(
            "check-part-json", "import part.jsonl --check --key book.pub --format json",
            before: sealed + redacted + [
                "checkpoint --key book.key", "export --agreement tern-mill --out part.jsonl",
            ]),
        GoldenCase(
            "check-signed", "import part.jsonl --check --key book.pub", on: .none,
            before: signed + sealed + ["export --agreement tern-mill --out part.jsonl"]),
        GoldenCase(
            "check-other-size", "import part.jsonl --check --against last.checkpoint",
            before: sealed + redacted + [
                "checkpoint --key book.key", "export --agreement tern-mill --out part.jsonl",
            ]),
        GoldenCase(
            "check-no-quorum", "import book.jsonl --check --policy both.policy",
            before: cosigned + ["export --out book.jsonl"]),
        GoldenCase("exists", "import empty.jsonl"),
        GoldenCase("empty", "import empty.jsonl --book new.deedbook"),
        GoldenCase("garbled", "import garbled.jsonl --book new.deedbook"),
        GoldenCase("no-export", "import notes.txt --book new.deedbook"),
        GoldenCase("no-file", "import book.jsonl --book new.deedbook"),
        GoldenCase("text", "doctor"),
        GoldenCase("json", "doctor --format json"),
        GoldenCase("no-book", "doctor", on: .none),
    ]

    private static let witnesses = [
        GoldenCase("init", "witness init m"),
        GoldenCase("init-again", "witness init m", before: begun),
        GoldenCase(
            "serve", "witness serve --key lumen.key --memory m --log book.pub", before: begun),
        GoldenCase(
            "serve-port", "witness serve --key lumen.key --memory m --log book.pub --port 80",
            before: begun),
        GoldenCase(
            "serve-no-memory", "witness serve --key lumen.key --memory m --log book.pub"),
        GoldenCase("serve-key", "witness serve --key book.key --memory m --log book.pub"),
        GoldenCase("serve-log", "witness serve --key lumen.key --memory m --log lumen.pub"),
        GoldenCase(
            "serve-memory", "witness serve --key lumen.key --memory notes.txt --log book.pub"),
        GoldenCase(
            "cosign",
            "witness cosign request.txt --key lumen.key --memory m --log book.pub --out answer.txt",
            before: requested),
        GoldenCase(
            "cosign-again", "witness cosign request.txt --key lumen.key --memory m --log book.pub",
            before: answered),
        GoldenCase(
            "cosign-other-key",
            "witness cosign request.txt --key lumen.key --memory m --log ana.pub",
            before: requested),
        GoldenCase(
            "cosign-no-signature",
            "witness cosign request.txt --key lumen.key --memory m --log book.pub",
            before: begun + ["checkpoint --key new.key --witness request.txt"]),
        GoldenCase(
            "cosign-garbled", "witness cosign notes.txt --key lumen.key --memory m --log book.pub",
            before: begun),
        GoldenCase(
            "cosign-no-memory",
            "witness cosign request.txt --key lumen.key --memory m --log book.pub --out answer.txt",
            before: ["checkpoint --key book.key --witness request.txt"]),
    ]
}
