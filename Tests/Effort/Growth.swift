import Foundation

/// How the work of something grows with its input.
///
/// Counted in the processor's time of one thread, and only ever as a proportion: how fast the machine is, and what
/// else it is doing, is in both numbers.
public enum Growth {
    /// The work for an input eight times as large, as a multiple of that for the small one; each is the least of
    /// three runs.
    ///
    /// What is linear gives about 8, what is quadratic 64; `isLinear` parts them in the middle.
    ///
    /// - Parameter input: makes an input of a size; its time does not count.
    public static func eightfold<Input>(
        _ size: Int, of input: (Int) -> Input, _ work: (Input) -> Void
    ) -> Double {
        let (small, large) = (input(size), input(8 * size))
        return least { work(large) } / max(least { work(small) }, 0.000_1)
    }

    /// Whether work that grew so for eight times the input grows in proportion to it.
    public static func isLinear(_ growth: Double) -> Bool { growth < 24 }

    private static func least(_ work: () -> Void) -> Double {
        (0..<3).map { _ in
            let before = processorSeconds
            work()
            return processorSeconds - before
        }.min() ?? 0
    }

    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
