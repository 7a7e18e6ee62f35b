// One case a line: one term / another = what the rules find.
//
// A term: L licence, D distribution, H hosting, X covenant of exclusivity, N covenant not to compete, R first
// refusal, F first availability, C minimum commitment, P primary provider; then x exclusive, s sole, c
// co-exclusive, n non-exclusive, ? undisclosed. p, f, t, ch, cu are products, fields, territories, channels and
// customers: `a,b` only these, `!a` all except these, `?` undisclosed. w is the subject or the act in words.
// `2024..2026` holds from the first day of 2024 to the last of 2025; `y2024..` begins some day of 2024, which is
// its last day at the latest. from and
// to are the parties: `studio` grants, to `alpha` in the first and to `beta` in the second term. `in=one` puts
// a term into that agreement. What is found: the rule and how sure, or `none` by any rule about two terms.

/// Term x media x territory x exclusivity, as in a film's availability list.
enum FootprintTable {
    static let avails = """
        D x p=film t=fr / D x p=film t=fr = dx certain
        D x p=film t=fr / D s p=film t=fr = dx certain
        D s p=film t=fr / D s p=film t=fr = dx certain
        D x p=film t=fr / D x p=film t=de = none
        D x p=film t=fr,de / D x p=film t=de,at = dx certain
        D x p=film t=europe / D x p=film t=europe/fr = dx certain
        D x p=film t=europe/fr / D x p=film t=europe = dx certain
        D x p=film t=europe/fr / D x p=film t=europe/de = none
        D x p=film t=!us / D x p=film t=us = none
        D x p=film t=!us / D x p=film t=us,ca = dx certain
        D x p=film t=!us / D x p=film t=!fr = dx certain
        D x p=film / D x p=film t=fr = dx certain
        D x p=film t=fr / D n p=film t=fr = later certain
        D s p=film t=fr / D n p=film t=fr = later certain
        D n p=film t=fr / D n p=film t=fr = none
        D p=film t=fr / D p=film t=fr = none
        D n p=film t=fr / D x p=film t=fr = enc certain
        D x p=film t=fr / D n p=film t=de = none
        D x p=film ch=theatrical / D x p=film ch=tv = dx possible
        D x p=film ch=media/theatrical / D x p=film ch=media/tv = none
        D x p=film ch=media/tv / D x p=film ch=media/tv/pay = dx certain
        D x p=film ch=media/tv/pay / D x p=film ch=media/tv/free = none
        D x p=film ch=!media/tv / D x p=film ch=media/tv = none
        D x p=film ch=!media/tv / D x p=film ch=media/tv/pay = none
        D x p=film ch=!media/tv/pay / D x p=film ch=media/tv = dx certain
        D x p=film ch=svod / D n p=film ch=svod = later certain
        D x p=film 2024..2026 / D x p=film 2026..2028 = none
        D x p=film 2024..2026 / D x p=film 2025..2028 = dx certain
        D x p=film 2024..2026 / D n p=film 2025..2028 = later certain
        D x p=film 2025..2026 / D n p=film 2024..2028 = enc certain
        D x p=film 2025..2026 / D n p=film 2024..2025 = none
        D x p=film 2026..2027 / D n p=film 2024..2025 = none
        D x p=film 2024..2026 / D x p=film y2025.. = dx certain
        D x p=film 2024..2025-07-01 / D x p=film y2025.. = dx possible
        D x p=film 2024..2025-07-01 / D n p=film y2025.. = later possible
        D x p=film y2024.. / D x p=film 2024..2024-07-01 = dx possible
        D x p=film 2024..2025 / D x p=film y2025.. = none
        D x p=film / D x p=series = dx possible
        D x p=film in=one / D x p=series in=one = none
        D x p=catalogue/film / D x p=catalogue/series = none
        D x p=catalogue / D x p=catalogue/series = dx certain
        D x p=catalogue/film/one / D x p=catalogue/film = dx certain
        D x p=film,book / D x p=book,game = dx certain
        D x p=!book / D x p=book = none
        D x p=!book / D x p=film = dx certain
        D x p=? t=fr / D x p=film t=fr = dx possible
        D x p=film t=? / D x p=film t=fr = dx possible
        D x p=film t=fr / D x p=film t=? = dx possible
        D x p=? t=fr / D x p=film t=de = none
        D x p=film ch=? / D n p=film = later possible
        D x p=film f=? / D n p=film f=medicine = later possible
        D x p=film f=uses/medicine / D x p=film f=uses/games = none
        D x p=film f=medicine / D x p=film f=medicine = dx certain
        D x p=film cu=schools / D x p=film cu=schools = dx certain
        D x p=film cu=all-sorts/schools / D x p=film cu=all-sorts/firms = none
        D x p=film cu=!us-government / D x p=film cu=us-government = none
        D x p=film cu=!us-government / D n p=film = later certain
        D x p=film cu=schools / D x p=film cu=firms = dx possible
        D ? p=film t=fr / D n p=film t=fr = later possible
        D ? p=film t=fr / D ? p=film t=fr = later possible
        D ? p=film t=fr / D n p=film t=de = none
        D n p=film t=fr / D ? p=film t=fr = enc possible
        D ? p=film t=fr / D x p=film t=fr = enc certain
        D c p=film t=fr / D n p=film t=fr = later possible
        D c p=film t=fr / D c p=film t=fr = later possible
        D c p=film t=fr / D x p=film t=fr = enc certain
        D c p=film t=fr / D c p=film t=de = none
        D x p=film t=fr / D x p=film t=fr to=alpha = none
        D x p=film t=fr / D n p=film t=fr to=alpha = none
        D x p=film t=fr / D x p=film t=fr from=other = none
        D x p=film t=fr to=? / D x p=film t=fr = dx possible
        D x p=film t=fr / D n p=film t=fr to=? = later possible
        """

