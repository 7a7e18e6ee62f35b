import Foundation
import Testing

/// What is trusted between two sides, with the program as it was built: real files, keys and sockets.
struct TrustProcessTests {
    @Test func `a book is signed, cosigned, proved, audited, exported and made again`() async throws
    {
        let shell = try Shell("trust")
        defer { shell.remove() }
        let files = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook keygen ana --out ana.key", 0)
        await shell.expect("deedbook record '\(files)' --sign-with ana.key", 0)
        await shell.expect(
            "deedbook keygen --out book.key | sed -n 's/^in a policy  //p' > trust.policy", 0)
        await shell.expect("sed 's/^log //' trust.policy > book.pub", 0)
        await shell.expect(
            "deedbook keygen lumen.example/w --witness --out w.key | sed -n 's/^in a policy  //p' "
                + ">> trust.policy; echo quorum lumen.example/w >> trust.policy", 0)
        #expect(shell.mode(of: "book.key") == 0o600)
        await shell.expect("deedbook checkpoint --key book.key --witness request.txt", 0)
        let cosign = "deedbook witness cosign request.txt --key w.key --memory seen --log book.pub"
        await shell.expect("\(cosign) --out answer.txt", 66, "deedbook witness init")
        await shell.expect("test -e answer.txt || test -e seen", 1)
        await shell.expect("deedbook witness init seen", 0)
        #expect(shell.mode(of: "seen") == 0o600)
        await shell.expect("cp seen before; deedbook witness init seen", 73, "never reset")
        await shell.expect("cmp seen before", 0)
        await shell.expect("\(cosign) --out answer.txt", 0)
        await shell.expect("\(cosign) --out second.txt", 65)
        await shell.expect(
            "deedbook checkpoint --policy trust.policy --cosigned answer.txt --out last.checkpoint",
            0)
        await shell.expect(
            "deedbook verify --policy trust.policy --against last.checkpoint --save last.checkpoint",
            0, "nothing wrong\n")
        await shell.expect("deedbook prove inclusion 12 --out 12.tlog-proof", 0)
        await shell.expect(
            "cd / && deedbook verify-proof \"$OLDPWD/12.tlog-proof\" "
                + "--policy \"$OLDPWD/trust.policy\"", 0, "proved: this event")
        await shell.expect("deedbook backup copy.deedbook", 0)
        await shell.expect("deedbook verify --book copy.deedbook --against last.checkpoint", 0)
        await shell.expect("deedbook export --out book.jsonl", 0)
        await shell.expect(
            "deedbook import book.jsonl --book new.deedbook --policy trust.policy", 0)
        await shell.expect(
            "deedbook verify --book new.deedbook --policy trust.policy --against last.checkpoint", 0
        )
        await shell.expect("deedbook export --book new.deedbook | cmp - book.jsonl", 0)
        await shell.expect("sed 's/Mill/Hill/' book.jsonl > other.jsonl", 0)
        await shell.expect(
            "deedbook import other.jsonl --book other.deedbook", 1, "payload-altered")
        await shell.expect("test -e other.deedbook", 1)
        await shell.expect(
            "chmod 640 book.key; deedbook checkpoint --key book.key", 65, "chmod 600")
        await shell.expect(
            "grep -rlE 'PRIVATE.KEY' . | sort | tr '\\n' ' '", 0, "./ana.key ./book.key ./w.key ")
        await shell.expect("deedbook doctor", 0, "application_id")
        let script = "DROP TRIGGER book_delete; DELETE FROM book"
        await shell.expect(
            "python3 -c \"import sqlite3; "
                + "sqlite3.connect('new.deedbook').executescript('\(script)')\"", 0)
        await shell.expect("deedbook log --book new.deedbook", 65, "deedbook verify")
        await shell.expect(
            "deedbook verify --book new.deedbook", 1, "there are 0 rows of the book itself")
    }

    @Test func `a witness over HTTP cosigns, and refuses another history of the same book`()
        async throws
    {
        let shell = try Shell("witness")
        defer { shell.remove() }
        let files = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook record '\(files)/2024-01-10-supply.yaml'", 0)
        await shell.expect("cp book.deedbook fork.deedbook", 0)
        await shell.expect("deedbook keygen --out book.key | sed -n 's/^in a policy  //p' > p", 0)
        await shell.expect("sed 's/^log //' p > book.pub", 0)
        await shell.expect(
            "deedbook keygen w --witness --out w.key | sed -n 's/^in a policy  //p' >> p; "
                + "echo quorum w >> p", 0)
        await shell.expect("deedbook witness init seen", 0)
        let server = try shell.start(
            "deedbook witness serve --key w.key --memory seen --log book.pub --port 0 > log 2>&1")
        defer { server.terminate() }
        await shell.expect(
            "until grep -q listening log; do kill -0 \(server.processIdentifier) || exit 1; "
                + "sleep 0.1; done; sed -n 's/.*listening on //p' log > url", 0)
        let ask = "deedbook checkpoint --key book.key --policy p --witness $(cat url)"
        await shell.expect(ask, 0, "w cosigned it")
        await shell.expect(ask, 0, "w cosigned it")
        await shell.expect("deedbook record '\(files)'", 0)
        await shell.expect(ask, 0, "w cosigned it")
        await shell.expect("deedbook verify --policy p --full", 0, "the quorum of the policy")
        await shell.expect(
            "deedbook record '\(files)/2025-03-01-amendment-1.yaml' --recorder eve "
                + "--book fork.deedbook", 0)
        await shell.expect("deedbook record '\(files)' --recorder eve --book fork.deedbook", 0)
        await shell.expect(
            "\(ask) --book fork.deedbook", 5, "saw another history of this book (422)")
        await shell.expect("grep -c 'POST /add-checkpoint' log", 0, "7")
    }
}
