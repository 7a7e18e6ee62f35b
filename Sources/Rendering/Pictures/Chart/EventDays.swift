import Amendments
import Ledger
import Terms

extension RecordedEvent {
    /// The day a picture shows it on: the first on which it may hold, else the day it was disclosed.
    var pictureDay: Day { effective.possibleDays?.from ?? recording.disclosed.earliest }
}
