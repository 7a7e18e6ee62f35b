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
        let conformance = ConformanceCheck(
            promise: rawValue, store: try await makeStore(clock), clock: clock)
        do { try await run(conformance) } catch let broken as BrokenPromise { throw broken } catch {
            throw BrokenPromise(promise: rawValue, found: "it threw \(error)")
        }
    }

    private func run(_ conformance: ConformanceCheck) async throws {
        switch self {
        case .positionsAreDenseFromOne: try await conformance.positionsAreDenseFromOne()
        case .positionsAreCommitOrdered: try await conformance.positionsAreCommitOrdered()
        case .appendIsAllOrNothing: try await conformance.appendIsAllOrNothing()
        case .wholeIsAllOrNothing: try await conformance.wholeIsAllOrNothing()
        case .expectedVersionIsChecked: try await conformance.expectedVersionIsChecked()
        case .versionAboveTheHeadFails: try await conformance.versionAboveTheHeadFails()
        case .sameKeyAndContentReturnsTheFirstReceipt: try await conformance.repeatedKey()
        case .sameKeyWithOtherContentIsRefused: try await conformance.reusedKey()
        case .keyIsDecidedBeforeVersion: try await conformance.keyIsDecidedBeforeVersion()
        case .bytesSurviveTheRoundTrip: try await conformance.bytesSurviveTheRoundTrip()
        case .everyKindSurvives: try await conformance.everyKindSurvives()
        case .digestsCoverThePayload: try await conformance.digestsCoverThePayload()
        case .recordedAtNeverGoesBack: try await conformance.recordedAtNeverGoesBack()
        case .concurrentAppendersNeverInterleave: try await conformance.concurrentAppenders()
        case .oneOfManyRivalsWins: try await conformance.oneOfManyRivalsWins()
        case .readersNeverSeeAGap: try await conformance.readersNeverSeeAGap()
        case .eventsOfAnAgreementThroughAPosition: try await conformance.throughAPosition()
        case .eventsAfterAPositionWithALimit: try await conformance.afterAPosition()
        case .eventsOfAnAgreementComeByPages: try await conformance.agreementByPages()
        case .eventsOfKindsComeAlone: try await conformance.eventsOfKinds()
        case .unknownAgreementIsEmpty: try await conformance.unknownAgreementIsEmpty()
        case .recordingsSpanAgreements: try await conformance.recordingsSpanAgreements()
        case .agreementsComeByPages: try await conformance.agreementsComeByPages()
        case .recordingIsFoundByItsKey: try await conformance.recordingIsFoundByItsKey()
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
