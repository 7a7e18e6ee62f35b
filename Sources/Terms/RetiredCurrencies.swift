/// The currencies that ISO 4217 has withdrawn: its list three, as published on 2026-01-01.
///
/// ISO states the month of a withdrawal; a currency is taken to have lived to the end of that month, or to the last
/// day on which it was still legal tender (Unicode CLDR 46) where that lies less than half a year later. ISO states
/// no beginnings: the first day is that of CLDR, and open for what is older than the standard (1978). A code is never
/// taken off this list, so that what was recorded stays readable.
enum RetiredCurrencies {
    struct Entry: Hashable, Sendable {
        /// nil where it lived before the standard, or its first day is not known.
        var first: Day?
        var last: Day
        /// The decimals ISO gave while it was current; nil where it gave none, or that is not known (before 1999).
        var minorUnits: Int?
    }

    static let byCode: [String: Entry] = {
        var entries: [String: Entry] = [:]
        for row in rows.split(separator: ",") {
            let words = row.split(separator: " ").map(String.init)
            guard words.count == 4, let last = Day(words[2]) else { continue }
            entries[words[0]] = Entry(first: Day(words[1]), last: last, minorUnits: Int(words[3]))
        }
        return entries
    }()

    /// Code, first day, last day, decimals.
    private static let rows = """
        ADP .. 2003-07-31 0, AFA .. 2003-01-31 2, ALK .. 1989-12-31 -, \
        ANG .. 2025-06-30 2, AOK .. 1991-03-31 -, AON 1990-09-25 2000-02-29 2, \
        AOR 1995-07-01 2000-02-29 2, ARA 1985-06-14 1992-01-31 -, ARP 1983-06-01 1985-07-31 -, \
        ARY .. 1990-12-31 -, ATS .. 2002-03-31 2, AYM .. 2005-10-31 2, \
        AZM 1993-11-22 2005-12-31 2, BAD 1992-07-01 1998-07-31 -, BEC .. 1990-03-31 -, \
        BEF .. 2002-03-31 0, BEL .. 1990-03-31 -, BGJ .. 1990-12-31 -, \
        BGK .. 1990-12-31 -, BGL .. 2003-11-30 2, BGN 1999-07-05 2026-01-31 2, \
        BOP .. 1987-02-28 -, BRB .. 1986-03-31 -, BRC 1986-02-28 1989-02-28 -, \
        BRE 1990-03-16 1993-08-01 -, BRN 1989-01-15 1990-03-31 -, BRR 1993-08-01 1994-07-31 -, \
        BUK .. 1990-02-28 -, BYB 1994-08-01 2001-01-31 0, BYR 2000-01-01 2017-01-31 0, \
        CHC .. 2004-11-30 2, CSD 2002-05-15 2006-10-31 2, CSJ .. 1990-12-31 -, \
        CSK .. 1993-03-31 -, CUC 1994-01-01 2021-06-30 2, CYP .. 2008-01-31 2, \
        DDM .. 1990-10-02 -, DEM .. 2002-03-31 2, ECS .. 2000-10-02 2, \
        ECV 1993-05-23 2000-09-30 2, EEK 1992-06-21 2011-01-31 2, ESA 1978-01-01 1981-12-31 -, \
        ESB .. 1994-12-31 -, ESP .. 2002-03-31 0, FIM .. 2002-03-31 2, \
        FRF .. 2002-03-31 2, GEK 1993-04-05 1995-10-31 -, GHC 1979-03-09 2008-01-31 2, \
        GHP .. 2007-06-30 2, GNE .. 1989-12-31 -, GNS .. 1986-02-28 -, \
        GQE .. 1986-06-30 -, GRD .. 2002-03-31 0, GWE .. 1981-12-31 -, \
        GWP .. 1997-05-31 -, HRD 1991-12-23 1995-01-31 -, HRK 1994-05-30 2023-01-31 2, \
        IEP .. 2002-03-31 2, ILP .. 1981-12-31 -, ILR 1980-02-22 1990-12-31 -, \
        ISJ .. 1990-12-31 -, ITL .. 2002-03-31 0, LAJ .. 1979-12-31 -, \
        LSM .. 1985-05-31 -, LTL 1993-06-25 2014-12-31 2, LTT 1992-10-01 1993-07-31 -, \
        LUC .. 1990-03-31 -, LUF .. 2002-03-31 0, LUL .. 1990-03-31 -, \
        LVL 1993-06-28 2014-01-31 2, LVR 1992-05-07 1994-12-31 -, MGF .. 2004-12-31 0, \
        MLF .. 1984-11-30 -, MRO .. 2018-06-30 2, MTL .. 2008-01-31 2, \
        MTP .. 1983-06-30 -, MVQ .. 1989-12-31 -, MXP .. 1993-01-31 -, \
        MZE .. 1981-12-31 -, MZM 1980-06-16 2006-12-31 2, NIC 1988-02-15 1991-04-30 -, \
        NLG .. 2002-03-31 2, PEH .. 1990-12-31 -, PEI 1985-02-01 1991-07-31 -, \
        PES .. 1986-02-28 -, PLZ .. 1997-01-31 -, PTE .. 2002-03-31 0, \
        RHD .. 1981-12-31 -, ROK .. 1990-12-31 -, ROL .. 2005-06-30 2, \
        RUR 1991-12-25 2004-01-31 2, SDD 1992-06-08 2007-07-31 2, SDP .. 1998-06-30 -, \
        SIT 1992-10-07 2007-01-31 2, SKK 1992-12-31 2009-01-31 2, SLL .. 2023-12-31 2, \
        SRG .. 2003-12-31 2, STD .. 2017-12-31 2, SUR .. 1990-12-31 -, \
        TJR 1995-05-10 2001-04-30 2, TMM 1993-11-01 2009-01-31 2, TPE .. 2002-11-30 0, \
        TRL .. 2005-12-31 0, UAK 1992-11-13 1996-09-30 -, UGS .. 1987-05-31 -, \
        UGW .. 1990-12-31 -, USS .. 2014-03-31 2, UYN .. 1989-12-31 -, \
        UYP .. 1993-03-31 -, VEB .. 2008-06-30 2, VEF 2008-01-01 2018-08-31 2, \
        VNC .. 1990-12-31 -, XEU 1979-01-01 1999-01-31 2, XFO .. 2006-10-31 -, \
        XFU .. 2013-11-30 -, XRE .. 1999-11-30 -, YDD .. 1991-09-30 -, \
        YUD .. 1990-01-31 -, YUM 1994-01-24 2003-07-31 2, YUN 1990-01-01 1995-11-30 -, \
        ZAL 1985-09-01 1995-03-31 -, ZMK .. 2013-01-01 2, ZRN 1993-11-01 1999-06-30 2, \
        ZRZ .. 1994-02-28 -, ZWC .. 1989-12-31 -, ZWD 1980-04-18 2008-08-31 2, \
        ZWL 2009-02-02 2024-09-30 2, ZWN .. 2006-09-30 2, ZWR 2008-08-01 2009-06-30 2
        """
}
