public import Ledger

/// The promises of `EventStore`, one case each; every store's tests run them all.
///
/// ```swift
/// @Test(arguments: Promise.allCases)
/// func `keeps its promise`(_ promise: Promise) async throws {
///     try await promise.check { try SQLiteStore(…) }
/// }
/// ```
public enum Promise: String, CaseIterable, Sendable {
    case positionsAreDenseFromOne
    case appendIsAllOrNothing
    case expectedVersionIsChecked
    case versionAboveTheHeadFails
    case sameKeyAndContentReturnsTheFirstReceipt
    case sameKeyWithOtherContentIsRefused
    case keyIsDecidedBeforeVersion
    case bytesSurviveTheRoundTrip
    case digestsCoverThePayload
    case recordedAtNeverGoesBack
    case concurrentAppendersNeverInterleave
    case oneOfManyRivalsWins
    case readersNeverSeeAGap
    case eventsOfAnAgreementThroughAPosition
    case eventsAfterAPositionWithALimit
    case unknownAgreementIsEmpty
    case recordingsSpanAgreements

    /// Checks this promise on a new, empty store.
    ///
    /// - Parameter makeStore: makes a store whose clock is `clock`.
    /// - Throws: `BrokenPromise` that says what was found; whatever the store throws unexpectedly.
    public func check(
        _ makeStore: @Sendable (_ clock: TestClock) async throws -> any EventStore
    ) async throws {
        let clock = TestClock()
        let trial = Trial(promise: self, store: try await makeStore(clock), clock: clock)
        switch self {
        case .positionsAreDenseFromOne: try await trial.positionsAreDenseFromOne()
        case .appendIsAllOrNothing: try await trial.appendIsAllOrNothing()
        case .expectedVersionIsChecked: try await trial.expectedVersionIsChecked()
        case .versionAboveTheHeadFails: try await trial.versionAboveTheHeadFails()
        case .sameKeyAndContentReturnsTheFirstReceipt: try await trial.repeatedKey()
        case .sameKeyWithOtherContentIsRefused: try await trial.reusedKey()
        case .keyIsDecidedBeforeVersion: try await trial.keyIsDecidedBeforeVersion()
        case .bytesSurviveTheRoundTrip: try await trial.bytesSurviveTheRoundTrip()
        case .digestsCoverThePayload: try await trial.digestsCoverThePayload()
        case .recordedAtNeverGoesBack: try await trial.recordedAtNeverGoesBack()
        case .concurrentAppendersNeverInterleave: try await trial.concurrentAppenders()
        case .oneOfManyRivalsWins: try await trial.oneOfManyRivalsWins()
        case .readersNeverSeeAGap: try await trial.readersNeverSeeAGap()
        case .eventsOfAnAgreementThroughAPosition: try await trial.throughAPosition()
        case .eventsAfterAPositionWithALimit: try await trial.afterAPosition()
        case .unknownAgreementIsEmpty: try await trial.unknownAgreementIsEmpty()
        case .recordingsSpanAgreements: try await trial.recordingsSpanAgreements()
        }
    }
}

/// What a store did instead of what it promised.
public struct BrokenPromise: Error, CustomStringConvertible {
    public let promise: Promise
    public let found: String

    public var description: String { "\(promise.rawValue): \(found)" }
}
