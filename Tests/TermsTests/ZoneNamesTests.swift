import Terms
import Testing

struct ZoneNamesTests {
    @Test(arguments: [
        "UTC", "America/Los_Angeles", "Europe/Berlin", "America/Argentina/Buenos_Aires",
        "Asia/Tokyo",
        "US/Pacific", "Asia/Calcutta", "EST5EDT", "Etc/GMT+8", "GMT", "Pacific/Kiritimati",
    ])
    func `zones and their older names are known`(name: String) {
        #expect(ZoneNames.contains(name))
    }

    @Test(arguments: [
        "america/los_angeles", "America/Los_Angles", "GMT+8", "UTC+1", "Mars/Phobos", "PST",
        "Berlin",
        "Factory", "Europe", "",
    ])
    func `what is no zone is not`(name: String) {
        #expect(!ZoneNames.contains(name))
    }

    @Test(arguments: [
        ("America/Los_Angles", "America/Los_Angeles"),
        ("america/los_angeles", "America/Los_Angeles"),
        ("America/LosAngeles", "America/Los_Angeles"), ("Europe/Berln", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"), ("Asia/Tokio", "Asia/Tokyo"), ("utc", "UTC"),
        ("Amercia/New_York", "America/New_York"), ("Pacific/Kirimati", "Pacific/Kiritimati"),
    ])
    func `a near miss is suggested first`(text: String, name: String) {
        #expect(ZoneNames.nearest(to: text).first == name)
    }

    @Test(arguments: ["Mars/Phobos", "Atlantis/Poseidonis", "x", ""])
    func `what is near nothing suggests nothing`(text: String) {
        #expect(ZoneNames.nearest(to: text).isEmpty)
    }

    @Test func `the list is that of the release it names`() {
        #expect(ZoneNames.release == "2025b")
        #expect(ZoneNames.all.count == 597)
    }

    @Test(arguments: [
        ("PST", ["America/Los_Angeles"]), ("pdt", ["America/Los_Angeles"]),
        ("EDT", ["America/New_York"]), ("CEST", ["Europe/Berlin"]), ("BST", ["Europe/London"]),
        ("IST", ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]), ("JST", ["Asia/Tokyo"]),
        ("AEST", ["Australia/Sydney", "Australia/Brisbane"]), ("XYZ", []),
    ])
    func `an abbreviation leads to the places that it may mean`(text: String, places: [String]) {
        #expect(ZoneNames.places(abbreviated: text) == places)
    }

    @Test func `every place of an abbreviation is a zone, and no abbreviation is`() {
        for (abbreviation, places) in ZoneNames.placesByAbbreviation {
            #expect(!ZoneNames.contains(abbreviation), "\(abbreviation)")
            #expect(!places.isEmpty && places.allSatisfy(ZoneNames.contains), "\(abbreviation)")
        }
    }
}
