/// A currency of ISO 4217, by its alphabetic code.
///
/// The codes are those of list one (current currency and funds codes) and of list three (withdrawn ones) as published
/// on 2026-01-01. Whether a withdrawn one was alive on the days of an amount is checked when it is recorded; it can
/// always be read.
public struct Currency: Hashable, Sendable {
    /// Three capital letters, such as `USD`.
    public let code: String

    /// Returns nil unless `code` is on one of the lists.
    public init?(_ code: String) {
        guard Self.minorUnitsByCode[code] != nil || RetiredCurrencies.byCode[code] != nil else {
            return nil
        }
        self.code = code
    }

    /// No currency, as ISO 4217 writes it.
    public static let absent = Currency(listed: "XXX")

    private init(listed code: String) { self.code = code }

    /// How many decimals the currency's smallest unit has; nil where ISO 4217 says "N.A.", as for gold, or where
    /// what it said of a withdrawn one is not known.
    public var minorUnits: Int? {
        if let units = Self.minorUnitsByCode[code] { return units }
        return RetiredCurrencies.byCode[code]?.minorUnits
    }

    /// The first day of a withdrawn currency; nil for a current one, and where it is not known.
    public var firstDay: Day? { RetiredCurrencies.byCode[code]?.first }

    /// The last day of a withdrawn currency; nil for a current one.
    public var lastDay: Day? { RetiredCurrencies.byCode[code]?.last }

    /// Every current code, in alphabetical order.
    public static let allCodes: [String] = minorUnitsByCode.keys.sorted()

    /// Every withdrawn code, in alphabetical order.
    public static let retiredCodes: [String] = RetiredCurrencies.byCode.keys.sorted()

    private static let minorUnitsByCode: [String: Int?] = {
        let codesByMinorUnits: [(Int?, String)] = [
            (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
            (2, twoDecimals),
            (3, "BHD IQD JOD KWD LYD OMR TND"),
            (4, "CLF UYW"),
            (nil, "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX"),
        ]
        var minorUnits: [String: Int?] = [:]
        for (units, codes) in codesByMinorUnits {
            for code in codes.split(separator: " ") {
                minorUnits.updateValue(units, forKey: String(code))
            }
        }
        return minorUnits
    }()

    private static let twoDecimals = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
        CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP \
        GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK \
        LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO \
        NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS \
        SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST \
        XAD XCD XCG YER ZAR ZMW ZWG
        """
}

extension Currency: CustomStringConvertible {
    public var description: String { code }
}
