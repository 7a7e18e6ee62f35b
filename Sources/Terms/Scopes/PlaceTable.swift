/// Countries and regions as they are shipped with Deedbook.
///
/// Source: ISO 3166-1 (alpha-2 and alpha-3 codes, 249 entries) for the countries, and the UN standard M49
/// ("Standard country or area codes for statistical use") for the regions they lie in. The codes and the
/// regions are facts of those lists; the names are the short English ones, in lower case with hyphens, each
/// with the variants in common use. *Georgia* and *Congo* are left out as names: each names two places. *EU*,
/// *EMEA* and the like are no regions of M49 and change with time: a vocabulary of the book says what they are.
enum PlaceTable {
    /// A region of M49 on a line of its own (`-` for no region), then its countries:
    /// `alpha-2=alpha-3=name=other name`.
    static let countries = """
        northern-africa
            dz=dza=algeria eg=egy=egypt eh=esh=western-sahara ly=lby=libya ma=mar=morocco
            sd=sdn=sudan tn=tun=tunisia
        eastern-africa
            bi=bdi=burundi dj=dji=djibouti er=eri=eritrea et=eth=ethiopia
            io=iot=british-indian-ocean-territory ke=ken=kenya km=com=comoros mg=mdg=madagascar
            mu=mus=mauritius mw=mwi=malawi mz=moz=mozambique re=reu=reunion rw=rwa=rwanda
            sc=syc=seychelles so=som=somalia ss=ssd=south-sudan tf=atf=french-southern-territories
            tz=tza=tanzania ug=uga=uganda yt=myt=mayotte zm=zmb=zambia zw=zwe=zimbabwe
        middle-africa
            ao=ago=angola cd=cod=dr-congo=democratic-republic-of-the-congo
            cf=caf=central-african-republic cg=cog=republic-of-the-congo cm=cmr=cameroon
            ga=gab=gabon gq=gnq=equatorial-guinea st=stp=sao-tome-and-principe td=tcd=chad
        southern-africa
            bw=bwa=botswana ls=lso=lesotho na=nam=namibia sz=swz=eswatini=swaziland
            za=zaf=south-africa
        western-africa
            bf=bfa=burkina-faso bj=ben=benin ci=civ=cote-d-ivoire=ivory-coast
            cv=cpv=cabo-verde=cape-verde gh=gha=ghana gm=gmb=gambia gn=gin=guinea
            gw=gnb=guinea-bissau lr=lbr=liberia ml=mli=mali mr=mrt=mauritania ne=ner=niger
            ng=nga=nigeria sh=shn=saint-helena sl=sle=sierra-leone sn=sen=senegal tg=tgo=togo
        caribbean
            ag=atg=antigua-and-barbuda ai=aia=anguilla aw=abw=aruba bb=brb=barbados
            bl=blm=saint-barthelemy bq=bes=bonaire-sint-eustatius-and-saba bs=bhs=bahamas
            cu=cub=cuba cw=cuw=curacao dm=dma=dominica do=dom=dominican-republic gd=grd=grenada
            gp=glp=guadeloupe ht=hti=haiti jm=jam=jamaica kn=kna=saint-kitts-and-nevis
            ky=cym=cayman-islands lc=lca=saint-lucia mf=maf=saint-martin mq=mtq=martinique
            ms=msr=montserrat pr=pri=puerto-rico sx=sxm=sint-maarten tc=tca=turks-and-caicos-islands
            tt=tto=trinidad-and-tobago vc=vct=saint-vincent-and-the-grenadines
            vg=vgb=british-virgin-islands vi=vir=united-states-virgin-islands=us-virgin-islands
        central-america
            bz=blz=belize cr=cri=costa-rica gt=gtm=guatemala hn=hnd=honduras mx=mex=mexico
            ni=nic=nicaragua pa=pan=panama sv=slv=el-salvador
        south-america
            ar=arg=argentina bo=bol=bolivia br=bra=brazil bv=bvt=bouvet-island cl=chl=chile
            co=col=colombia ec=ecu=ecuador fk=flk=falkland-islands gf=guf=french-guiana
            gs=sgs=south-georgia-and-the-south-sandwich-islands gy=guy=guyana pe=per=peru
            py=pry=paraguay sr=sur=suriname uy=ury=uruguay ve=ven=venezuela
        northern-america
            bm=bmu=bermuda ca=can=canada gl=grl=greenland pm=spm=saint-pierre-and-miquelon
            us=usa=united-states=united-states-of-america
        central-asia
            kg=kgz=kyrgyzstan kz=kaz=kazakhstan tj=tjk=tajikistan tm=tkm=turkmenistan
            uz=uzb=uzbekistan
        eastern-asia
            cn=chn=china hk=hkg=hong-kong jp=jpn=japan kp=prk=north-korea
            kr=kor=south-korea=republic-of-korea mn=mng=mongolia mo=mac=macao=macau tw=twn=taiwan
        south-eastern-asia
            bn=brn=brunei-darussalam=brunei id=idn=indonesia kh=khm=cambodia la=lao=laos
            mm=mmr=myanmar=burma my=mys=malaysia ph=phl=philippines sg=sgp=singapore th=tha=thailand
            tl=tls=timor-leste=east-timor vn=vnm=vietnam=viet-nam
        southern-asia
            af=afg=afghanistan bd=bgd=bangladesh bt=btn=bhutan in=ind=india ir=irn=iran
            lk=lka=sri-lanka mv=mdv=maldives np=npl=nepal pk=pak=pakistan
        western-asia
            ae=are=united-arab-emirates=uae am=arm=armenia az=aze=azerbaijan bh=bhr=bahrain
            cy=cyp=cyprus ge=geo il=isr=israel iq=irq=iraq jo=jor=jordan kw=kwt=kuwait
            lb=lbn=lebanon om=omn=oman ps=pse=palestine qa=qat=qatar sa=sau=saudi-arabia
            sy=syr=syria tr=tur=turkiye=turkey ye=yem=yemen
        eastern-europe
            bg=bgr=bulgaria by=blr=belarus cz=cze=czechia=czech-republic hu=hun=hungary
            md=mda=moldova pl=pol=poland ro=rou=romania ru=rus=russia=russian-federation
            sk=svk=slovakia ua=ukr=ukraine
        northern-europe
            ax=ala=aland-islands dk=dnk=denmark ee=est=estonia fi=fin=finland fo=fro=faroe-islands
            gb=gbr=united-kingdom=uk gg=ggy=guernsey ie=irl=ireland im=imn=isle-of-man
            is=isl=iceland je=jey=jersey lt=ltu=lithuania lv=lva=latvia no=nor=norway se=swe=sweden
            sj=sjm=svalbard-and-jan-mayen
        southern-europe
            ad=and=andorra al=alb=albania ba=bih=bosnia-and-herzegovina es=esp=spain
            gi=gib=gibraltar gr=grc=greece hr=hrv=croatia it=ita=italy me=mne=montenegro
            mk=mkd=north-macedonia mt=mlt=malta pt=prt=portugal rs=srb=serbia si=svn=slovenia
            sm=smr=san-marino va=vat=vatican-city=holy-see
        western-europe
            at=aut=austria be=bel=belgium ch=che=switzerland de=deu=germany fr=fra=france
            li=lie=liechtenstein lu=lux=luxembourg mc=mco=monaco nl=nld=netherlands
        australia-and-new-zealand
            au=aus=australia cc=cck=cocos-islands cx=cxr=christmas-island
            hm=hmd=heard-island-and-mcdonald-islands nf=nfk=norfolk-island nz=nzl=new-zealand
        melanesia
            fj=fji=fiji nc=ncl=new-caledonia pg=png=papua-new-guinea sb=slb=solomon-islands
            vu=vut=vanuatu
        micronesia
            fm=fsm=federated-states-of-micronesia gu=gum=guam ki=kir=kiribati
            mh=mhl=marshall-islands mp=mnp=northern-mariana-islands nr=nru=nauru pw=plw=palau
            um=umi=united-states-minor-outlying-islands
        polynesia
            as=asm=american-samoa ck=cok=cook-islands nu=niu=niue pf=pyf=french-polynesia
            pn=pcn=pitcairn tk=tkl=tokelau to=ton=tonga tv=tuv=tuvalu wf=wlf=wallis-and-futuna
            ws=wsm=samoa
        -
            aq=ata=antarctica
        """