    static let acts = """
        L x p=code / L x p=code = dx certain
        L x p=code / L n p=code = later certain
        L n p=code / L x p=code = enc certain
        L s p=code / L n p=code = later certain
        L n p=code / L n p=code = none
        L x p=code / L x p=code to=alpha = none
        L x p=code / L n p=docs = later possible
        L x p=suite/code / L n p=suite/docs = none
        L x p=code / D x p=code = dx possible
        L x p=code / D n p=code = later possible
        D x p=code / L n p=code = later possible
        L n p=code / D x p=code = enc possible
        L x p=code / H x p=code = none
        L x p=code / H n p=code = none
        H x p=code / H x p=code = dx certain
        H x p=code / H n p=code = later certain
        H n p=code / H x p=code = enc certain
        H x p=research / H n p=training = later possible
        H x p=jobs/research / H n p=jobs/training = none
        H x p=jobs / H n p=jobs/training = later certain
        H s p=jobs / H n p=jobs = later certain
        H n p=jobs / H n p=jobs = none
        H x / H n p=jobs = later certain
        H x p=jobs / H n to=? p=jobs = later possible
        H x p=jobs / D x p=jobs = none
        D x p=jobs / H n p=jobs = none
        X w=distribute p=code / D n p=code = later certain
        X w=sell p=code / D x p=code = dx certain
        X w=host p=code / H n p=code = later certain
        X w=host p=code / D n p=code = none
        X w=license p=code / L n p=code = later certain
        X w=any p=code / L n p=code = later certain
        X w=any p=code / H n p=code = later certain
        X w=serve_it_here_only p=code / D n p=code = later possible
        X w=serve_it_here_only p=code / H n p=code = later possible
        X w=serve_it_here_only p=suite/code / H n p=suite/docs = none
        X w=serve_it_here_only p=code / X w=serve_it_here_only p=code = dx certain
        X w=serve_it_here_only p=code / X w=offer_it_there_only p=code = dx possible
        X n w=distribute p=code / D n p=code = none
        X s w=distribute p=code / D n p=code = later certain
        D n p=code / X w=distribute p=code = enc certain
        X w=distribute p=code / D n p=code to=alpha = none
        X w=distribute p=code t=fr / D n p=code t=de = none
        X w=distribute p=code 2024..2025 / D n p=code 2025.. = none
        X w=use p=code / D n p=code = later possible
        """

