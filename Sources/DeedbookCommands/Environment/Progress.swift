import Terms

/// Progress on the errors' terminal, for what takes more than a second.
struct Progress {
    private let verb: String
    private var total: Int
    private let environment: CommandEnvironment
    private let start: Instant
    private var done = 0
    private var last: Instant
    private var isShown = false

    init(_ verb: String, of total: Int, in environment: CommandEnvironment) {
        self.verb = verb
        self.total = total
        self.environment = environment
        start = environment.clock()
        last = start
    }

    /// Notes one more done, and shows it where a second has passed and a tenth since the last time.
    mutating func advance() { reach(done + 1, of: total) }

    /// The same for many at once.
    mutating func reach(_ done: Int, of total: Int) {
        self.done = done
        self.total = total
        guard environment.errors.isTerminal else { return }
        let now = environment.clock()
        guard now.microseconds - start.microseconds > 1_000_000,
            now.microseconds - last.microseconds > 100_000
        else { return }
        last = now
        isShown = true
        // Progress that cannot be shown is no reason to stop.
        try? environment.errors.write("\r\(verb) \(done) of \(total), \(rate(at: now)) a second")
    }

    private func rate(at now: Instant) -> Int {
        let elapsed = max(1, now.microseconds - start.microseconds)
        return Int(Double(done) * 1_000_000 / Double(elapsed))
    }

    /// Wipes the line.
    mutating func finish() {
        guard isShown else { return }
        isShown = false
        try? environment.errors.write("\r\u{1B}[K")
    }
}
