public import Notation

/// One field of a term kind: its name, what it holds, and whether a term must give it.
public struct FieldSchema: Sendable {
    /// As a recording spells it.
    public let name: FieldName
    /// What it holds where it is stated.
    public let type: FieldType
    /// Whether a term of the kind must give the field, be it only as `undisclosed` or `unknown`.
    public let isRequired: Bool
    /// What the field means, in a few words.
    public let summary: String
    /// A value of the field, where one of its type says little of it; no part of what the field is.
    var ownExample: String?
    /// The field of type bound that says until when this one holds as stated.
    public let limitedBy: FieldName?
    /// What this field falls to once that bound is reached.
    public let afterwards: Value?
    /// The field that says what this one reads while its term outlives the agreement.
    public let inRunOff: FieldName?

    /// How long what is stated is known to hold.
    public let standing: Standing

    /// How long a value is known to hold once it is stated.
    public enum Standing: Hashable, Sendable {
        /// Until it is changed.
        case lasting
        /// On the day as of which it is stated: from the next day on it may be another.
        case balance
        /// The same of a fact that an instrument recites: it goes on being read, with the day as of which it is stated.
        case recited
    }

    /// How the field is read and written.
    public let codec: Codec<ValueState>

    /// Describes one field; `limitedBy` and `afterwards` are given together or not at all.
    public init(
        _ name: FieldName, _ type: FieldType, isRequired: Bool, _ summary: String,
        limitedBy: FieldName? = nil, afterwards: Value? = nil, inRunOff: FieldName? = nil,
        standing: Standing = .lasting
    ) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
        self.summary = summary
        self.limitedBy = limitedBy
        self.afterwards = afterwards
        self.inRunOff = inRunOff
        self.standing = standing
        codec = ValueState.codec(for: type)
    }

    /// A field that every term of the kind gives.
    static func required(
        _ name: FieldName, _ type: FieldType, _ summary: String
    ) -> FieldSchema {
        FieldSchema(name, type, isRequired: true, summary)
    }

    /// A field that a term may leave out.
    static func optional(
        _ name: FieldName, _ type: FieldType, _ summary: String
    ) -> FieldSchema {
        FieldSchema(name, type, isRequired: false, summary)
    }

    /// A field that a term may leave out, and that says what there is on one day.
    static func balance(
        _ name: FieldName, _ type: FieldType, _ summary: String
    ) -> FieldSchema {
        FieldSchema(name, type, isRequired: false, summary, standing: .balance)
    }

    /// A field that a term may leave out, and that recites a fact as of its day.
    static func recited(
        _ name: FieldName, _ type: FieldType, _ summary: String
    ) -> FieldSchema {
        FieldSchema(name, type, isRequired: false, summary, standing: .recited)
    }
}

extension FieldSchema: Hashable {
    public static func == (lhs: FieldSchema, rhs: FieldSchema) -> Bool {
        lhs.name == rhs.name && lhs.type == rhs.type && lhs.isRequired == rhs.isRequired
            && lhs.summary == rhs.summary && lhs.limitedBy == rhs.limitedBy
            && lhs.afterwards == rhs.afterwards && lhs.inRunOff == rhs.inRunOff
            && lhs.standing == rhs.standing
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(type)
    }
}
