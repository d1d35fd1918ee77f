/**
 * The words in which agencies say that copy must not be published, or not yet, by their meaning and their language. To add
 * a word, write it here: letter case and accents do not matter, `…*` is the beginning of words and `*…` their end, and an entry can be a
 * few words. If a word is in two meanings, the earlier one counts.
 */

/** The meaning of a word. Each is one letter, so that a rule can be a pattern over the letters of a line. */
export type Meaning =
  /** That copy is under embargo. */
  | 'E'
  /** An embargo; also one of arms or of oil. */
  | 'e'
  /** To hold copy back. */
  | 'H'
  /** To withdraw: words that agencies use for copy. */
  | 'K'
  /** To withdraw: words of every day. */
  | 'k'
  /** Not. */
  | 'N'
  /** Publication: nouns and infinitives. */
  | 'P'
  /** Published: words that have this meaning only beside others. */
  | 'p'
  /** Copy that is sent in advance. */
  | 'D'
  /** That an embargo ends. */
  | 'L'
  /** Before, until, after. */
  | 'U'
  /** A time of the clock. */
  | 'c'
  /** Any other time. */
  | 'T'
  /** At once. */
  | 'I'
  /** For. */
  | 'F'
  /** Copy: story, item, dispatch. */
  | 'S'
  /** What copy can also be about: report, speech, study. */
  | 's'
  /** The name of the copy is what follows. */
  | 'G'
  /** Editions of newspapers. */
  | 'm'
  /** Words that emphasize an order, and media to which it applies. */
  | 'M'
  /** Those who get the order, and agencies. */
  | 'A'
  /** Please. */
  | 'Y'
  /** This, the following. */
  | 'd'
  /** Is, must be, has been. */
  | 'b'
  /** Words of grammar. */
  | 'f';

type Language = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'it';