    static let others = """
        D x p=code / D n p=code to=studio = own certain
        D x p=code / D n p=code to=studio from=studio = own certain
        D s p=code / D n p=code to=studio from=studio = none
        D n p=code / D n p=code to=studio from=studio = none
        D c p=code / D n p=code to=studio from=studio = own possible
        D ? p=code / D n p=code to=studio from=studio = own possible
        D x p=code / D n p=code to=studio from=alpha = none
        D x p=code t=fr / D n p=code t=de to=studio from=studio = none
        D x p=code / D n p=? to=studio from=studio = own possible
        D x p=code / L n p=code to=studio from=studio = own possible
        X w=host p=code / H n p=code to=studio from=studio = own certain
        D x p=code / D n p=code ch=? to=studio from=other = own possible
        R w=new_computing_capacity / C w=computing_from_beta = process possible
        R w=new_computing_capacity / C w=computing_from_beta to=alpha = none
        R w=new_computing_capacity / C w=office_furniture = none
        R w=new_computing_capacity / C w=computing_from_beta from=other = none
        R w=new_computing_capacity 2024..2025 / C w=computing_from_beta 2025.. = none
        R w=new_computing_capacity 2025.. / C w=computing_from_beta 2024.. = none
        R w=new_computing_capacity / D n p=code w=computing_services = process possible
        R w=film_rights / L n p=film w=film_rights = process possible
        R w=film_rights / L n p=film w=book_covers = none
        R w=film_rights / C w=film_rights to=? = process possible
        F w=shop p=code / D n p=code = process possible
        F w=shop p=code / D n p=code to=alpha = none
        F w=shop p=suite/code / D n p=suite/docs = none
        F w=shop p=code / D n p=docs = process possible
        F w=shop / D n p=docs = process possible
        F w=shop p=code / H n p=code = none
        F w=shop p=code 2025.. / D n p=code 2024.. = none
        F w=shop p=? / D n p=code = process possible
        L n p=code to=studio from=owner 2024..2026 / D n p=code 2024.. = head possible
        L n p=code to=studio from=owner 2024.. / D n p=code 2024..2026 = none
        D n p=code to=studio from=owner 2024..2026 / D n p=code 2024.. = head certain
        D n p=code to=studio from=owner / D n p=code,docs = head certain
        D n p=code,docs to=studio from=owner / D n p=code = none
        D n p=code to=studio from=owner / D n p=code/core = none
        D n p=code/core to=studio from=owner / D n p=code = head certain
        D n p=code t=fr to=studio from=owner / D n p=code t=de = head certain
        D n p=code t=europe to=studio from=owner / D n p=code t=europe/fr = none
        D n p=code t=europe/fr to=studio from=owner / D n p=code t=europe = head certain
        D n p=code t=? to=studio from=owner / D n p=code t=fr = head possible
        D n p=code to=studio from=owner / D x p=code = head certain
        D x p=code to=studio from=owner / D x p=code = none
        D s p=code to=studio from=owner / D n p=code = none
        D s p=code to=studio from=owner / D s p=code = none
        D s p=code to=studio from=owner / D x p=code = head certain
        D x p=code to=studio from=owner / D s p=code = none
        D n p=code to=studio from=owner / D s p=code = head certain
        D n p=code to=studio from=owner / D c p=code = head possible
        D n p=code to=studio from=owner / D ? p=code = head possible
        D c p=code to=studio from=owner / D x p=code = head possible
        D c p=code to=studio from=owner / D c p=code = none
        D ? p=code to=studio from=owner / D x p=code = head possible
        D ? p=code to=studio from=owner / D n p=code = none
        D x p=code to=studio from=owner / D ? p=code = none
        D n p=code t=fr to=studio from=owner / D x p=code t=de = head certain
        D n p=code to=studio from=owner / D n p=code,docs to=owner = none
        D n p=code to=studio from=owner / D n p=docs = none
        D n p=code ch=shops to=studio from=owner / D n p=code ch=!shops = head certain
        D n p=code cu=schools to=studio from=owner / D n p=code = head certain
        H x p=jobs w=computing / C w=computing_from_beta = duty possible
        H x p=jobs w=computing / C w=office_furniture = none
        H n p=jobs w=computing / C w=computing_from_beta = none
        H x w=computing / P = duty certain
        H x w=computing / P to=alpha = none
        H n w=computing / P = none
        H ? w=computing / P = duty possible
        H x w=computing 2024..2025 / P 2025.. = none
        X w=host p=code / P p=code = duty certain
        X w=host p=suite/code / P p=suite/docs = none
        X w=run_it_here p=code / P p=code = duty possible
        D x p=code / F w=shop p=code = duty possible
        D x p=suite/code / F w=shop p=suite/docs = none
        D x p=code / F w=shop p=code to=alpha = none
        D n p=code / F w=shop p=code = none
        L x p=code / P p=code = none
        N w=distribute p=code t=fr / D n p=code t=fr = holdback certain
        N w=distribute p=code t=fr / D n p=code t=de = none
        N w=distribute p=code t=fr / D n p=code t=fr to=alpha = none
        N w=distribute p=code t=fr / D n p=code t=fr from=other to=studio = holdback certain
        N w=distribute p=code t=fr / D n p=code t=fr from=other = none
        N w=distribute p=code 2024..2025 / D n p=code 2025..2026 = none
        N w=distribute p=code 2024..2026 / D n p=code 2025..2026 = holdback certain
        N w=distribute ch=media/tv / D n p=film ch=media/tv/pay = holdback certain
        N w=distribute ch=media/tv / D n p=film ch=media/theatrical = none
        N w=any_film_in_the_region p=film t=fr / D n p=film t=fr = holdback possible
        N w=distribute p=? t=fr / D n p=code t=fr = holdback possible
        N w=distribute p=code / L n p=code = holdback possible
        N w=distribute p=code / H n p=code = none
        N w=films_of_horses / D n w=furniture = none
        N w=films_of_horses / D n w=horses_on_film = holdback possible
        """

    static let rows = [avails, acts, others].flatMap { text in
        text.split(separator: "\n").map(String.init)
    }
}
