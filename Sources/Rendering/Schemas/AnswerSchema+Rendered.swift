extension AnswerSchema {
    /// The schemas of every answer that `Rendering` writes, by name.
    public static let rendered: [AnswerSchema] = [
        AgreementsJSON.schema, CalendarJSON.schema, CheckpointJSON.schema,
        CheckpointJSON.listSchema, ConflictsJSON.schema, ProofJSON.consistencySchema,
        DiagnosisJSON.schema, PortfolioJSON.schema, AuditJSON.importSchema,
        ProofJSON.inclusionSchema, LogJSON.schema, PayableJSON.schema, PreviewJSON.schema,
        ProofReportJSON.schema, ReceiptsJSON.schema, RecordingJSON.schema, RedlineJSON.schema,
        RedlineStatJSON.schema, RedlineJSON.stepsSchema, StateDocument.schema,
        ConformedCopyJSON.schema,
        TimelineJSON.schema, AuditJSON.schema, ExplanationJSON.schema,
    ].sorted { $0.what < $1.what }
}