export const handlingWords: Record<Meaning, Partial<Record<Language, string>>> = {
  E: {
    en: 'embargoed, under embargo, embargo’d, check against delivery, hfr',
    de: 'sperrfrist*, *sperrfrist, sperrvermerk, sperrzeit, embargiert, unter embargo, embargofrist, embargozeit, presseembargo, medienembargo, nachrichtensperre',
    fr: 'sous embargo, embargoté',
    es: 'bajo embargo, embargado, embargada, embargados, embargadas',
    pt: 'sob embargo',
    it: 'sotto embargo, embargato, embargata',
  },
  e: { en: 'embargo, embargos, embargoes, embarg, embg' },
  H: {
    en: 'hold, held, holding, on hold, withhold, withholds, withheld, withholding, stop, stopped, cease, blocked, restricted, confidential, moratorium, locked, timelock, time lock, wait for release, await release, keep until, save until, internal use',
    de: 'gesperrt, gesperrte, gesperrter, gesperrtes, sperren, sperre, zurückhalten, zurückgehalten, zurückzuhalten, zurückstellen, zurückgestellt, halten, stoppen, gestoppt, stopp, vertraulich, internen verwendung, interne verwendung, internen gebrauch, internen nutzung',
    fr: 'bloqué, bloquée, bloqués, bloquées, bloquer, retenir, retenu, retenue, suspendu, suspendue, suspendre, confidentiel, confidentielle, restreint, restreinte, restreints, restreintes, réservé, réservée, réservés, réservées, garder jusqu, conserver jusqu, usage interne',
    es: 'bloqueado, bloqueada, bloquear, retener, retenido, retenida, reténgase, suspendido, suspendida, reservado, reservada, reservados, reservadas, confidencial, guardar hasta, mantener hasta, uso interno',
    pt: 'reter, retido, retida, suspenso, suspensa, segurar até, aguardar até, uso interno',
    it: 'bloccato, bloccata, bloccare, blocco, trattenere, trattenuto, trattenuta, sospeso, sospesa, sospendere, riservato, riservata, riservati, riservate, riservato fino, riservata fino, uso interno',
  },
  K: {
    en: 'kill, kills, killed, killing, withdraw, withdraws, withdrawn, withdrew, withdrawing, withdrawal, annul, annuls, annulled, annulling, annulment, retract, retracts, retracted, retracting, retraction',
    de: 'rücknahme, rückruf, rückzug, streichung, entfällt, zurückgezogen, zurückziehen, zurückziehung, zurückzuziehen, zurückgenommen, zurücknehmen, widerrufen, widerruf, storno, storniert, stornieren, stornierung, annullierung, annulliert, annullieren, ersatzlos',
    fr: 'annulation, annule, annulé, annulée, annulés, annulées, annuler, annulons, annulez, retrait, retiré, retirée, retirés, retirées, retirer, retirons, retirez',
    es: 'anulación, anular, anula, anulado, anulada, anuladas, anulados, anulen, anulamos, anúlese, retirar, retirado, retirada, retira, retiramos, retiren, retracta, retractación',
    pt: 'anulação, anulamos, retiramos, anule, anulem, retratação, retirem, retração',
    it: 'annullamento, annullare, annulla, annullato, annullata, annullate, annullati, annulliamo, ritiro, ritirato, ritirata, ritirare, ritira, ritiriamo, ritrattazione',
  },
  k: {
    en: 'eliminate, elimination, eliminated, cancel, cancels, cancelled, canceled, cancelling, canceling, cancellation, void, null and void, delete, deleted, deletion, remove, removed, removes, removing, removal, disregard, disregarded, ignore, scrap, scrapped, spike, spiked, pull, pulled, pulls, rescind, rescinded, revoke, revoked, discard, discarded, suppress, unpublish, unpublished, take down, taken down, takedown, no longer valid, invalid, nullified, destroy, sent in error, issued in error, moved in error, transmitted in error, published in error, released in error, by mistake, recall, recalled',
    de: 'löschen, gelöscht, löschung, streichen, gestrichen, ignorieren, gegenstandslos, ungültig, verwerfen, entfernen, entfernt, hinfällig, nicht beachten, irrtümlich, versehentlich, vernichten, zieht, ziehen, nimmt, nehmen',
    fr: 'supprimer, supprimé, supprimée, supprimés, suppression, effacer, ignorer, détruire, par erreur, tenir compte, ne plus tenir, caduc, caduque, nul, nulle, nul et non avenu',
    es: 'eliminar, eliminado, eliminada, eliminen, eliminación, borrar, por error, destruir, borrado, borrada, borren, descartar, descartado, descartada, descarten, cancelar, cancelado, cancelada, cancelen, cancelación, suprimir, suprimida, suprimido, caso omiso, sin efecto, tener en cuenta, tengan en cuenta, tenga en cuenta, invalidada, desestimar, desestimen, sin validez, ignorar, ignoren, ignore',
    pt: 'cancelamento, desconsiderar, por engano, por erro, destruir, desconsidere, desconsiderem, desconsiderada, desconsiderado, apagar, apagada, apaguem, sem efeito, excluir, excluída, eliminação, cancelem, ignorem, remover, removida, removido, remoção, despublicar',
    it: 'cancellare, cancellato, cancellata, cancellazione, cancellate, eliminare, per errore, distruggere, eliminato, eliminata, eliminazione, rimuovere, rimosso, rimossa, rimozione, tenere conto, tener conto, ignorare, cestinare, cestinata, non valida, non valido, revocata, revoca',
  },
  N: {
    en: 'no longer, not, no, don’t, never, cannot, can’t, mustn’t, without, forbidden, prohibited, avoid, refrain, none',
    de: 'nicht, nichts, kein, keine, keiner, keinen, keinesfalls, verboten, untersagt',
    fr: 'ne, n, pas, rien, ni, interdit, interdite, interdiction, défense de, jamais, aucun, aucune',
    es: 'prohibido, prohibida, prohibidos, nunca, prohíbe, ninguno, ninguna',
    pt: 'não, proibido, proibida, proibidos, vedada, vedado, interdita, interdito, nenhum, nenhuma',
    it: 'non, vietato, vietata, vietate, vietati, divieto, nessuno, nessuna',
  },
  D: {
    en: 'advance, adv, advances, in advance, advanced',
    de: 'vorab, vorabmeldung, vorabbericht',
  },
  L: {
    en: 'lifts, lifted, lift, ends, expires, expiry, lifting, expired, ended',
    de: 'endet, fällt, erlischt, aufgehoben, ende',
    fr: 'levé, levée, lève, expire, lever',
    es: 'levanta, levantado, expira, termina, vence, levantará',
    pt: 'levantado, expira, termina, encerra, suspende',
    it: 'scade, termina, cessa, tolto',
  },
  I: {
    en: 'immediate, instant',
    de: 'sofortigen, sofortige, sofort',
    fr: 'immédiate, immédiat',
    es: 'inmediata, inmediato',
    pt: 'imediata, imediato',
    it: 'immediata, immediato',
  },
  P: {
    en: 'publication, publish, release, use, usage, broadcast, transmission, distribution, dissemination, distribute, disseminate, transmit, usable, useable, releasable, publishable',
    de: 'veröffentlichung*, veröffentlichen, freigabe, frei, verwendung, verwenden, verwendbar, verbreitung, verbreiten, senden, sendung, publikation, publizieren, nutzung, nutzen, ausstrahlung, ausstrahlen, abdruck, verwertung, sendefrei, sperrfristfrei, freizugeben',
    fr: 'publier, diffusion, diffuser, utiliser, utilisation, parution, paraître, reproduire, exploiter, transmettre, libre, utilisable, publiable, diffusable, diffusables',
    es: 'publicar, publíquese, publicación, publicarse, publiquen, publique, difundir, difusión, difundirse, difundan, usar, usen, uso, usarse, utilizar, utilizarse, utilicen, utilización, emitir, emisión, divulgar, divulgarse, divulgación, distribuir, distribución, publicable, utilizable',
    pt: 'publicação, divulgação, difusão, utilização, veicular, veiculação, transmitir, transmissão, distribuição, publicar-se, divulguem, utilizem, utilizável, publicável',
    it: 'pubblicare, pubblicazione, pubblicate, diffondere, diffusione, diffondete, utilizzare, utilizzo, utilizzate, usare, divulgare, divulgazione, trasmettere, trasmissione, pubblicabile, utilizzabile, diffondibile',
  },
  p: {
    en: 'published, released, used, broadcasted, run, print, printed, air, aired, airing, post, posted, posting, publishing, publicise, publicize, quote, quoted, report, reported, disclose, disclosed, circulate, circulated, share, shared, send, sent, move, moved, transmitted, distributed, cleared, upload, stream, reporting, available, put online',
    de: 'veröffentlicht, verwendet, verbreitet, freigegeben, gesendet, publiziert, gedruckt, drucken, genutzt, nutzbar, verwertet',
    fr: 'publié, publiée, publiés, diffusé, diffusée, diffusés, utilisé, utilisée, utilisés, imprimer, imprimé, mettre en ligne, mise en ligne, reprendre, reprise',
    es: 'publicado, publicada, publicados, difundido, difundida, usado, usada, utilizado, utilizada, emitido, emitida, divulgado, divulgada, liberado',
    pt: 'veiculado, veiculada, transmitida, libertado, libertada, liberado, liberada',
    it: 'pubblicato, pubblicata, pubblicati, diffuso, diffusa, diffusi, utilizzato, utilizzata, usato, usata',
  },
  U: {
    en: 'until, untill, till, til, before, after, prior, from, ahead, pending, unless, when, once, starting, beginning, earliest, onwards, onward, earlier than, no earlier, as of',
    de: 'bis, vor, ab, nach, frühestens, vorher, seit',
    fr: 'jusqu, jusque, avant, après, dès, à partir, à compter',
    es: 'hasta, antes, después, desde, a partir, previo',
    pt: 'até, depois, após, antes',
    it: 'fino, prima, dopo, dal, dalla, dalle, dall, a partire, sino, entro',
  },
  c: {
    en: 'gmt, utc, edt, bst, cet, cest, est time, hrs, hours, noon, midnight, midday, am, pm, a m, p m, zulu, o’clock',
    de: 'uhr, mez, mesz, mitternacht, mittag',
    fr: 'heure, heures, h, minuit, midi',
    es: 'hora, horas, medianoche, mediodía',
    pt: 'meia noite, meio dia, meia-noite, brt',
    it: 'ore, ora, mezzanotte, mezzogiorno',
  },
  T: {
    en: 'monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun, january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, today, tonight, tomorrow, morning, evening, afternoon, night, week, weekend, local, further notice, further orders, orders, delivery, approval, approved, clearance',
    de: 'montag*, dienstag*, mittwoch*, donnerstag*, freitag*, samstag*, sonnabend*, sonntag*, januar, jänner, februar, märz, mai, juni, juli, oktober, dezember, okt, dez, heute, morgen, abend, nacht, ortszeit, vormittag, nachmittag, auf weiteres, redebeginn, beginn, freigabe durch',
    fr: 'lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, janvier, février, mars, avril, juin, juillet, août, septembre, octobre, novembre, décembre, janv, fév, févr, avr, juil, demain, soir, matin, aujourd, hui, nouvel ordre, locale',
    es: 'lunes, martes, miércoles, jueves, viernes, sábado, domingo, enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, noviembre, diciembre, ene, abr, ago, dic, hoy, mañana, tarde, noche, nuevo aviso, semana',
    pt: 'segunda, terça, quarta, quinta, sexta, feira, sábado, domingo, janeiro, fevereiro, março, maio, junho, julho, setembro, outubro, novembro, dezembro, fev, mai, set, dez, hoje, amanhã, manhã, noite, lisboa, brasília',
    it: 'lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, settembre, ottobre, dicembre, gen, mag, giu, lug, ott, oggi, domani, sera, stasera, mattina, italiane, nuovo avviso',
  },
  G: {
    en: 'slugged, slug, slugline, headlined, headline, titled, entitled, datelined, numbered, number, keyword, transmitted under',
    de: 'titel, überschrift, stichwort, kennwort, nummer, betr, betreff, betrifft',
    fr: 'intitulé, intitulée, titré, titrée, numéro',
    es: 'titulado, titulada, título, número',
    pt: 'intitulado, intitulada',
    it: 'intitolato, intitolata, titolo, dal titolo, numero',
  },
  S: {
    en: 'story, stories, copy, copies, item, items, article, articles, dispatch, despatch, take, takes, lead, lede, ld, snap, alert, flash, package, feature, newsfeature, column, material, content, version, versions, photo, photos, picture, pictures, graphic, graphics, video, interview, file, stories’',
    de: 'meldung*, beitrag, beiträge, artikel, geschichte, nachricht, korrespondentenbericht, eilmeldung, fassung, vorversion, vorgängermeldung, zusammenfassung, bild, bilder, fotos, grafik',
    fr: 'dépêche, dépêches, papier, papiers, info, information, informations, sujet, contenu, bulletin, alerte, photo, photos, infographie',
    es: 'noticia, noticias, nota, notas, despacho, despachos, artículo, artículos, teletipo, cable, crónica, reportaje, información, informaciones, pieza, contenido, entrevista',
    pt: 'artigo, artigos, peça, matéria, reportagem, conteúdo, notícia, informação, informações, telex, linha',
    it: 'articolo, articoli, informazione, informazioni, notizia, notizie, lancio, lanci, pezzo, servizio, dispaccio, contenuto, materiale, foto',
  },
  s: {
    en: 'reports, speech, study, paper, document, documents, statement, remarks, results, data, findings, text, budget, book, review, series',
    de: 'text, texte, bericht, studie, rede, dokument, redetext, manuskript, vorbericht',
    fr: 'rapport, discours, étude, communiqué, document, texte, textes',
    es: 'informe, estudio, discurso, comunicado, documento, texto, textos',
    pt: 'relatório, estudo, documento',
    it: 'rapporto, studio, discorso, comunicato, documento, testo, testi',
  },
  m: {
    en: 'ams, pms, papers, editions, edition, newspapers, weeklies, dailies',
    de: 'ausgaben, ausgabe, morgenausgabe, morgenausgaben, mittagausgaben, mittagsausgaben, abendausgabe, abendausgaben, montagausgabe, montagausgaben, montagsausgabe, montagsausgaben, dienstagausgaben, dienstagsausgaben, mittwochausgaben, mittwochsausgaben, donnerstagausgaben, donnerstagsausgaben, freitagausgaben, freitagsausgaben, samstagausgabe, samstagausgaben, samstagsausgabe, samstagsausgaben, sonntagausgaben, sonntagsausgabe, sonntagsausgaben, wochenendausgabe, wochenendausgaben, zeitungen',
    fr: 'éditions, édition, journaux',
    es: 'ediciones, edición, diarios, periódicos',
    pt: 'edições, edição, jornais',
    it: 'edizioni, edizione, giornali',
  },
  M: {
    en: 'mandatory, bulletin, strictly, strict, important, urgent, advisory, attention, warning, note, notes, notice, notification, reminder, full, absolute, total, press, media, social media, news, web, online, internet, website, websites, tv, television, radio, archive, archives, platforms, worldwide, global, handling, order, instruction, instructions, priority, correction, substitute, observe, observed, respect, apply, applies, place, effect, force, broadcasters',
    de: 'soziale medien, sozialen medien, streng, strikt, strengstens, wichtig, wichtiger, achtung, eil, eilt, dringend, dringender, hinweis, beachten, einhalten, gilt, redaktioneller, strenge, strikte, verbindlich, zwingend, presse, hörfunk, fernsehen, archiv, archiven, pflicht',
    fr: 'réseaux sociaux, strict, stricte, strictement, avis, rappel, impératif, impérativement, respecter, presse, obligatoire, télévision, archives, sites, strictes, noter, absolu, absolue, fixé, fixée, respectez, respect',
    es: 'redes sociales, estricto, estricta, estrictamente, atención, aviso, importante, urgente, obligatorio, obligatoria, prensa, respetar, respeten, respeto, respétese, informativo, informativa, periodístico, televisión, archivo, archivos, orden, rige',
    pt: 'redes sociais, estrito, estrita, estritamente, atenção, rigoroso, rigorosa, rigorosamente, obrigatório, obrigatória, imprensa, respeitar, respeito, respeitem, jornalístico, noticioso, televisão, arquivo, arquivos, ordem',
    it: 'rigido, rigoroso, rigorosamente, tassativo, tassativa, tassativamente, attenzione, avviso, avvertenza, obbligatorio, obbligatoria, stampa, rispettare, rispetto, rispettate, totale, assoluto, giornalistico, siti, archivi, archivio, ordine',
  },
  A: {
    en: 'editors, editor, eds, ed, desk, desks, newsroom, newsrooms, clients, client, subscribers, members, customers, users, producers, colleagues, staff, managers, agence france presse, associated press, deutsche presse agentur',
    de: 'redaktion*, redakteure, redakteur, kunden, bezieher, abonnenten, herausgeber, kollegen',
    fr: 'rédaction, rédactions, rédacteurs, abonnés, clients, chefs, rédacteur, confrères',
    es: 'redacción, redacciones, editores, redactores, clientes, abonados, suscriptores, señores, sres',
    pt: 'redação, redações, redacção, redacções, assinantes, subscritores, senhores, editoras',
    it: 'redazione, redazioni, abbonati, redattori, clienti, direttori, colleghi',
  },
  Y: {
    en: 'please, pls, kindly',
    de: 'bitte, wir bitten, bitten',
    fr: 'prière, merci, veuillez, svp, s’il vous plaît, nous vous prions, vous prions, vous demandons',
    es: 'por favor, favor, sírvanse, sírvase, rogamos, ruega, ruego, se ruega, rogándose, hagan, haga, hacer',
    pt: 'queiram, queira, pede se, pedimos, solicita se, agradecemos, agradece se, solicitamos',
    it: 'si prega, preghiamo, pregati, pregasi, per favore, cortesemente, gentilmente',
  },
  d: {
    en: 'this, these, following, above, preceding, previous, earlier, below, same, original',
    de: 'dieser, diese, dieses, diesem, diesen, folgende, folgender, folgendes, folgenden, vorstehende, vorige, vorigen, vorangegangene, obige, obigen, nachstehende, nachstehender',
    fr: 'ce, cet, cette, ces, suivant, suivante, précédent, précédente, ci, dessus, dessous, présente',
    es: 'este, esta, estos, estas, siguiente, siguientes, anterior, anteriores, presente',
    pt: 'esse, essa, seguinte, seguintes, deste, desta, neste, nesta',
    it: 'questo, questa, questi, queste, quest, seguente, seguenti, precedente, precedenti, suddetto',
  },
  b: {
    en: 'is, are, was, were, be, been, being, remains, remain, stays, permitted, allowed, authorised, authorized, has, have, must, should, will, shall, can, could, isn, aren, it’s',
    de: 'wird, werden, worden, gestattet, erlaubt, zulässig, bleibt, wurde, wurden, ist, sind, sei, darf, dürfen, soll, sollen, muss, müssen, kann, zu, hat, haben',
    fr: 'autorisée, autorisé, permise, reste, est, sont, été, être, doit, doivent, sera, seront, peut, peuvent, a été, ont',
    es: 'permitido, permitida, autorizado, autorizada, sigue, es, está, están, ser, sido, ha, queda, quedan, debe, deben, será, fue, son, puede, pueden, ha sido, han, quedar',
    pt: 'permitida, autorizada, permitido, autorizado, foi, deve, devem, fica, ficam, pode, podem, são, estão, sejam, seja',
    it: 'consentito, consentita, permesso, permessa, autorizzata, è, essere, viene, va, vanno, deve, devono, stato, stata, sono, può, sia, resta, rimane',
  },
  F: {
    en: 'for',
    de: 'für, zur, zum',
    fr: 'pour',
    es: 'para',
    it: 'per, da',
  },
  f: {
    en: 'the, an, a, of, to, and, on, at, in, by, it, its, as, with, all, any, immediately, now, only, very, make, sure, certain, ensure, that, which, also, yet, asked, requested, urged, required, wrong, erroneous, incorrect, possible, fully, completely, time, date, day, status, subject, under, us, we, you, your, our, i, e, s, d, st, nd, rd, th, m, p, z, information, previously, so, do, does, their, hereby, there, per, using, strictly, further, advised, advice, instructions, reason, reasons, re, ref, st, has been, otherwise, if, already, these, again, here, been, wire, service, up, down, back, dated, terms, or, keep, free, good, replaces, replaced, replacing, ok, timed, upon',
    de: 'der, die, das, den, dem, des, ein, eine, einer, einem, einen, und, oder, im, am, um, an, auf, aus, von, vom, mit, umgehend, unverzüglich, noch, alle, allen, sie, wir, ihre, nur, erst, zeit, datum, als, sich, uns, hiermit, komplett, vollständig, weiteres, bestimmt, jahr, zurück, liebe, beim, bei, ihnen, dass, auch, weiter, weiterhin, mehr, gebeten, falsch, falsche, fehlerhaft, möglich, obengenannte, ersetzt',
    fr: 'le, la, les, l, de, du, des, un, une, et, au, aux, à, sur, en, par, il, qu, que, bien, vouloir, vous, nous, toute, tout, tous, toutes, immédiatement, date, temps, n’est, c, y, se, plus, votre, vos, dans, leur, leurs, ou, encore, possible, erroné, erronée, priés, invités, remplace, remplacée, remplacé, remplacer, sa, son, ses, nos',
    es: 'el, los, las, lo, del, al, una, y, se, su, sus, inmediatamente, solo, sólo, fecha, nuestra, ella, todos, todas, todo, con, por, o, nueva, nuevo, les, aún, todavía, dejar, errónea, erróneo, sustituye, reemplaza, sustituida, sustituido',
    pt: 'os, as, do, dos, das, ao, aos, às, na, nas, nos, em, um, uma, imediatamente, só, data, tempo, ou, pela, pelas, com, todos, ainda, pelo, errada, errado, pedido, substitui, substituída, seu, sua',
    it: 'il, lo, gli, i, di, della, dei, delle, dello, alla, alle, allo, ai, agli, nel, nella, si, immediatamente, subito, data, tempo, tutti, tutte, tutto, vi, ed, o, sul, sulla, ancora, con, sostituisce, sostituita, sua, suo',
  },
};

