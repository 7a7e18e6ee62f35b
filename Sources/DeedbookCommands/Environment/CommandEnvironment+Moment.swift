import Questions
import SystemTime

extension CommandEnvironment {
    /// Now, by the environment's clock, with the days that it is in the zones that this machine knows.
    var moment: Moment { Moment(at: clock()) }
}
