public import ArgumentParser

/// The root of the command line.
public struct Deedbook: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "deedbook",
        abstract: "Records amendments as events; shows the terms in force on any date.",
        discussion: """
            A book holds recordings: one instrument each, never changed. Ask it for the terms in \
            force on a day, as far as was disclosed by a day, or for what differs between two days \
            and which instrument caused it.

              deedbook record Events
              deedbook terms microsoft-openai --on 2026-04-28
              deedbook diff microsoft-openai 2026-04-26 2026-04-28
            """,
        version: "0.1.0",
        subcommands: [
            RecordCommand.self, ImportTableCommand.self, ImportOCDSCommand.self, CheckCommand.self,
            TidyCommand.self,
            NewCommand.self, AttachCommand.self,
            AgreementsCommand.self, TermsCommand.self, DiffCommand.self, ConflictsCommand.self,
            WhyCommand.self, TimelineCommand.self, CalendarCommand.self, FindCommand.self,
            PayableCommand.self, InstrumentsCommand.self,
            LogCommand.self,
            ShowCommand.self, KeygenCommand.self, CheckpointCommand.self,
            VerifyCommand.self, ProveCommand.self, VerifyProofCommand.self, WitnessCommand.self,
            TilesCommand.self, BackupCommand.self, ExportCommand.self, ImportCommand.self,
            DoctorCommand.self,
            RebuildCommand.self,
            SchemaCommand.self, ConfigCommand.self, ExitStatusCommand.self,
        ])

    public init() {}
}
