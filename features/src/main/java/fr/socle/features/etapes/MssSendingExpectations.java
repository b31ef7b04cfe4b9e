package fr.socle.features.etapes;

import static java.util.stream.Collectors.toSet;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Attentes on the messages that reached the operator, and on those that did not. */
public final class MssSendingExpectations {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final MssDesk desk;
  private final DmpDesk documents;

  /** Built for each scenario. */
  public MssSendingExpectations(
      ScenarioRun scenario, Consultation consultation, MssDesk desk, DmpDesk documents) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.documents = documents;
  }

  /** It came, and only once. */
  @Alors("le confrère a reçu ce document une seule fois")
  public void colleagueReceivedOnce() {
    receivedOnce("Le confrère", desk.colleague(), "MSS/va1.26", "MSS/va1.02");
  }

  /** The same, of the patient. */
  @Alors("le patient a reçu ce document une seule fois")
  public void patientReceivedOnce() {
    receivedOnce(
        "Le patient", desk.patient(), "MSS/va1.01", "MSS/va1.17", "MSS/va1.19", "MSS/UX.32");
  }

  /** The same bytes went to all. */
  @Alors("c'est le même document que celui du DMP")
  public void sameAsDmp() {
    DmpWritten document = documents.last();
    documents.arrives(document);
    Set<String> atDmp =
        documents.sent(document).stream()
            .flatMap(sent -> sent.cda().stream())
            .map(DmpCda::id)
            .collect(toSet());
    List<MssMail> mails = desk.taken(exchange -> true).toList();
    boolean same =
        !mails.isEmpty()
            && !atDmp.isEmpty()
            && mails.stream()
                .allMatch(
                    mail ->
                        mail.archive().stream()
                            .flatMap(archive -> archive.documents().stream())
                            .map(DmpCda::id)
                            .collect(toSet())
                            .equals(atDmp));
    check(
        "Le document du message est celui que le DMP a reçu.",
        same,
        mails.size() + " message, dont l'archive ne tient pas le CDA du DMP",
        "Faites le CDA une fois, et envoyez le même au DMP et par MSSanté.",
        "MSS/va1.26",
        "MSS/va1.01");
  }

  /** Archive and pages. */
  @Alors("son message porte l'archive et le PDF du document")
  public void carriesBoth() {
    carries(1);
  }

  /** Of each of them. */
  @Alors("son message porte l'archive et le PDF des deux documents")
  public void carriesAll() {
    carries(2);
  }

  private void carries(int count) {
    Optional<MssMail> mail = colleagueMail();
    List<DmpWritten> expected =
        documents.written().subList(documents.written().size() - count, documents.written().size());
    Optional<MssArchive> archive = mail.flatMap(MssMail::archive);
    boolean archived =
        archive.isPresent() && expected.stream().allMatch(one -> archive.get().holds(one));
    long pages =
        mail.stream()
            .flatMap(one -> one.pages().stream())
            .filter(page -> isPdf(page.content()))
            .count();
    check(
        "Le message porte IHE_XDM.ZIP et un PDF par document.",
        archived && pages >= count && archive.get().documents().size() == count,
        (archive.isEmpty() ? "sans archive lisible" : archive.get().documents().size() + " CDA")
            + ", "
            + pages
            + " PDF",
        "Joignez l'archive IHE_XDM.ZIP des CDA et le PDF/A-1 de chacun.",
        "MSS/CONF.23",
        "MSS/va1.26",
        "MSS/va1.01",
        "MSS/va1.17");
  }

  /** The archive names him alone. */
  @Alors("son archive ne nomme que ce patient")
  public void namesThisPatientOnly() {
    Set<String> named =
        colleagueMail().flatMap(MssMail::archive).map(MssArchive::patients).orElse(Set.of());
    String ins = documents.ins();
    check(
        "L'archive ne nomme que le patient, par son INS.",
        named.size() == 1 && named.iterator().next().startsWith(ins + "^"),
        named.size() + " identité dans le METADATA.XML : " + String.join(", ", named),
        "Mettez dans patientId du METADATA.XML l'INS qualifiée du patient, et un patient par"
            + " message.",
        "MSS/CONF.23");
  }

  /** The PDF is that of the CDA. */
  @Alors("le PDF joint est celui du CDA")
  public void samePdf() {
    Optional<MssMail> mail = colleagueMail();
    Optional<byte[]> inside =
        mail.flatMap(MssMail::archive).stream()
            .flatMap(archive -> archive.documents().stream())
            .flatMap(cda -> cda.pdf().stream())
            .findFirst();
    scenario.requireCovered(
        inside.isPresent(),
        "L'archive n'a pas de CDA de niveau 1 qui porte un PDF : rien à comparer au PDF joint.");
    boolean same =
        mail.stream()
            .flatMap(one -> one.pages().stream())
            .anyMatch(page -> Arrays.equals(page.content(), inside.orElseThrow()));
    check(
        "Le PDF joint est, à l'octet, celui du CDA de niveau 1.",
        same,
        "un autre PDF, ou aucun",
        "Joignez au message le PDF même que le CDA de niveau 1 porte.",
        "CDA/DD.12");
  }

  /** ECO.2.1.3. */
  @Alors("son objet annonce le document et le patient")
  public void subjectTells() {
    subject("");
  }

  /** The same, of several. */
  @Alors("son objet annonce deux documents du patient")
  public void subjectTellsTwo() {
    subject("2 documents");
  }

  private void subject(String label) {
    String subject = colleagueMail().map(MssMail::subject).orElse("");
    boolean ok =
        MssLabels.announces(subject, label, consultation.patient().birthName(), givenNames());
    check(
        "L'objet suit le format XDM/1.0/DDM+ : libellé, nom, prénom.",
        ok,
        "objet « " + subject + " »",
        "Écrivez XDM/1.0/DDM+, le libellé du type de document coupé à 40 caractères (ou « N"
            + " documents »), le NOM, le prénom et, si vous voulez, la date de naissance.",
        "MSS/CONF.25");
  }

  private List<String> givenNames() {
    Patient patient = consultation.patient();
    List<String> names = new ArrayList<>(patient.birthFirstNames());
    names.add(patient.firstNameUsed());
    return names;
  }

  /** ECO.2.2.7. */
  @Alors("l'émetteur y est nommé")
  public void senderIsNamed() {
    String label = anyMail().map(MssMail::senderLabel).orElse("");
    String family = consultation.professional().familyName();
    check(
        "Le nom du médecin est à côté de son adresse.",
        MssLabels.words(label).contains(MssLabels.words(family)),
        "libellé « " + label + " »",
        "Mettez à côté de l'adresse d'émission le prénom et le NOM de qui écrit.",
        "MSS/va1.16");
  }

  /** ECO.2.2.4. */
  @Alors("son texte se lit, en {int} mots au moins")
  public void readsAsText(int words) {
    Optional<MssMail.Piece> body = anyMail().flatMap(MssMail::body);
    boolean ok =
        body.isPresent()
            && body.get().type().equals("text/plain")
            && new String(body.get().content(), StandardCharsets.UTF_8).strip().split("\\s+").length
                >= words;
    check(
        "Le corps du message est un texte.",
        ok,
        body.map(part -> "corps « " + part.type() + " »").orElse("aucun corps"),
        "Écrivez le corps en text/plain, ou en multipart/alternative : text/plain puis text/html.",
        "MSS/va1.11");
  }

  /** ECO.2.4.1. */
  @Alors("son en-tête dit le code de chaque CDA de l'archive")
  public void tellsCodes() {
    MssArchive archive = archiveToColleague();
    Set<String> expected = archive.documents().stream().map(DmpCda::code).collect(toSet());
    String found = colleagueMail().map(mail -> mail.header("X-MSS-CODECDA")).orElse("");
    check(
        "X-MSS-CODECDA donne le code de chaque CDA.",
        Set.copyOf(List.of(found.split("[,;\\s]+"))).equals(expected),
        "X-MSS-CODECDA « " + found + " » ; code des CDA « " + String.join(", ", expected) + " »",
        "Mettez dans X-MSS-CODECDA le code de chaque CDA de l'archive, séparés par des virgules.",
        "MSS/CONF.15");
  }

  private MssArchive archiveToColleague() {
    Optional<MssArchive> archive = colleagueMail().flatMap(MssMail::archive);
    scenario.requireCovered(
        archive.isPresent(),
        "Le message ne porte pas d'archive de CDA : son en-tête n'a rien à en dire.");
    return archive.orElseThrow();
  }

  /** ECO.2.4.2. */
  @Alors("son en-tête dit une INS {qualif}")
  public void tellsIns(String flag) {
    archiveToColleague();
    String found = colleagueMail().map(mail -> mail.header("X-MSS-INS")).orElse("");
    check(
        "X-MSS-INS dit si l'INS de l'archive est qualifiée.",
        found.equals(flag),
        "X-MSS-INS « " + found + " » au lieu de « " + flag + " »",
        "Mettez X-MSS-INS à O quand l'archive porte une INS qualifiée et ses traits, à N sinon.",
        "MSS/CONF.14");
  }

  /** Neither of both when there is no document. */
  @Alors("son en-tête ne dit rien d'un document")
  public void tellsNothingOfDocuments() {
    Optional<MssMail> mail = anyMail();
    check(
        "Un message sans CDA ne porte pas X-MSS-CODECDA.",
        mail.isPresent() && !mail.get().has("X-MSS-CODECDA"),
        mail.map(one -> "X-MSS-CODECDA « " + one.header("X-MSS-CODECDA") + " »")
            .orElse("aucun message"),
        "Ne mettez X-MSS-CODECDA qu'aux messages qui portent un CDA.",
        "MSS/CONF.15");
    check(
        "Un message sans CDA ne porte pas X-MSS-INS.",
        mail.isPresent() && !mail.get().has("X-MSS-INS"),
        mail.map(one -> "X-MSS-INS « " + one.header("X-MSS-INS") + " »").orElse("aucun message"),
        "Ne mettez X-MSS-INS qu'aux messages qui portent un CDA.",
        "MSS/CONF.14");
  }

  /** ECO.2.4.3. */
  @Alors("son en-tête dit la référence du logiciel")
  public void tellsReference() {
    String found = anyMail().map(mail -> mail.header("X-MSS-NIL")).orElse("");
    check(
        "X-MSS-NIL donne la référence du produit.",
        !found.isBlank(),
        "X-MSS-NIL absent",
        "Mettez à tous les messages X-MSS-NIL, la référence que Convergence a donnée au produit.",
        "MSS/CONF.16");
  }

  /** ECO.2.2.8. */
  @Alors("son en-tête ferme l'échange")
  public void endsExchange() {
    String found =
        arrived(desk.mail(MssTraffic::isToAPatient))
            .map(mail -> mail.header("X-MSS-MES"))
            .orElse("");
    check(
        "X-MSS-MES vaut FIN.",
        found.equals("FIN"),
        "X-MSS-MES « " + found + " »",
        "Mettez X-MSS-MES à FIN, en capitales, quand vous n'attendez pas de réponse du patient.",
        "MSS/CONF.21");
  }

  /** The user did not ask for it. */
  @Alors("son en-tête laisse l'échange ouvert")
  public void keepsExchangeOpen() {
    Optional<MssMail> mail = anyMail();
    check(
        "Rien ne ferme l'échange quand l'utilisateur ne l'a pas demandé.",
        mail.isPresent() && !mail.get().has("X-MSS-MES"),
        mail.map(one -> "X-MSS-MES « " + one.header("X-MSS-MES") + " »").orElse("aucun message"),
        "Ne mettez X-MSS-MES qu'à un message au patient dont on ne veut pas de réponse.",
        "MSS/CONF.21");
  }

  /** ECO.2.3.1, ECO.2.3.2. */
  @Alors("son message demande un accusé de {accuse}")
  public void asksForReceipt(String receipt) {
    boolean read = receipt.equals("accuseLecture");
    String header = read ? "Disposition-Notification-To" : "Return-Receipt-To";
    String found = anyMail().map(mail -> mail.header(header)).orElse("");
    check(
        header + " porte l'adresse du médecin.",
        found.contains(desk.own()),
        header + " « " + found + " »",
        "Mettez " + header + " quand l'utilisateur demande cet accusé.",
        read ? "MSS/UX.33" : "MSS/va1.15");
  }

  /** MSS/va1.02. */
  @Alors("son message dit qu'il annule et remplace le précédent")
  public void saysItReplaces() {
    Optional<MssMail> mail = colleagueMail();
    String words = mail.map(one -> one.subject() + " " + one.text()).orElse("");
    boolean newer =
        mail.flatMap(MssMail::archive).stream()
            .flatMap(archive -> archive.documents().stream())
            .anyMatch(cda -> !cda.replaced().isEmpty());
    check(
        "La nouvelle version dit qu'elle annule et remplace.",
        newer && MssLabels.words(words).contains("ANNULE ET REMPLACE"),
        newer ? "le message n'en dit rien" : "le CDA ne remplace rien",
        "Envoyez la nouvelle version avec la mention « annule et remplace ».",
        "MSS/va1.02");
  }

  /** RFC 5322 3.6.4. */
  @Alors("chacun de ces messages a son propre numéro")
  public void numbered() {
    Set<Long> gone = new HashSet<>();
    scenario.requireCovered(
        desk.awaited(
            e ->
                MssTraffic.isTaken(e)
                    && MssTraffic.isFrom(e, desk.own())
                    && gone.add(e.sequence())
                    && gone.size() > 1),
        "Le LPS n'a pas envoyé deux fois ce document : deux messages sont à comparer.");
    List<String> ids =
        desk.taken(e -> MssTraffic.isFrom(e, desk.own()))
            .map(mail -> mail.header("Message-ID"))
            .toList();
    check(
        "Chaque message a un Message-ID à lui.",
        new HashSet<>(ids).size() == ids.size()
            && ids.stream().allMatch(id -> id.matches("<[^<>@\\s]+@[^<>@\\s]+>")),
        "Message-ID : " + String.join(", ", ids),
        "Donnez à chaque nouveau message un Message-ID que nul autre n'a.",
        "MSS/va1.12");
  }

  /** Not even tried. */
  @Alors("rien n'est parti vers la messagerie d'un patient")
  public void nothingToPatients() {
    nothing(
        "Rien n'est parti vers la messagerie d'un patient.",
        MssTraffic::isToAPatient,
        "N'écrivez à un patient qu'à l'adresse de son INS qualifiée, et s'il ne le refuse pas.");
  }

  /** Not even tried. */
  @Alors("rien n'est parti vers le confrère")
  public void nothingToColleague() {
    String address = desk.colleague();
    nothing(
        "Rien n'est parti vers le confrère.",
        exchange -> MssTraffic.isTo(exchange, address),
        "N'envoyez pas à des professionnels les documents d'un patient qui le refuse.");
  }

  private void nothing(String text, Predicate<Exchange> which, String mend) {
    long place = desk.from();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> sent =
                  traffic.matching(
                      e -> e.sequence() > place && MssTraffic.isMessage(e) && which.test(e));
              return Expectation.that(text, Basis.TRAFIC)
                  .in(Traffic.sequences(sent))
                  .isMet(sent.isEmpty(), sent.size() + " message", mend);
            });
  }

  private void receivedOnce(String who, String address, String... judged) {
    DmpWritten document = documents.last();
    long place = desk.from();
    desk.mail(e -> MssTraffic.isTo(e, address));
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> carrying =
                  traffic.matching(
                      e ->
                          e.sequence() > place
                              && MssTraffic.isTaken(e)
                              && MssTraffic.isTo(e, address)
                              && MssDesk.read(traffic, e)
                                  .filter(mail -> carries(mail, document))
                                  .isPresent());
              return Expectation.that(
                      who + " a reçu « " + document.kind().words() + " » une seule fois.",
                      Basis.TRAFIC)
                  .judging(judged)
                  .in(Traffic.sequences(carrying))
                  .isMet(
                      carrying.size() == 1,
                      carrying.size() + " message de ce document vers " + address,
                      "Envoyez le document à l'adresse choisie : celle d'un patient est son INS"
                          + " qualifiée, clé comprise, à patient.mssante.fr.");
            });
  }

  private static boolean carries(MssMail mail, DmpWritten document) {
    return mail.archive().filter(archive -> archive.holds(document)).isPresent()
        || !mail.pages().isEmpty();
  }

  private Optional<MssMail> colleagueMail() {
    return arrived(desk.mail(e -> MssTraffic.isTo(e, desk.colleague())));
  }

  private Optional<MssMail> anyMail() {
    return arrived(desk.mail(e -> MssTraffic.isFrom(e, desk.own())));
  }

  private Optional<MssMail> arrived(Optional<MssMail> mail) {
    scenario.requireCovered(
        mail.isPresent(),
        "Aucun message n'a été pris par l'opérateur (%s) : rien ne montre comment il est écrit."
            .formatted(desk.answer().messageOrNone()));
    return mail;
  }

  private static boolean isPdf(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).startsWith("%PDF-");
  }

  private void check(String text, boolean met, String found, String mend, String... judged) {
    scenario
        .expectations()
        .add(Expectation.that(text, Basis.TRAFIC).judging(judged).isMet(met, found, mend));
  }
}
