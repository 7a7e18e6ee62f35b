extension BusinessCalendars {
    /// The calendars that need no definition, as their sources stood in November 2026. A day that is proclaimed later
    /// is not in them: who must count by it defines a calendar of that name.
    ///
    /// - `new-york`: the holidays of the Federal Reserve Bank of New York, from the first year of the Uniform Monday
    ///   Holiday Act (Public Law 90-363): 5 U.S.C. 6103(a), and "Holiday Schedules" of the Federal Reserve, by which a
    ///   holiday on a Sunday is kept on the Monday and one on a Saturday on no other day.
    /// - `london`: the bank holidays of England and Wales, from the first year of the one in May: Banking and Financial
    ///   Dealings Act 1971, schedule 1, and the royal proclamations under it, as listed on gov.uk/bank-holidays.
    /// - `target2`: the days on which T2, TARGET2 before it and TARGET at first, is closed: European Central Bank,
    ///   "TARGET closing days" of 1999 to 2001, and the long-term calendar of 14 December 2000, in force since 2002.
    public static let shipped: [CalendarID: BusinessCalendar] = [
        "new-york": newYork, "london": london, "target2": target2,
    ].compactMapValues(\.self)

    private static let newYork = BusinessCalendar(
        weekend: [.saturday, .sunday], years: 1971...2060,
        holidays: [
            HolidayRule("New Year's Day", "1 january", observed: .mondayAfterSunday),
            // Public Law 98-144, first kept in 1986.
            HolidayRule(
                "Birthday of Martin Luther King, Jr.", "third monday of january", from: 1986),
            HolidayRule("Washington's Birthday", "third monday of february"),
            HolidayRule("Memorial Day", "last monday of may"),
            // Public Law 117-17, of 17 June 2021; in 2021 on a Saturday.
            HolidayRule(
                "Juneteenth National Independence Day", "19 june", observed: .mondayAfterSunday,
                from: 2021),
            HolidayRule("Independence Day", "4 july", observed: .mondayAfterSunday),
            HolidayRule("Labor Day", "first monday of september"),
            HolidayRule("Columbus Day", "second monday of october"),
            // Public Law 94-97 gave Veterans Day its date back from 1978 on.
            HolidayRule("Veterans Day", "fourth monday of october", through: 1977),
            HolidayRule(
                "Veterans Day", "11 november", observed: .mondayAfterSunday, from: 1978),
            HolidayRule("Thanksgiving Day", "fourth thursday of november"),
            HolidayRule("Christmas Day", "25 december", observed: .mondayAfterSunday),
        ])

    private static let london = BusinessCalendar(
        weekend: [.saturday, .sunday], years: 1978...2060,
        holidays: [
            HolidayRule("New Year's Day", "1 january", observed: .nextWeekday),
            HolidayRule("Good Friday", "easter - 2"),
            HolidayRule("Easter Monday", "easter + 1"),
            // In 1995 and 2020 on the day on which the war in Europe had ended 50 and 75 years before.
            HolidayRule("Early May bank holiday", "first monday of may", except: [1995, 2020]),
            HolidayRule("Early May bank holiday", "1995-05-08"),
            HolidayRule("Early May bank holiday", "2020-05-08"),
            // Moved to the jubilees.
            HolidayRule("Spring bank holiday", "last monday of may", except: [2002, 2012, 2022]),
            HolidayRule("Spring bank holiday", "2002-06-04"),
            HolidayRule("Spring bank holiday", "2012-06-04"),
            HolidayRule("Spring bank holiday", "2022-06-02"),
            HolidayRule("Summer bank holiday", "last monday of august"),
            HolidayRule("Christmas Day", "25 december", observed: .nextWeekday),
            HolidayRule("Boxing Day", "26 december", observed: .nextWeekday),
            HolidayRule("Wedding of the Prince of Wales", "1981-07-29"),
            HolidayRule("Millennium", "1999-12-31"),
            HolidayRule("Golden Jubilee", "2002-06-03"),
            HolidayRule("Wedding of Prince William", "2011-04-29"),
            HolidayRule("Diamond Jubilee", "2012-06-05"),
            HolidayRule("Platinum Jubilee", "2022-06-03"),
            HolidayRule("State funeral of Queen Elizabeth II", "2022-09-19"),
            HolidayRule("Coronation of King Charles III", "2023-05-08"),
        ])

    private static let target2 = BusinessCalendar(
        weekend: [.saturday, .sunday], years: 1999...2060,
        holidays: [
            HolidayRule("New Year's Day", "1 january"),
            HolidayRule("Good Friday", "easter - 2", from: 2000),
            HolidayRule("Easter Monday", "easter + 1", from: 2000),
            HolidayRule("Labour Day", "1 may", from: 2000),
            HolidayRule("Christmas Day", "25 december"),
            HolidayRule("26 December", "26 december", from: 2000),
            HolidayRule("Changeover", "1999-12-31"),
            HolidayRule("Changeover", "2001-12-31"),
        ])
}
