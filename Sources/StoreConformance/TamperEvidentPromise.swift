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
        let trial = TreeTrial(
            store: store, basic: Trial(promise: rawValue, store: store, clock: clock))
        do { try await run(trial) } catch let broken as BrokenPromise { throw broken } catch {
            throw BrokenPromise(promise: rawValue, found: "it threw \(error)")
        }
    }

    private func run(_ trial: TreeTrial) async throws {
        switch self {
        case .entriesNameTheBook: try await trial.entriesNameTheBook()
        case .leavesAreTheHashesOfEntries: try await trial.leavesAreHashes()
        case .rowsAreAllThatIsStored: try await trial.rowsAreAllThatIsStored()
        case .rowsComeInPages: try await trial.rowsComeInPages()
        case .rootsAreThoseOfTheLeaves: try await trial.rootsAreThoseOfTheLeaves()
        case .inclusionIsProved: try await trial.inclusionIsProved()
        case .consistencyIsProved: try await trial.consistencyIsProved()
        case .sizesBeyondTheHeadAreRefused: try await trial.sizesBeyondTheHead()
        case .checkpointsComeBackByteForByte: try await trial.checkpointsComeBack()
        case .checkpointsComeInOrder: try await trial.checkpointsComeInOrder()
        case .sameCheckpointAgainChangesNothing: try await trial.sameCheckpointAgain()
        case .laterSignaturesStandAtTheEnd: try await trial.laterSignatures()
        case .tooManySignaturesAreRefused: try await trial.tooManySignatures()
        case .foreignCheckpointsAreRefused: try await trial.foreignCheckpoints()
        case .falseCheckpointsAreRefused: try await trial.falseCheckpoints()
        case .redactionTakesThePayloadOut: try await trial.redactionTakesThePayloadOut()
        case .redactionLeavesTheTreeAlone: try await trial.redactionLeavesTheTreeAlone()
        case .remainsAreProvedByTheRedaction: try await trial.remainsAreProved()
        case .secondRedactionLeavesTheRemains: try await trial.secondRedaction()
        case .redactedRecordingsKeepTheirKey: try await trial.redactedRecordingsKeepTheirKey()
        case .redactingNothingIsRefused: try await trial.redactingNothing()
        case .signaturesAreKept: try await trial.signaturesAreKept()
        case .falseSealsAreRefused: try await trial.falseSeals()
        case .soundBooksHaveNoFaults: try await trial.soundBooksHaveNoFaults()
        }
    }
}
