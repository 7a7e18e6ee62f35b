/// Lines of the table that look like conflicts and are not certain: something is not stated, stated in words,
/// withheld, imprecise, or names two things that nothing relates.
enum FalseFriends {
    static let grants = """
        D x p=film t=fr / D x p=film t=fr = dx possible
        D x p=film t=fr / D n p=film t=fr = later possible
        D n p=film t=fr / D x p=film t=fr = enc possible
        D x p=film / D x p=film = dx possible
        D x / D x = dx possible
        D x / D n = later possible
        D n / D x = enc possible
        D x t=fr / D x t=de = none
        D x t=fr / D x t=fr = dx possible
        D x ch=tv / D x ch=tv = dx possible
        D x p=!book / D x p=book = none
        D x p=!book / D x p=film = dx possible
        D x p=film t=all / D x p=film t=all = dx possible
        D* x p=film t=fr / D x p=film t=fr = dx possible
        D x p=film t=fr / D* x p=film t=fr = dx possible
        D x p=film t=fr ch=all cu=all / D* x p=film t=fr = dx possible
        D x p=film t=fr ch=all f=all / D* x p=film t=fr = dx possible
        D x p=film t=fr cu=all f=all / D* x p=film t=fr = dx possible
        D x p=film ch=all cu=all f=all / D* x p=film t=fr = dx possible
        D x t=fr ch=all cu=all f=all / D* x p=film t=fr = dx possible
        D* x p=? t=fr / D* x p=film t=fr = dx possible
        D* x p=film t=? / D* x p=film t=fr = dx possible
        D* x p=film t=fr / D* x p=film t=? = dx possible
        D* x p=film ch=? / D* n p=film = later possible
        D* x p=film f=? / D* n p=film f=medicine = later possible
        D* x p=film cu=? / D* n p=film = later possible
        D* x p=film / D* x p=series = dx possible
        D* x p=film in=one / D* x p=series in=one = dx possible
        D* x p=film in=one / D* x p=film in=one = dx possible
        D* x p=film in=one / D* n p=film in=one = later possible
        D* n p=film in=one / D* x p=film in=one = enc possible
        D* x p=film / D* x p=film with=alpha = dx possible
        D* x p=film / D* n p=film with=alpha = later possible
        D* x p=catalogue/film / D* x p=catalogue/series = dx possible
        D* x p=film f=uses/medicine / D* x p=film f=uses/games = dx possible
        D* x p=film cu=all-sorts/schools / D* x p=film cu=all-sorts/firms = dx possible
        D* x p=film ch=media/theatrical / D* x p=film ch=media/tv = dx possible
        D* x p=film ch=media/tv/pay / D* x p=film ch=media/tv/free = dx possible
        D* x p=film ch=!media/tv/pay / D* x p=film ch=media/tv = dx possible
        D* x p=!book / D* x p=film = dx possible
        D* x p=!book / D* x p=!film = dx possible
        D* x p=film,book / D* x p=song,game = dx possible
        D* x t=france / D* x t=guadeloupe = dx possible
        D* x t=western-europe / D* x t=spain = dx possible
        D* x t=europe / D* x t=cyprus = dx possible
        D* x t=eu / D* x t=germany = dx possible
        D* x t=georgia / D* x t=ge = dx possible
        D* x t=bavaria / D* x t=germany = dx possible
        D* x t=germany/bavaria / D* x t=germany/saxony = dx possible
        D* x t=china / D* x t=taiwan = dx possible
        D* x p=germany / D* x p=france = dx possible
        D* ? p=film t=fr / D* n p=film t=fr = later possible
        D* ? p=film t=fr / D* ? p=film t=fr = later possible
        D* n p=film t=fr / D* ? p=film t=fr = enc possible
        D* c p=film t=fr / D* n p=film t=fr = later possible
        D* c p=film t=fr / D* c p=film t=fr = later possible
        D* x p=film t=fr to=? / D* x p=film t=fr = dx possible
        D* x p=film t=fr / D* n p=film t=fr to=? = later possible
        D* x p=film t=fr from=? with=studio / D* x p=film t=fr = dx faint
        D* x p=film 2024..2025-07-01 / D* x p=film y2025.. = dx possible
        D* x p=film 2024..2025-07-01 / D* n p=film y2025.. = later possible
        D* x p=film y2024.. / D* x p=film 2024..2024-07-01 = dx possible
        D* x p=film a2024.. / D* x p=film = dx possible
        D* x p=film / D* x p=film a2025.. = dx possible
        D* x p=film / D* n p=film a2025.. = later possible
        D* x p=film 2024-01-01~.. / D* n p=film = later possible
        D* x p=film 2024..2026-06-01~ / D* n p=film = later possible
        D* x p=film 2024..2026-06-01? / D* x p=film = dx possible
        D* x p=film / D* n p=film 2025-06-01%.. = later possible
        D* x p=film text=exclusive,_save_that_schools_may_show_it / D* n p=film = later possible
        D* x p=film / D* n p=film text=Subject_to_clause_3_it_may_show_it = later possible
        D* x p=film w=all_films_except_dune sub=films / D* x p=film sub=films = dx possible
        D* n p=film a2023.. / D* x p=film = enc possible
        D* x p=film w=all_our_films / D* x p=film = dx possible
        D* x p=film / D* x p=film w=the_silent_ones = dx possible
        D* x p=film w=films / D* x p=film w=films = dx possible
        D* x p=film w=films sub=films / D* x p=film w=films sub=films = dx certain
        D* x p=film sub=dune / D* x p=film sub=alien = dx possible
        D* x p=film sub=dune / D* x p=film = dx possible
        D* x p=code / L* n p=code sub=code = later possible
        """