    /// The regions of M49 that are made of others: `name: parts`.
    static let regions = """
        africa: northern-africa sub-saharan-africa
        sub-saharan-africa: eastern-africa middle-africa southern-africa western-africa
        americas: northern-america latin-america-and-the-caribbean
        latin-america-and-the-caribbean: caribbean central-america south-america
        north-america: northern-america caribbean central-america
        asia: central-asia eastern-asia south-eastern-asia southern-asia western-asia
        europe: eastern-europe northern-europe southern-europe western-europe
        oceania: australia-and-new-zealand melanesia micronesia polynesia
        """

    /// The continents of M49, which share no country with each other.
    static let continents: Set<String> = ["africa", "americas", "asia", "europe", "oceania"]

    /// Countries that ISO 3166 lists by themselves and that the name of a state may include all the same:
    /// whether `france` covers `guadeloupe` depends on who wrote it.
    static let belongings = """
        us: as gu mp pr um vi
        gb: ai bm fk gg gi gs im io je ky ms pn sh tc vg
        fr: bl gf gp mf mq nc pf pm re tf wf yt
        nl: aw bq cw sx
        dk: fo gl
        no: bv sj
        fi: ax
        au: cc cx hm nf
        nz: ck nu tk
        cn: hk mo tw
        ma: eh
        il: ps
        """

    /// Countries that M49 puts elsewhere and that people count to a region as well.
    static let borders = """
        europe: am az cy ge kz tr
        asia: eg pg ru
        oceania: id tl us
        """
}
