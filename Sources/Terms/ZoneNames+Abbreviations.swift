extension ZoneNames {
    /// Zones that an abbreviation in everyday use may mean, the likeliest first; none where it is not known as one.
    ///
    /// An abbreviation is no zone: it names one half of the year, or clocks of several places. What the tz database
    /// itself has as a name (`EST`, `CET`, `GMT`) is not here.
    public static func places(abbreviated text: String) -> [String] {
        placesByAbbreviation[text.uppercased()] ?? []
    }

    /// Every abbreviation with its places.
    package static let placesByAbbreviation: [String: [String]] = [
        // The Americas
        "PST": ["America/Los_Angeles"], "PDT": ["America/Los_Angeles"],
        "PT": ["America/Los_Angeles"],
        "MDT": ["America/Denver"], "MT": ["America/Denver"],
        "CST": ["America/Chicago", "Asia/Shanghai"], "CDT": ["America/Chicago"],
        "CT": ["America/Chicago"], "EDT": ["America/New_York"], "ET": ["America/New_York"],
        "AST": ["America/Halifax", "Asia/Riyadh"], "ADT": ["America/Halifax"],
        "NST": ["America/St_Johns"], "NDT": ["America/St_Johns"],
        "AKST": ["America/Anchorage"], "AKDT": ["America/Anchorage"], "HDT": ["America/Adak"],
        "BRT": ["America/Sao_Paulo"], "ART": ["America/Argentina/Buenos_Aires"],
        "CLT": ["America/Santiago"], "COT": ["America/Bogota"], "PET": ["America/Lima"],
        // Europe and Africa
        "BST": ["Europe/London"], "IST": ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"],
        "WEST": ["Europe/Lisbon"], "CEST": ["Europe/Berlin"], "MESZ": ["Europe/Berlin"],
        "MEZ": ["Europe/Berlin"], "EEST": ["Europe/Athens"], "MSK": ["Europe/Moscow"],
        "TRT": ["Europe/Istanbul"], "SAST": ["Africa/Johannesburg"], "CAT": ["Africa/Maputo"],
        "EAT": ["Africa/Nairobi"], "WAT": ["Africa/Lagos"],
        // Asia
        "IDT": ["Asia/Jerusalem"], "GST": ["Asia/Dubai"], "PKT": ["Asia/Karachi"],
        "ICT": ["Asia/Bangkok"], "WIB": ["Asia/Jakarta"], "SGT": ["Asia/Singapore"],
        "MYT": ["Asia/Kuala_Lumpur"], "PHT": ["Asia/Manila"], "HKT": ["Asia/Hong_Kong"],
        "JST": ["Asia/Tokyo"], "KST": ["Asia/Seoul"],
        // Australia and the Pacific
        "AWST": ["Australia/Perth"], "ACST": ["Australia/Adelaide"],
        "ACDT": ["Australia/Adelaide"], "AEST": ["Australia/Sydney", "Australia/Brisbane"],
        "AEDT": ["Australia/Sydney"], "NZST": ["Pacific/Auckland"], "NZDT": ["Pacific/Auckland"],
        "SST": ["Pacific/Pago_Pago"],
    ]
}
