import Amendments
import Ledger
public import Questions
import Terms

/// The documents of an agreement as JSON, schema `deedbook/instruments/1`.
public enum InstrumentsJSON {
    static let answer = JSONAnswer<InstrumentsQuestion.Content>(
        "instruments", "the documents of an agreement, and which have effect on a day",
        command: "deedbook instruments AGREEMENT --format json",
        .member("agreement", .agreement, \.agreement),
        .member("title", .text, \.title),
        .member("zone", .text, \.zone),
        .all(of: QuestionJSON.members) { ($0.vantage, $0.resolved) },
        .list("instruments", instrument, \.instruments)
            .described("In the order in which the parties agreed them."),
        .list("missingNumbers", .integer, \.instruments.missingNumbers)
            .described("Numbers between the least and the greatest that no document has."),
        .member("others", .count, \.others)
            .described("Recordings that report on the agreement and change nothing."))

    public static func render(_ answer: Answer<InstrumentsQuestion>) -> String {
        self.answer.text(of: answer.content)
    }

    private static let instrument = Shape<StandingInstrument>.object(
        .member("instrument", Shape(Instrument.codec), \.header.instrument),
        .member("standing", .words, \.standing),
        .member("effective", .bound, \.effective),
        .member("disclosed", .date, \.header.disclosed),
        .member("grade", .grade, \.grade),
        .member("isRead", .flag, \.isRead),
        .list("recordings", recording, \.recordings),
        .list("terms", .term, \.terms)
            .described("The terms that hold that day and of which it made something."),
        .list("consents", consent, \.consents).described("The consents that it gives."),
        .list("causes", CauseJSON.shape, \.causes).described("What ended it or took its place.")
    ).named("standing-instrument")

    private static let consent = Shape<ConsentGiven>.object(
        .member("term", .term, \.term),
        .member("by", .text, \.consent.displayText),
        .member("to", .text, \.to)
    ).named("consent-of-instrument")

    private static let recording = Shape<RecordingHeader>.object(
        .member("recording", .recording, \.key),
        .member("disclosed", .date, \.disclosed),
        .list("sources", CauseJSON.source, \.sources)
    ).named("recording-of-instrument")
}
