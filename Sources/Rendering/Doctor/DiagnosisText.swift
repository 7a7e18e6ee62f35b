public import EventStore
import Ledger
import Notation

/// How a book's file and machine are, as text: one line each, what is not good marked.
public enum DiagnosisText {
    public static func render(
        _ diagnoses: [Diagnosis], of path: String, options: TextOptions
    ) -> String {
        var page = TextPage(options)
        page.paragraph(StyledText("Doctor's report on \(path)", .strong), hang: 2)
        page.gap()
        let width = diagnoses.map { DisplayWidth.of($0.name) }.max() ?? 0
        for diagnosis in diagnoses {
            let remark = diagnosis.remark.map { "; \($0)" } ?? ""
            page.row(
                StyledText(diagnosis.name), StyledText(diagnosis.value + remark, role(diagnosis)),
                labelWidth: min(width, 24), indent: 2, lead: StyledText(mark(diagnosis), .warning))
        }
        page.gap()
        page.paragraph(StyledText(conclusion(of: diagnoses), .strong))
        return page.text
    }

    private static func mark(_ diagnosis: Diagnosis) -> String {
        switch diagnosis.verdict {
        case .good: ""
        case .doubtful: "?"
        case .bad: "!"
        }
    }

    private static func role(_ diagnosis: Diagnosis) -> Role {
        diagnosis.verdict == .good ? .plain : .warning
    }

    private static func conclusion(of diagnoses: [Diagnosis]) -> String {
        let bad = diagnoses.count { $0.verdict == .bad }
        let doubtful = diagnoses.count { $0.verdict == .doubtful }
        switch (bad, doubtful) {
        case (0, 0): return "all is well"
        case (0, _): return "\(doubtful) to look at (?)"
        case (_, 0): return "\(bad) to be mended (!)"
        case (_, _): return "\(bad) to be mended (!), \(doubtful) to look at (?)"
        }
    }
}

/// The same as JSON, schema `deedbook/doctor/1`.
public enum DiagnosisJSON {
    static let answer = JSONAnswer<(diagnoses: [Diagnosis], path: String)>(
        "doctor", "how a book's file, disk and machine are",
        command: "deedbook doctor --format json",
        .member("book", .text, \.path),
        .list("diagnoses", diagnosis, \.diagnoses))

    public static func render(_ diagnoses: [Diagnosis], of path: String) -> String {
        answer.text(of: (diagnoses, path))
    }

    private static let diagnosis = Shape<Diagnosis>.object(
        .member("name", .text, \.name),
        .member("value", .text, \.value),
        .member("verdict", .words, \.verdict),
        .nullable("remark", .text, \.remark))
}
