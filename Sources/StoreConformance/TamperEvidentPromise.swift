public import EventStore
import Ledger

/// The promises that `TamperEvidentStore` adds, one case each; every such store's tests run them all.
public enum TamperEvidentPromise: String, CaseIterable, Sendable {
    case entriesNameTheBook
    case leavesAreTheHashesOfEntries
    case rowsAreAllThatIsStored
    case rowsComeInPages
    case rootsAreThoseOfTheLeaves
    case inclusionIsProved
    case consistencyIsProved
    case sizesBeyondTheHeadAreRefused
    case checkpointsComeBackByteForByte
    case checkpointsComeInOrder
    case sameCheckpointAgainChangesNothing
    case laterSignaturesStandAtTheEnd
    case tooManySignaturesAreRefused
    case foreignCheckpointsAreRefused
    case falseCheckpointsAreRefused
    case redactionTakesThePayloadOut
    case redactionLeavesTheTreeAlone
    case remainsAreProvedByTheRedaction
    case secondRedactionLeavesTheRemains
    case redactedRecordingsKeepTheirKey
    case redactingNothingIsRefused
    case signaturesAreKept
    case falseSealsAreRefused
    case soundBooksHaveNoFaults

    /// Checks this promise on a new, empty store.
    ///
    /// - Parameter makeStore: makes a store whose clock is `clock`.
    /// - Throws: `BrokenPromise` that says what was found, also where the store threw what it should not;
    ///   what `makeStore` throws.
    public func check(
        _ makeStore: @Sendable (_ clock: TestClock) async throws -> any TamperEvidentStore
    ) async throws {
        let clock = TestClock()
        let store = try await makeStore(clock)
        let conformance = TreeConformanceCheck(
            store: store, basic: ConformanceCheck(promise: rawValue, store: store, clock: clock))
        do { try await run(conformance) } catch let broken as BrokenPromise { throw broken } catch {
            throw BrokenPromise(promise: rawValue, found: "it threw \(error)")
        }
    }

    private func run(_ conformance: TreeConformanceCheck) async throws {
        switch self {
        case .entriesNameTheBook: try await conformance.entriesNameTheBook()
        case .leavesAreTheHashesOfEntries: try await conformance.leavesAreHashes()
        case .rowsAreAllThatIsStored: try await conformance.rowsAreAllThatIsStored()
        case .rowsComeInPages: try await conformance.rowsComeInPages()
        case .rootsAreThoseOfTheLeaves: try await conformance.rootsAreThoseOfTheLeaves()
        case .inclusionIsProved: try await conformance.inclusionIsProved()
        case .consistencyIsProved: try await conformance.consistencyIsProved()
        case .sizesBeyondTheHeadAreRefused: try await conformance.sizesBeyondTheHead()
        case .checkpointsComeBackByteForByte: try await conformance.checkpointsComeBack()
        case .checkpointsComeInOrder: try await conformance.checkpointsComeInOrder()
        case .sameCheckpointAgainChangesNothing: try await conformance.sameCheckpointAgain()
        case .laterSignaturesStandAtTheEnd: try await conformance.laterSignatures()
        case .tooManySignaturesAreRefused: try await conformance.tooManySignatures()
        case .foreignCheckpointsAreRefused: try await conformance.foreignCheckpoints()
        case .falseCheckpointsAreRefused: try await conformance.falseCheckpoints()
        case .redactionTakesThePayloadOut: try await conformance.redactionTakesThePayloadOut()
        case .redactionLeavesTheTreeAlone: try await conformance.redactionLeavesTheTreeAlone()
        case .remainsAreProvedByTheRedaction: try await conformance.remainsAreProved()
        case .secondRedactionLeavesTheRemains: try await conformance.secondRedaction()
        case .redactedRecordingsKeepTheirKey: try await conformance.redactedRecordingsKeepTheirKey()
        case .redactingNothingIsRefused: try await conformance.redactingNothing()
        case .signaturesAreKept: try await conformance.signaturesAreKept()
        case .falseSealsAreRefused: try await conformance.falseSeals()
        case .soundBooksHaveNoFaults: try await conformance.soundBooksHaveNoFaults()
        }
    }
}