    static let others = """
        L x p=code / L x p=code = dx possible
        L* x p=code / L* x p=code = dx possible
        L* x w=patents_on_lenses / L* x w=the_song_yesterday = dx possible
        L* x w=patents_on_lenses / L* x w=patents_on_lenses = dx possible
        L x w=patents_on_lenses / L n w=office_software = later possible
        L* x p=code / L* n p=docs = later possible
        L* x sub=kernel but=no_sublicences / L* n sub=kernel = later possible
        L* x sub=kernel / L* n sub=kernel but=for_tests_only = later possible
        L* n sub=kernel but=for_tests_only / L* x sub=kernel = enc possible
        L* x sub=kernel / D* x p=kernel = dx possible
        L* x p=code sub=code / D* x p=code = dx possible
        L* x p=code sub=code / D* n p=code = later possible
        L* n p=code sub=code / D* x p=code = enc possible
        H x p=jobs / H x p=jobs = dx possible
        H x p=jobs / H n p=jobs = later possible
        H* x p=jobs w=in_the_us / H* n p=jobs = later possible
        H* x p=jobs / H* n p=jobs w=in_the_us = later possible
        H* x p=jobs / H* n to=? p=jobs = later possible
        H x / H n = later possible
        X w=distribute p=code / D n p=code = later possible
        X* w=distribute p=code / D* n p=code = later possible
        X* w=sell p=code / D* x p=code = dx possible
        X* w=host p=code / H* n p=code = later possible
        X* w=host p=code / D* n p=code = later possible
        X* w=any p=code / H* n p=code = later possible
        X* w=license p=code / L* n p=code sub=code = later possible
        X* w=buy_wafers p=chips / X* w=buy_wafers p=chips = dx possible
        X w=buy_wafers p=chips / X w=buy_wafers p=chips = dx possible
        X* w=serve_it_here_only p=code / X* w=offer_it_there_only p=code = dx possible
        X* w=use p=code / D* n p=code = later possible
        X* act=? p=code / D* n p=code = later possible
        X act=distribute p=code / D n p=code = later possible
        X* act=distribute p=code / D* n p=code with=alpha = later possible
        X* act=buy p=chips / C p=chips = duty possible
        X* act=sell p=chips / C* p=chips from=beta to=studio = duty possible
        X* act=supply p=chips / C* p=chips from=beta to=studio = duty possible
        X* w=sell p=chips / C* p=chips from=beta to=studio = duty possible
        D* x p=chips / C* p=chips from=beta to=studio = duty possible
        X* act=buy p=chips / C* p=chips w=wafers = duty possible
        X* act=buy p=chips / C* = duty certain
        X* w=buy p=chips / C* p=chips = duty possible
        X act=buy p=chips / C p=chips = duty possible
        H* x p=jobs / P* p=jobs = duty possible
        H* ? p=jobs / P* p=jobs = duty possible
        X* act=host p=code / P* p=code = duty possible
        X* w=run_it_here p=code / P* p=code = duty possible
        D* x p=code / F* w=shop p=code = duty possible
        D* x p=code / F* w=shop ch=shop p=code = duty possible
        H x p=jobs w=computing / C w=computing_from_beta = duty possible
        H x p=jobs w=computing / C w=office_furniture = duty faint
        H n p=jobs w=computing / C w=computing_from_beta = none
        D x p=code / D n p=code to=studio = own possible
        D* c p=code / D* n p=code to=studio from=studio = own possible
        D* ? p=code / D* n p=code to=studio from=studio = own possible
        D* x p=code / D* n p=? to=studio from=studio = own possible
        L* x sub=code / D* n p=code to=studio from=studio = own possible
        L* x sub=code but=our_own_tests / L* n sub=code to=studio = own possible
        L* x w=series / L* n w=series to=studio = own possible
        D* x p=code / D* n p=code to=studio from=other = own possible
        D* x p=code / D* n p=code ch=? to=studio from=other = own possible
        L* x w=lenses / L* n w=office_software to=studio from=other = own faint
        D* x p=code / D* n p=code to=studio with=alpha = own possible
        R w=new_computing_capacity / C w=computing_from_beta = process possible
        R w=new_computing_capacity / C w=computing_from_beta to=alpha = none
        R w=new_computing_capacity / C w=office_furniture = process faint
        R w=new_computing_capacity / C w=computing_from_beta from=other = none
        R w=new_computing_capacity 2024..2025 / C w=computing_from_beta 2025.. = none
        R w=new_computing_capacity 2025.. / C w=computing_from_beta 2024.. = none
        R w=new_computing_capacity / D n p=code w=computing_services = process possible
        R w=film_rights / L n p=film w=film_rights = process possible
        R w=film_rights / L n p=film w=book_covers = process faint
        R w=film_rights / C w=film_rights to=? = process possible
        R* sub=films / L* n sub=films = process possible
        F w=shop p=code / D n p=code = process possible
        F* w=shop p=code / D* n p=code = process possible
        F* w=shop p=suite/code / D* n p=suite/docs = process possible
        F w=shop p=code / D n p=docs = process possible
        F w=shop / D n p=docs = process possible
        F w=shop p=? / D n p=code = process possible
        L* n p=code sub=code to=studio from=owner 2024..2026 / D* n p=code 2024.. = head possible
        D* n p=code to=studio from=owner 2024..2026 / D* n p=code 2024.. = head possible
        D* n p=code to=studio from=owner / D* n p=code,docs = head possible
        D* n p=code/core to=studio from=owner / D* n p=code = head possible
        D* n p=code t=fr to=studio from=owner / D* n p=code t=de = head possible
        D* n p=code t=fr to=studio from=owner / D* n p=code t=europe = head possible
        D* n p=code t=? to=studio from=owner / D* n p=code t=fr = head possible
        D* n p=code to=studio from=owner / D* x p=code = head possible
        D* s p=code to=studio from=owner / D* x p=code = head possible
        D* n p=code to=studio from=owner / D* s p=code = head possible
        D* n p=code to=studio from=owner / D* c p=code = head possible
        D* n p=code to=studio from=owner / D* ? p=code = head possible
        D* c p=code to=studio from=owner / D* x p=code = head possible
        D* ? p=code to=studio from=owner / D* x p=code = head possible
        D* x p=code to=studio from=owner / D* ? p=code = none
        D* n p=code to=studio from=owner / D* n p=docs = head faint
        D* n p=code ch=shops to=studio from=owner / D* n p=code ch=!shops = head possible
        D* n p=code cu=schools to=studio from=owner / D* n p=code = head possible
        D n p=code to=studio from=owner / D n p=code = head possible
        D n to=studio from=owner / D n = head faint
        L n w=software to=studio from=owner / L x w=patents = head faint
        N* act=distribute p=code t=fr / D* n p=code t=fr = holdback possible
        N* act=distribute p=code t=fr / D* n p=code t=fr from=other to=studio = holdback possible
        N* act=distribute p=code 2024..2026 / D* n p=code 2025..2026 = holdback possible
        N* act=distribute p=film ch=media/tv / D* n p=film ch=media/tv/pay = holdback possible
        N* act=distribute p=film ch=media/tv / D* n p=film ch=media/theatrical = holdback possible
        N w=any_film_in_the_region p=film t=fr / D n p=film t=fr = holdback possible
        N w=distribute p=? t=fr / D n p=code t=fr = holdback possible
        N w=distribute p=code / L n p=code = holdback possible
        N w=films_of_horses / D n w=furniture = holdback faint
        N w=films_of_horses / D n w=horses_on_film = holdback possible
        """
}
