public import EventStore
import Ledger

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
    case positionsAreCommitOrdered
    case appendIsAllOrNothing
    case wholeIsAllOrNothing
    case expectedVersionIsChecked
    case versionAboveTheHeadFails
    case sameKeyAndContentReturnsTheFirstReceipt
    case sameKeyWithOtherContentIsRefused
    case keyIsDecidedBeforeVersion
    case bytesSurviveTheRoundTrip
    case everyKindSurvives
    case digestsCoverThePayload
    case recordedAtNeverGoesBack
    case concurrentAppendersNeverInterleave
    case oneOfManyRivalsWins
    case readersNeverSeeAGap
    case eventsOfAnAgreementThroughAPosition
    case eventsAfterAPositionWithALimit
    case eventsOfAnAgreementComeByPages
    case eventsOfKindsComeAlone
    case unknownAgreementIsEmpty
    case recordingsSpanAgreements
    case agreementsComeByPages
    case recordingIsFoundByItsKey

    /// Checks this promise on a new, empty store.
    ///
    /// - Parameter makeStore: makes a store whose clock is `clock`.
    /// - Throws: `BrokenPromise` that says what was found, also where the store threw what it should not;
    ///   what `makeStore` throws.
    public func check(
        _ makeStore: @Sendable (_ clock: TestClock) async throws -> any EventStore
    ) async throws {
        let clock = TestClock()
        let trial = Trial(promise: rawValue, store: try await makeStore(clock), clock: clock)
        do { try await run(trial) } catch let broken as BrokenPromise { throw broken } catch {
            throw BrokenPromise(promise: rawValue, found: "it threw \(error)")
        }
    }

    private func run(_ trial: Trial) async throws {
        switch self {
        case .positionsAreDenseFromOne: try await trial.positionsAreDenseFromOne()
        case .positionsAreCommitOrdered: try await trial.positionsAreCommitOrdered()
        case .appendIsAllOrNothing: try await trial.appendIsAllOrNothing()
        case .wholeIsAllOrNothing: try await trial.wholeIsAllOrNothing()
        case .expectedVersionIsChecked: try await trial.expectedVersionIsChecked()
        case .versionAboveTheHeadFails: try await trial.versionAboveTheHeadFails()
        case .sameKeyAndContentReturnsTheFirstReceipt: try await trial.repeatedKey()
        case .sameKeyWithOtherContentIsRefused: try await trial.reusedKey()
        case .keyIsDecidedBeforeVersion: try await trial.keyIsDecidedBeforeVersion()
        case .bytesSurviveTheRoundTrip: try await trial.bytesSurviveTheRoundTrip()
        case .everyKindSurvives: try await trial.everyKindSurvives()
        case .digestsCoverThePayload: try await trial.digestsCoverThePayload()
        case .recordedAtNeverGoesBack: try await trial.recordedAtNeverGoesBack()
        case .concurrentAppendersNeverInterleave: try await trial.concurrentAppenders()
        case .oneOfManyRivalsWins: try await trial.oneOfManyRivalsWins()
        case .readersNeverSeeAGap: try await trial.readersNeverSeeAGap()
        case .eventsOfAnAgreementThroughAPosition: try await trial.throughAPosition()
        case .eventsAfterAPositionWithALimit: try await trial.afterAPosition()
        case .eventsOfAnAgreementComeByPages: try await trial.agreementByPages()
        case .eventsOfKindsComeAlone: try await trial.eventsOfKinds()
        case .unknownAgreementIsEmpty: try await trial.unknownAgreementIsEmpty()
        case .recordingsSpanAgreements: try await trial.recordingsSpanAgreements()
        case .agreementsComeByPages: try await trial.agreementsComeByPages()
        case .recordingIsFoundByItsKey: try await trial.recordingIsFoundByItsKey()
        }
    }
}

/// What a store did instead of what it promised.
public struct BrokenPromise: Error, CustomStringConvertible {
    /// The name of a `Promise` or a `TamperEvidentPromise`.
    public let promise: String
    public let found: String

    public var description: String { "\(promise): \(found)" }
}