// Orders to editors have forms of verbs that no table can list: “utilizzarla”, “não usem”, “publíquenlo”, “ne publiez pas”.
const PRONOUN = '(?:se|me|te|nos|si|ci)?(?:lo|la|los|las|le|li|ne)?';
/** Forms of verbs, in plain small letters, with their meaning. */
export const handlingVerbs: readonly [RegExp, Meaning][] = [
  // Infinitives with a pronoun.
  [
    new RegExp(
      `^(?:(?:public|divulg|utiliz|us|emple|pubblic|utilizz|divulg|veicul)ar|(?:difund|emit|transmit|distribu|reproduc)ir|(?:diffond|trasmett)er|riprodur)${PRONOUN}$`,
    ),
    'P',
  ],
  // Imperatives and subjunctives, with or without a pronoun.
  [
    new RegExp(
      `^(?:publique|divulgue|utilice|utilize|emplee|difunda|emita|transmita|distribuya|distribua|reproduzca|reproduza|veicule|use)[nm]?${PRONOUN}$`,
    ),
    'P',
  ],
  [
    new RegExp(
      `^(?:pubblicate|diffondete|utilizzate|usate|divulgate|trasmettete|riproducete|pubblichi(?:no)?|diffonda(?:no)?|utilizzi(?:no)?|usino|divulghi(?:no)?|trasmettano)${PRONOUN}$`,
    ),
    'P',
  ],
  [/^(?:publi|diffus|utilis|exploit|reproduis|retransmett|transmett|divulgu)(?:ez|ions|ons)$/, 'P'],
  // The same of verbs with which copy is withdrawn.
  [
    /^(?:(?:elimin|borr|descart|cancel|ignor|anul|retir|annull|cancell|ritir|cestin|apag|desconsider)ar|(?:suprim|destru)ir|(?:rimuover|distrugger|remover))(?:lo|la|los|las|li|le)$/,
    'k',
  ],
  [
    /^(?:(?:elimin|borr|descart|cancel|ignor|anul|retir|desconsider|remov|apagu)e[nm]|supriman|destruyan|(?:elimin|annull|cancell|ritir|ignor|cestin)ate|rimuovete|distruggete)(?:lo|la|los|las|li|le)?$/,
    'k',
  ],
  [/^(?:supprim|ignor|effac|retir|annul)ez$|^detruisez$/, 'k'],
  [
    /^(?:reten(?:er|ga|gan)|bloque(?:e|en)|trattener|trattenete|bloccate)(?:lo|la|los|las|li|le)?$|^(?:reten|bloqu)ez$/,
    'H',
  ],
];
