import Questions
import SystemTime
import Terms

extension CommandEnvironment {
    /// Now, by the environment's clock, with the days that it is in the zones that this machine knows.
    ///
    /// - Parameter today: the day that is taken for today in every zone; nil for the one that is set, else the clock's.
    func moment(today: Day? = nil) -> Moment {
        if let today = today ?? settings.value(\.today) { return Moment(clock(), today: today) }
        return Moment(at: clock())
    }
}
