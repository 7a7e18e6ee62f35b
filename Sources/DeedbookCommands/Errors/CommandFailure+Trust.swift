import Audit
import Ledger
import Terms
import Transparency

extension CommandFailure {
    init(_ error: KeeperError) {
        switch error {
        case .store(let error): self.init(error)
        case .note(let error):
            self.init(.badData, "the checkpoint cannot be signed: \(error)")
        case .inconsistent(let signed, let now, let detail):
            self.init(
                .badData,
                "nothing was signed: the book of \(now.size) events does not continue the checkpoint "
                    + "of #\(signed.size) that was signed before: \(detail)\n"
                    + "  signed before: size \(signed.size), root \(signed.root.base64)\n"
                    + "  the book now:  size \(now.size), root \(now.root.base64)",
                hint: "keep the book as it is, and find out what happened with: deedbook verify")
        case .entryAltered(let position):
            self.init(
                .badData, "nothing was signed: the entry at \(position) was altered",
                hint: "see everything that is wrong with: deedbook verify")
        }
    }

    init(_ error: EvidenceError) {
        switch error {
        case .store(let error): self.init(error)
        case .noCheckpoint(let position):
            self.init(
                .badData, "no signed checkpoint covers \(position) yet",
                hint: "make one with: deedbook checkpoint --key FILE")
        case .inconsistent(let error, let old, let new):
            self.init(
                .rolledBack,
                "the book does not continue the checkpoint of #\(old.size): \(error)\n"
                    + "  the checkpoint: size \(old.size), root \(old.root.base64)\n"
                    + "  the book:       size \(new.size), root \(new.root.base64)",
                hint:
                    "keep the checkpoint: it is evidence; see more with: deedbook verify --against FILE"
            )
        }
    }
}
