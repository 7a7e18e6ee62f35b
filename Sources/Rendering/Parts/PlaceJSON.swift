import Ledger
import Notation
import Terms

/// Who has come into the place of a party that a term names, in JSON.
enum PlaceJSON {
    static let shape = Shape<PartyPlace>.object(
        .member("party", .party, \.party).described("The party as the term names it."),
        .list("successors", .party, \.successors)
            .described("Who came into its place, in order of effect."),
        .member("holder", .party, \.holder).described("Who stands in its place, or may."),
        .member("isCertain", .flag, \.isCertain)
            .described("False where the day of the last succession is not known."),
        .list("members", .party, \.members)
            .described("Of a group, who is in it, or may be: bound through it."),
        .member("mayHaveOtherMembers", .flag, \.mayHaveOthers)
            .described("True for a group of which not every member is known."),
        .member("text", .text, \.text)
    ).named("succession")
}
