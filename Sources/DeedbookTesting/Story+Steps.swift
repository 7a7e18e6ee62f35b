import Amendments
public import Terms

extension Story {
    /// The story after each of its recordings, oldest first; step through them to see what each did.
    public var steps: [Story] {
        events.indices.filter { index in
            index + 1 == events.count
                || events[index + 1].recording.key != events[index].recording.key
        }.map { at(events[$0].position.number) }
    }

    /// The story as the book held it once the recording with that key was made.
    ///
    /// - Throws: `UnknownEvent` when there is no such recording.
    public func after(_ key: RecordingKey) throws -> Story {
        guard let last = events.last(where: { $0.recording.key == key }) else {
            throw UnknownEvent(asked: key.text, known: keys)
        }
        return at(last.position.number)
    }

    /// The position of an event, such as `2026-04-27-revised-agreement#1`.
    ///
    /// - Throws: `UnknownEvent` when there is no such event.
    public func position(of reference: EventReference) throws -> Int {
        guard let event = events.first(where: { $0.reference == reference }) else {
            throw UnknownEvent(asked: reference.description, known: keys)
        }
        return event.position.number
    }

    private var keys: [RecordingKey] {
        events.reduce(into: []) { keys, event in
            if keys.last != event.recording.key { keys.append(event.recording.key) }
        }
    }
}

/// A recording or an event that a test names and the story does not have.
public struct UnknownEvent: Error, CustomStringConvertible {
    public let asked: String
    public let known: [RecordingKey]

    public var description: String {
        "'\(asked)' is not in the story; its recordings: "
            + known.map(\.text).joined(separator: ", ")
    }
}
