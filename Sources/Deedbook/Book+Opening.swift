public import EventStore
public import Questions
import StoreSQLite
public import SystemTime
public import Terms

extension Book {
    /// Opens a book file that is there.
    ///
    /// Other processes may use the file at the same time. A book that is opened to be read is never changed, nor is
    /// the place where it lies.
    ///
    /// - Parameters:
    ///   - path: the file, such as `book.deedbook`.
    ///   - writable: whether recordings may be added.
    ///   - clock: gives the instant of each recording; that of the system unless another is given.
    /// - Throws: `inaccessible` where there is no such file or it cannot be read, `notABook`, `newerFormat`,
    ///   `olderFormat` or `busy`; then nothing was changed.
    public static func open(
        path: String, writable: Bool = false,
        clock: @escaping @Sendable () -> Instant = { SystemClock.now() }
    ) throws(DeedbookError) -> Book {
        Book(
            store: try SQLiteStore(
                path: path, mode: writable ? .readWrite : .readOnly, clock: clock))
    }

    /// Opens a book file to record in it, and makes an empty one where there is none.
    ///
    /// - Parameters:
    ///   - path: the file, such as `book.deedbook`; its folder must be there.
    ///   - clock: gives the instant of each recording; that of the system unless another is given.
    /// - Throws: as ``open(path:writable:clock:)``; `inaccessible` where the file cannot be made.
    public static func create(
        path: String, clock: @escaping @Sendable () -> Instant = { SystemClock.now() }
    ) throws(DeedbookError) -> Book {
        Book(store: try SQLiteStore(path: path, mode: .create, clock: clock))
    }

    /// An empty book in memory, which lasts as long as the value: for tests and trials.
    ///
    /// - Parameter clock: gives the instant of each recording; that of the system unless another is given.
    public static func inMemory(
        clock: @escaping @Sendable () -> Instant = { SystemClock.now() }
    ) -> Book {
        Book(store: InMemoryStore(clock: clock))
    }
}
