public import Amendments
public import EventStore
import Ledger
public import Terms

/// What does one recording say?
public struct ShowQuestion: Question {
    public var recording: RecordingKey

    /// A recording as it stands in the book, with what was said of it since.
    public struct Content: Signed, Hashable, Sendable {
        public var recording: LoggedRecording
        /// What sources say of its instrument.
        public var reports: InstrumentReports
        /// Who signed it, under its key; empty where it is not signed.
        public var signers: RecordingSigners
        /// Its events whose payload was taken out, each with the event that did it.
        public var redactions: [Position: Position]
        /// The documents of its sources, also those that later recordings name.
        public var documents: [NamedDocument]
    }

    public init(_ recording: RecordingKey) { self.recording = recording }

    public var basis: Basis { .recorded }

    /// - Throws: `unknownRecording` with the keys that are nearest.
    public func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<ShowQuestion> {
        let logged = try await inquiry.book.recording(recording)
        let lookup = EntryLookup(inquiry.book)
        return Answer(
            self,
            Content(
                recording: logged, reports: try await inquiry.book.reports(on: logged),
                signers: try await lookup.signers(of: [logged]),
                redactions: try await lookup.redactions(in: logged),
                documents: try await inquiry.book.documents(of: logged)))
    }
}
