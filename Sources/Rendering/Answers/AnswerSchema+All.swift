public import Notation

extension AnswerSchema {
    /// The schema of every JSON answer, by name.
    public static let all = declared.sorted { $0.what < $1.what }

    /// One that is left out here has golden pages without a schema, which a test finds.
    private static let declared: [AnswerSchema] = [
        AgreementsJSON.answer.schema,
        AttachedJSON.answer.schema,
        AuditJSON.answer.schema,
        AuditJSON.importAnswer.schema,
        BackupJSON.answer.schema,
        CalendarJSON.answer.schema,
        CheckedJSON.answer.schema,
        CheckpointJSON.answer.schema,
        CheckpointJSON.listAnswer.schema,
        ConflictsJSON.answer.schema,
        ConformedCopyJSON.answer.schema,
        ContinuationReportJSON.answer.schema,
        DiagnosisJSON.answer.schema,
        ExplanationJSON.answer.schema,
        FilesJSON.answer.schema,
        InstrumentsJSON.answer.schema,
        KeyJSON.answer.schema,
        LeafReportJSON.answer.schema,
        LogJSON.answer.schema,
        NoteReportJSON.answer.schema,
        PayableJSON.answer.schema,
        PortfolioJSON.answer.schema,
        PreviewJSON.answer.schema,
        ProofJSON.consistencyAnswer.schema,
        ProofJSON.inclusionAnswer.schema,
        ProofReportJSON.answer.schema,
        RebuiltJSON.answer.schema,
        ReceiptsJSON.answer.schema,
        RecordingJSON.answer.schema,
        RedlineJSON.answer.schema,
        RedlineJSON.stepsAnswer.schema,
        RedlineStatJSON.answer.schema,
        SchemaListJSON.answer.schema,
        SettingRows.answer.schema,
        StateDocument.answer.schema,
        StatusRows.answer.schema,
        TidiedRows.answer.schema,
        TilesJSON.answer.schema,
        TimelineJSON.answer.schema,
    ]

    /// One document for every answer: each is a definition of its own, what they share is there once.
    public static let bundle = Schema.any(
        of: all.map { .reference("\($0.what).\($0.version)", to: $0.schema) }
    ).document(
        id: "https://deedbook.dev/schemas/\(bundleName)", title: "A JSON answer of Deedbook")

    /// The name of the file of `bundle`.
    public static let bundleName = "answers.schema.json"

    /// The schema of the answer that is called so: `terms`, `terms/1` or `deedbook/terms/1`.
    public static func named(_ name: String) -> AnswerSchema? {
        all.first { [$0.what, "\($0.what)/\($0.version)", $0.mark].contains(name) }
    }
}
