import EventStore
import Ledger
import Notation

extension DiagnosisJSON {
    /// The schema `deedbook/doctor/1`.
    public static let schema = AnswerSchema(
        "doctor", "how a book's file, disk and machine are",
        command: "deedbook doctor --format json",
        [
            ("book", .string),
            (
                "diagnoses",
                .list(
                    .record([
                        ("name", .string), ("value", .string),
                        ("verdict", .words(Diagnosis.Verdict.self)),
                        ("remark", .string.nullable),
                    ]))
            ),
        ])
}
