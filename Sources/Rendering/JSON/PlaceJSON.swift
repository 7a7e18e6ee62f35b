import Ledger
import Notation
import Terms

/// Who has come into the place of a party that a term names, in JSON.
enum PlaceJSON {
    static func list(_ places: [PartyPlace]) -> Node { .list(places.map(node(of:))) }

    private static func node(of place: PartyPlace) -> Node {
        .object([
            ("party", .string(place.party.text)),
            ("successors", .texts(place.successors.map(\.text))),
            ("holder", .string(place.holder.text)),
            ("isCertain", .boolean(place.isCertain)),
            ("text", .string(place.text)),
        ])
    }

    static let schema = Schema.reference(
        "succession",
        to: .record([
            ("party", .party.described("The party as the term names it.")),
            ("successors", .list(.party).described("Who came into its place, in order of effect.")),
            ("holder", .party.described("Who stands in its place, or may.")),
            (
                "isCertain",
                .boolean.described("False where the day of the last succession is not known.")
            ),
            ("text", .string),
        ]))
}
