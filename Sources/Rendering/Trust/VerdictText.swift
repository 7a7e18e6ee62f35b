import Transparency

/// What a policy says of a checkpoint or note, in the rows and sentences that every check of one prints.
enum VerdictText {
    static func rows(
        _ verdict: TrustPolicy.Verdict, of checkpoint: Checkpoint, to page: inout TextPage
    ) {
        row("checkpoint", "of #\(checkpoint.size), root \(checkpoint.root.base64)", &page)
        row(
            "signed by", CheckpointPhrase.list(verdict.signers.map { KeyPhrase.text(of: $0) }),
            &page)
        row(
            "cosigned by",
            CheckpointPhrase.list(
                verdict.witnesses.map {
                    "\($0.name) (\($0.key.label.suffix(8))) at \(CheckpointPhrase.instant($0.time))"
                }), &page)
        row(
            "quorum", "\(verdict.quorum.description)\(verdict.isQuorumMet ? ", met" : ": NOT met")",
            &page)
    }

    static func row(_ label: String, _ text: String, _ page: inout TextPage) {
        page.row(StyledText(label), StyledText(text), labelWidth: CheckpointText.labelWidth)
    }

    /// What is wrong, then whether all of it is right.
    static func conclusion(_ problems: [String], _ words: String, to page: inout TextPage) {
        page.gap()
        for problem in problems {
            page.paragraph(StyledText("! \(problem)", .warning), hang: 2)
        }
        page.paragraph(StyledText(words, .strong), hang: 2)
    }

    /// Why a checkpoint is not to be believed; empty where it is.
    static func problems(
        of verdict: TrustPolicy.Verdict, on checkpoint: Checkpoint
    ) -> [String] {
        var problems: [String] = []
        if verdict.signers.isEmpty, verdict.misnamed.isEmpty {
            problems.append("no log of the policy signed the checkpoint with a valid signature")
        }
        if verdict.signers.isEmpty {
            problems += verdict.misnamed.map {
                "\(KeyPhrase.text(of: $0)) signed it, but for the origin '\(checkpoint.origin)', "
                    + "which is not the one that is expected (--origin)"
            }
        }
        problems += verdict.forgeries.map {
            "the signature of \(KeyPhrase.text(of: $0)) is not of this checkpoint"
        }
        if !verdict.isQuorumMet {
            problems.append("the policy asks for \(verdict.quorum.description) to have cosigned")
        }
        return problems
    }

    /// `, and witnesses saw it by …`; nothing where none did.
    static func seen(by witnesses: [TrustPolicy.Verdict.Seen]) -> String {
        witnesses.map(\.time).min().map {
            ", and witnesses saw it by \(CheckpointPhrase.instant($0))"
        } ?? ""
    }
}
