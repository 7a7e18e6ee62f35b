import Foundation

/// Why a run ends before its time; a crash has the status of its signal.
enum Exit: Int32 {
    case broken = 1
    case usage = 2
    case hang = 3
    case memory = 4

    /// Ends the process without looking back: the thread at work may be stuck.
    func leave(_ message: String) -> Never {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
        _exit(rawValue)
    }
}

enum Clock {
    /// Seconds that only grow.
    static var seconds: Double { read(CLOCK_MONOTONIC) }

    /// Seconds that this process was at work.
    static var processorSeconds: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

enum Memory {
    /// The most resident memory the process ever had.
    static var peakMebibytes: Int {
        var usage = rusage()
        getrusage(CInt(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) / 1024
    }

    static func limitAddressSpace(gibibytes: UInt) {
        var limit = rlimit(rlim_cur: gibibytes << 30, rlim_max: gibibytes << 30)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    }
}
